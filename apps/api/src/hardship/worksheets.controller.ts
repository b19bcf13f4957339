import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { HardshipRecord } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { CheckWorksheet, DropWorksheet, SaveWorksheet, SignWorksheet, StartWorksheet, WorksheetParams } from '#contract/worksheets';
import { checkWorksheet } from '#casework/hardship/worksheet/check-worksheet';
import { dropWorksheet } from '#casework/hardship/worksheet/drop-worksheet';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { saveWorksheet } from '#casework/hardship/worksheet/save-worksheet';
import { signWorksheet } from '#casework/hardship/worksheet/sign-worksheet';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

/** 《困难职工家庭月人均收入测算表》 of a file; every answer is the file as it stands afterwards. */
@Controller('api/hardship-files/:id')
export class WorksheetsController {
  @Operation('startWorksheet', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('worksheets')
  async start(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: StartWorksheet }) body: z.infer<typeof StartWorksheet>,
  ) {
    await startWorksheet(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('saveWorksheet', { needs: 'hardship.record', answers: HardshipRecord })
  @Put('worksheets/:worksheetId')
  async save(
    @AtWork() work: Work,
    @Param({ schema: WorksheetParams }) { id, worksheetId }: z.infer<typeof WorksheetParams>,
    @Body({ schema: SaveWorksheet }) body: z.infer<typeof SaveWorksheet>,
  ) {
    await saveWorksheet(work, { fileId: id, worksheetId, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('signWorksheet', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('worksheets/:worksheetId/signature')
  async sign(
    @AtWork() work: Work,
    @Param({ schema: WorksheetParams }) { id, worksheetId }: z.infer<typeof WorksheetParams>,
    @Body({ schema: SignWorksheet }) body: z.infer<typeof SignWorksheet>,
  ) {
    await signWorksheet(work, { fileId: id, worksheetId, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('checkWorksheet', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('worksheets/:worksheetId/check')
  async check(
    @AtWork() work: Work,
    @Param({ schema: WorksheetParams }) { id, worksheetId }: z.infer<typeof WorksheetParams>,
    @Body({ schema: CheckWorksheet }) body: z.infer<typeof CheckWorksheet>,
  ) {
    await checkWorksheet(work, { fileId: id, worksheetId, ...body });
    return getHardshipFile(work, id);
  }

  @Operation('dropWorksheet', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('worksheets/:worksheetId/drop')
  async drop(
    @AtWork() work: Work,
    @Param({ schema: WorksheetParams }) { id, worksheetId }: z.infer<typeof WorksheetParams>,
    @Body({ schema: DropWorksheet }) body: z.infer<typeof DropWorksheet>,
  ) {
    await dropWorksheet(work, { fileId: id, worksheetId, ...body });
    return getHardshipFile(work, id);
  }
}
