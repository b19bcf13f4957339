import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { DisbursementPage, FindDisbursements, FindHardshipFiles, FindLegalAid, HardshipPage, HardshipRecord, LegalAidPage } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { findDisbursements } from '#casework/aid/find-disbursements';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { findLegalAid } from '#casework/legal-aid/find-legal-aid';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

/** The registers of hardship, aid and legal aid, to read. */
@Controller('api')
export class RegistersController {
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

  @Operation('findDisbursements', { needs: 'disbursement.read', answers: DisbursementPage })
  @Get('disbursements')
  disbursements(@AtWork() work: Work, @Query({ schema: FindDisbursements }) filter: z.infer<typeof FindDisbursements>) {
    return findDisbursements(work, filter);
  }

  @Operation('findLegalAid', { needs: 'legal-aid.read', answers: LegalAidPage })
  @Get('legal-aid')
  legalAid(@AtWork() work: Work, @Query({ schema: FindLegalAid }) filter: z.infer<typeof FindLegalAid>) {
    return findLegalAid(work, filter);
  }
}
