import { Module } from '@nestjs/common';
import { DisputeMovesController } from './dispute-moves.controller.js';
import { DisputesController } from './disputes.controller.js';
import { MassIncidentsController } from './mass-incidents.controller.js';

@Module({ controllers: [DisputesController, DisputeMovesController, MassIncidentsController] })
export class DisputesModule {}
