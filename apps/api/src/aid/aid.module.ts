import { Module } from '@nestjs/common';
import { DisbursementsController } from './disbursements.controller.js';

@Module({ controllers: [DisbursementsController] })
export class AidModule {}
