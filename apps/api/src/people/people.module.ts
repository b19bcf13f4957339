import { Module } from '@nestjs/common';
import { MergesController } from './merges.controller.js';
import { PeopleController } from './people.controller.js';

@Module({ controllers: [PeopleController, MergesController] })
export class PeopleModule {}
