import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FindMassIncidents, MassIncidentPage } from '#contract/disputes';
import { findMassIncidents } from '#casework/disputes/find-mass-incidents';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/mass-incidents')
export class MassIncidentsController {
  @Operation('findMassIncidents', { needs: 'mass-incident.read', answers: MassIncidentPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindMassIncidents }) query: z.infer<typeof FindMassIncidents>) {
    return findMassIncidents(work, dated(query));
  }
}
