import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DisputePage, DisputeRecord, FindDisputes, MediatorChoices, RegisterDispute } from '#contract/disputes';
import { Made } from '#contract/imports';
import { IdParams } from '#contract/shared';
import { findDisputes } from '#casework/disputes/find-disputes';
import { getDispute } from '#casework/disputes/get-dispute';
import { mediatorChoices } from '#casework/disputes/mediators';
import { registerDispute } from '#casework/disputes/register-dispute';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api/disputes')
export class DisputesController {
  @Operation('findDisputes', { needs: 'dispute.read', answers: DisputePage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindDisputes }) query: z.infer<typeof FindDisputes>) {
    return findDisputes(work, dated(query));
  }

  @Operation('registerDispute', { needs: 'dispute.register', status: HttpStatus.CREATED, answers: Made })
  @Post()
  register(@AtWork() work: Work, @Body({ schema: RegisterDispute }) body: z.infer<typeof RegisterDispute>) {
    return registerDispute(work, dated(body));
  }

  @Operation('getDispute', { needs: 'dispute.read', answers: DisputeRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getDispute(work, id);
  }

  @Operation('mediatorChoices', { needs: 'dispute.assign', answers: MediatorChoices })
  @Get(':id/mediators')
  mediators(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return mediatorChoices(work, id);
  }
}
