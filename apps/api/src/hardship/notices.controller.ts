import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { HardshipRecord } from '#contract/hardship';
import {
  DecideObjection,
  FindNotices,
  NoticePage,
  ObjectionParams,
  ObjectionText,
  RecordObjection,
  VerificationParams,
  VerificationText,
} from '#contract/hardship-moves';
import { IdParams } from '#contract/shared';
import { decideObjection } from '#casework/hardship/notices/decide-objection';
import { findNotices } from '#casework/hardship/notices/find-notices';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { readObjection } from '#casework/hardship/notices/read-objection';
import { readVerification } from '#casework/hardship/application/read-verification';
import { recordObjection } from '#casework/hardship/notices/record-objection';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

/** The wall of notices, objections to them, and what is sealed of a file and read one at a time. */
@Controller('api')
export class NoticesController {
  @Operation('findNotices', { needs: 'hardship.read', answers: NoticePage })
  @Get('hardship-notices')
  find(@AtWork() work: Work, @Query({ schema: FindNotices }) query: z.infer<typeof FindNotices>) {
    return findNotices(work, query);
  }

  @Operation('recordObjection', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('hardship-files/:id/objection')
  async object(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: RecordObjection }) body: z.infer<typeof RecordObjection>,
  ) {
    await recordObjection(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('decideObjection', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('hardship-files/:id/objections/:objectionId/decision')
  async decide(
    @AtWork() work: Work,
    @Param({ schema: ObjectionParams }) { id, objectionId }: z.infer<typeof ObjectionParams>,
    @Body({ schema: DecideObjection }) body: z.infer<typeof DecideObjection>,
  ) {
    await decideObjection(work, { fileId: id, objectionId, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('readObjection', { needs: 'hardship.review', answers: ObjectionText })
  @Get('hardship-files/:id/objections/:objectionId')
  objection(@AtWork() work: Work, @Param({ schema: ObjectionParams }) { id, objectionId }: z.infer<typeof ObjectionParams>) {
    return readObjection(work, { fileId: id, objectionId });
  }

  // The broadest of those who decide by it; casework asks for any one of their rights.
  @Operation('readVerification', { needs: 'hardship.read', answers: VerificationText })
  @Get('hardship-files/:id/verifications/:verificationId')
  verification(@AtWork() work: Work, @Param({ schema: VerificationParams }) { id, verificationId }: z.infer<typeof VerificationParams>) {
    return readVerification(work, { fileId: id, verificationId });
  }
}
