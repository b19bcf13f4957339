import { Module } from '@nestjs/common';
import { HardshipController } from './hardship-files.controller.js';

@Module({ controllers: [HardshipController] })
export class HardshipModule {}
