import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FindLegalAid, LegalAidPage } from '#contract/hardship';
import { findLegalAid } from '#casework/legal-aid/find-legal-aid';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api')
export class LegalAidController {
  @Operation('findLegalAid', { needs: 'legal-aid.read', answers: LegalAidPage })
  @Get('legal-aid')
  legalAid(@AtWork() work: Work, @Query({ schema: FindLegalAid }) filter: z.infer<typeof FindLegalAid>) {
    return findLegalAid(work, filter);
  }
}
