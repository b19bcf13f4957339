import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FindHardshipFiles, HardshipPage, HardshipRecord } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api')
export class HardshipController {
  @Operation('findHardshipFiles', { needs: 'hardship.read', answers: HardshipPage })
  @Get('hardship-files')
  files(@AtWork() work: Work, @Query({ schema: FindHardshipFiles }) filter: z.infer<typeof FindHardshipFiles>) {
    return findHardshipFiles(work, filter);
  }

  @Operation('getHardshipFile', { needs: 'hardship.read', answers: HardshipRecord })
  @Get('hardship-files/:id')
  file(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    return getHardshipFile(work, id);
  }
}
