import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import { CreateMediationBody, FindMediationBodies, MediationBodyPage } from '#contract/organisations';
import { createMediationBody } from '#casework/organisations/create-mediation-body';
import { findMediationBodies } from '#casework/organisations/find-mediation-bodies';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/mediation-bodies')
export class MediationBodiesController {
  @Operation('findMediationBodies', { needs: 'mediation-body.read', answers: MediationBodyPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindMediationBodies }) query: z.infer<typeof FindMediationBodies>) {
    return findMediationBodies(work, query);
  }

  @Operation('createMediationBody', { needs: 'mediation-body.create', status: HttpStatus.CREATED, answers: Made })
  @Post()
  create(@AtWork() work: Work, @Body({ schema: CreateMediationBody }) body: z.infer<typeof CreateMediationBody>) {
    return createMediationBody(work, dated(body));
  }
}
