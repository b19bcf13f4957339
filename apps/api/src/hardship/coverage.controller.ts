import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CoverageRows, FindCoverage, FindCoverageRows, HardshipCoverage } from '#contract/candidates';
import { findCoverageRows } from '#casework/handoffs/find-coverage-rows';
import { getCoverage } from '#casework/handoffs/get-coverage';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/hardship-coverage')
export class CoverageController {
  @Operation('getHardshipCoverage', { needs: 'candidate.read', answers: HardshipCoverage })
  @Get()
  coverage(@AtWork() work: Work, @Query({ schema: FindCoverage }) query: z.infer<typeof FindCoverage>) {
    return getCoverage(work, query);
  }

  @Operation('findCoverageRows', { needs: 'candidate.read', answers: CoverageRows })
  @Get('rows')
  rows(@AtWork() work: Work, @Query({ schema: FindCoverageRows }) query: z.infer<typeof FindCoverageRows>) {
    return findCoverageRows(work, query);
  }
}
