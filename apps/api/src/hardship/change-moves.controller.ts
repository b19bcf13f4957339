import { Body, Controller, HttpStatus, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { HardshipRecord } from '#contract/hardship';
import {
  BeginReview,
  DeregisterFile,
  EndFile,
  LiftFile,
  LowerClass,
  ProposeExit,
  ProposeLower,
  RaiseClass,
  RenewFile,
  ReturnToHardship,
  TransferFile,
  WithdrawProposal,
} from '#contract/hardship-moves';
import { Made } from '#contract/imports';
import { IdParams } from '#contract/shared';
import { beginReview } from '#casework/hardship/reviews/begin-review';
import { deregisterFile } from '#casework/hardship/changes/deregister-file';
import { endFile } from '#casework/hardship/changes/end-file';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { liftFile } from '#casework/hardship/changes/lift-file';
import { lowerClass } from '#casework/hardship/changes/lower-class';
import { proposeExit } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { raiseClass } from '#casework/hardship/changes/raise-class';
import { renewFile } from '#casework/hardship/reviews/renew-file';
import { returnToHardship } from '#casework/hardship/changes/return-to-hardship';
import { transferFile } from '#casework/hardship/changes/transfer-file';
import { withdrawProposal } from '#casework/hardship/changes/withdraw-proposal';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

/** What is done to a file once it is one: review, change of class, exit; every answer is the file as it stands afterwards. */
@Controller('api/hardship-files/:id')
export class ChangeMovesController {
  @Operation('beginReview', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('yearly-review')
  async beginReview(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: BeginReview }) body: z.infer<typeof BeginReview>,
  ) {
    await beginReview(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('renewFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('renewal')
  async renew(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: RenewFile }) body: z.infer<typeof RenewFile>) {
    await renewFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('raiseClass', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('graver-class')
  async raise(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RaiseClass }) body: z.infer<typeof RaiseClass>,
  ) {
    await raiseClass(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('proposeLower', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('lower-class-proposal')
  async proposeLower(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ProposeLower }) body: z.infer<typeof ProposeLower>,
  ) {
    await proposeLower(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('lowerClass', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('lower-class')
  async lower(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: LowerClass }) body: z.infer<typeof LowerClass>,
  ) {
    await lowerClass(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('proposeExit', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('exit-proposal')
  async proposeExit(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ProposeExit }) body: z.infer<typeof ProposeExit>,
  ) {
    await proposeExit(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('withdrawProposal', { needs: 'hardship.review', answers: HardshipRecord })
  @Post('proposal-withdrawal')
  async withdrawProposal(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: WithdrawProposal }) body: z.infer<typeof WithdrawProposal>,
  ) {
    await withdrawProposal(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('liftFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('lifting')
  async lift(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: LiftFile }) body: z.infer<typeof LiftFile>) {
    await liftFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('deregisterFile', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('deregistration')
  async deregister(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: DeregisterFile }) body: z.infer<typeof DeregisterFile>,
  ) {
    await deregisterFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('endFile', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('end')
  async end(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: EndFile }) body: z.infer<typeof EndFile>) {
    await endFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('transferFile', { needs: 'hardship.record', answers: HardshipRecord })
  @Post('transfer')
  async transfer(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: TransferFile }) body: z.infer<typeof TransferFile>,
  ) {
    await transferFile(work, { fileId: id, ...dated(body) });
    return getHardshipFile(work, id);
  }

  @Operation('returnToHardship', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @Post('relapse')
  relapse(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ReturnToHardship }) body: z.infer<typeof ReturnToHardship>,
  ) {
    return returnToHardship(work, { fileId: id, ...dated(body) });
  }
}
