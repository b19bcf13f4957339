import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.js';
import { HardshipController } from './hardship-files.controller.js';
import { PoliciesController } from './policies.controller.js';
import { VisitsController } from './visits.controller.js';

@Module({ controllers: [HardshipController, AttachmentsController, PoliciesController, VisitsController] })
export class HardshipModule {}
