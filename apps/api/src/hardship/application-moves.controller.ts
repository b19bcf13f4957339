import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { HardshipRecord } from '#contract/hardship';
import {
  ActivateFile,
  ApproveFile,
  BeginVerification,
  OpenNotice,
  PassFirstCheck,
  RecordVerification,
  RecordVisit,
  RefuseFile,
  ReviewFile,
  SendBackFile,
  SubmitFile,
  VerifyAgain,
  WithdrawFile,
} from '#contract/hardship-moves';
import { IdParams } from '#contract/shared';
import { activateFile } from '#casework/hardship/application/activate-file';
import { approveFile } from '#casework/hardship/application/approve-file';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { recordVerification } from '#casework/hardship/application/record-verification';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { refuseApplicationForFile } from '#casework/hardship/application/refuse-file';
import { reviewFile } from '#casework/hardship/application/review-file';
import { sendBackFile } from '#casework/hardship/application/send-back-file';
import { submitFile } from '#casework/hardship/application/submit-file';
import { verifyAgain } from '#casework/hardship/application/verify-again';
import { withdrawFile } from '#casework/hardship/application/withdraw-file';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

/** What is done to an application until it is a file, one address each; every answer is the file as it stands afterwards. */
@Controller('api/hardship-files/:id')
export class ApplicationMovesController {
  @Operation('submitFile', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('submission')
  async submit(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: SubmitFile }) body: z.infer<typeof SubmitFile>,
  ) {
    await submitFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('sendBackFile', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('return')
  async sendBack(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: SendBackFile }) body: z.infer<typeof SendBackFile>,
  ) {
    await sendBackFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('passFirstCheck', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('first-check')
  async passFirstCheck(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: PassFirstCheck }) body: z.infer<typeof PassFirstCheck>,
  ) {
    await passFirstCheck(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('recordVisit', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('visit')
  async visit(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RecordVisit }) body: z.infer<typeof RecordVisit>,
  ) {
    await recordVisit(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('beginVerification', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('verification')
  async verify(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: BeginVerification }) body: z.infer<typeof BeginVerification>,
  ) {
    await beginVerification(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('recordVerification', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('verification-report')
  async report(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RecordVerification }) body: z.infer<typeof RecordVerification>,
  ) {
    await recordVerification(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('verifyAgain', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('further-verification')
  async verifyAgain(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: VerifyAgain }) body: z.infer<typeof VerifyAgain>,
  ) {
    await verifyAgain(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('reviewFile', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('review')
  async review(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReviewFile }) body: z.infer<typeof ReviewFile>,
  ) {
    await reviewFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('refuseFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('refusal')
  async refuse(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RefuseFile }) body: z.infer<typeof RefuseFile>,
  ) {
    await refuseApplicationForFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('openNotice', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('notice')
  async announce(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: OpenNotice }) body: z.infer<typeof OpenNotice>,
  ) {
    await openNotice(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('approveFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('approval')
  async approve(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ApproveFile }) body: z.infer<typeof ApproveFile>,
  ) {
    await approveFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('activateFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('activation')
  async activate(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ActivateFile }) body: z.infer<typeof ActivateFile>,
  ) {
    await activateFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('withdrawFile', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('withdrawal')
  async withdraw(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: WithdrawFile }) body: z.infer<typeof WithdrawFile>,
  ) {
    await withdrawFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }
}
