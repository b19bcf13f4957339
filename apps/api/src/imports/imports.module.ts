import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { TemplatesController } from './templates.controller.js';

@Module({ controllers: [ImportsController, TemplatesController] })
export class ImportsModule {}
