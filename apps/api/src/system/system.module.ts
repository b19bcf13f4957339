import { Module } from '@nestjs/common';
import { Queues } from './queues.js';
import { SystemController } from './system.controller.js';

@Module({ controllers: [SystemController], providers: [Queues] })
export class SystemModule {}
