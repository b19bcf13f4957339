import { Module } from '@nestjs/common';
import { LegalAidController } from './legal-aid.controller.js';

@Module({ controllers: [LegalAidController] })
export class LegalAidModule {}
