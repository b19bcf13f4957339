import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query } from '@nestjs/common';
import type { z } from 'zod';
import { AssignFile, ChangeFileForm, DraftHardshipFile, HandlerChoices } from '#contract/hardship-form';
import { FindHardshipFiles, HardshipPage, HardshipRecord } from '#contract/hardship';
import { Made } from '#contract/imports';
import { IdParams } from '#contract/shared';
import { assignFile } from '#casework/hardship/assign-file';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { handlerChoices } from '#casework/hardship/file-handlers';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api/hardship-files')
export class HardshipController {
  @Operation('findHardshipFiles', { needs: 'hardship.read', answers: HardshipPage })
  @Get()
  files(@AtWork() work: Work, @Query({ schema: FindHardshipFiles }) filter: z.infer<typeof FindHardshipFiles>) {
    return findHardshipFiles(work, dated(filter));
  }

  @Operation('draftHardshipFile', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @Post()
  draft(@AtWork() work: Work, @Body({ schema: DraftHardshipFile }) body: z.infer<typeof DraftHardshipFile>) {
    return draftHardshipFile(work, dated(body));
  }

  @Operation('getHardshipFile', { needs: 'hardship.read', answers: HardshipRecord })
  @Get(':id')
  file(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getHardshipFile(work, id);
  }

  @Operation('changeFileForm', { needs: 'hardship.record', answers: HardshipRecord })
  @Put(':id/form')
  async change(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ChangeFileForm }) body: z.infer<typeof ChangeFileForm>,
  ) {
    await changeFileForm(work, asForm(id, body));
    return getHardshipFile(work, id);
  }

  @Operation('assignFile', { needs: 'hardship.record', answers: HardshipRecord })
  @Post(':id/handler')
  async assign(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AssignFile }) body: z.infer<typeof AssignFile>,
  ) {
    await assignFile(work, { fileId: id, ...body });
    return getHardshipFile(work, id);
  }

  @Operation('handlerChoices', { needs: 'hardship.record', answers: HandlerChoices })
  @Get(':id/handlers')
  handlers(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return handlerChoices(work, id);
  }
}

/** The contract has read every day of it as a real one, those inside its parts too. */
const asForm = (fileId: string, body: z.infer<typeof ChangeFileForm>) => ({ fileId, ...body }) as Parameters<typeof changeFileForm>[1];
