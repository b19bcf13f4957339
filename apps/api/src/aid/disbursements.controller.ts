import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DisbursementPage, FindDisbursements } from '#contract/hardship';
import { findDisbursements } from '#casework/aid/find-disbursements';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api')
export class DisbursementsController {
  @Operation('findDisbursements', { needs: 'disbursement.read', answers: DisbursementPage })
  @Get('disbursements')
  disbursements(@AtWork() work: Work, @Query({ schema: FindDisbursements }) filter: z.infer<typeof FindDisbursements>) {
    return findDisbursements(work, filter);
  }
}
