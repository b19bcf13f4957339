import { Module } from '@nestjs/common';
import { PetitionsController } from './petitions.controller.js';

@Module({ controllers: [PetitionsController] })
export class PetitionsModule {}
