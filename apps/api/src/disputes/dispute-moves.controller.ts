import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  AcceptDispute,
  ApplyForMediation,
  AssignMediator,
  BeginMediation,
  CloseDispute,
  DisputeRecord,
  ExtendMediation,
  RecordAgreement,
  RecordFailure,
  RefuseDispute,
  TerminateDispute,
  TransferDispute,
  WithdrawDispute,
} from '#contract/disputes';
import { IdParams } from '#contract/shared';
import { acceptDispute } from '#casework/disputes/accept-dispute';
import { applyForMediation } from '#casework/disputes/apply-for-mediation';
import { assignMediator } from '#casework/disputes/assign-mediator';
import { beginMediation } from '#casework/disputes/begin-mediation';
import { closeDispute } from '#casework/disputes/close-dispute';
import { extendMediation } from '#casework/disputes/extend-mediation';
import { getDispute } from '#casework/disputes/get-dispute';
import { recordAgreement } from '#casework/disputes/record-agreement';
import { recordFailure } from '#casework/disputes/record-failure';
import { refuseApplication } from '#casework/disputes/refuse-dispute';
import { terminateDispute } from '#casework/disputes/terminate-dispute';
import { transferDispute } from '#casework/disputes/transfer-dispute';
import { withdrawDispute } from '#casework/disputes/withdraw-dispute';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

/** What is done to a dispute, one address each; every answer is the case as it stands afterwards. */
@Controller('api/disputes/:id')
export class DisputeMovesController {
  @Operation('applyForMediation', { needs: 'dispute.register', answers: DisputeRecord })
  @Post('application')
  async apply(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ApplyForMediation }) body: z.infer<typeof ApplyForMediation>,
  ) {
    await applyForMediation(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('acceptDispute', { needs: 'dispute.accept', answers: DisputeRecord })
  @Post('acceptance')
  async accept(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AcceptDispute }) body: z.infer<typeof AcceptDispute>,
  ) {
    await acceptDispute(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('refuseDispute', { needs: 'dispute.accept', answers: DisputeRecord })
  @Post('refusal')
  async refuse(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RefuseDispute }) body: z.infer<typeof RefuseDispute>,
  ) {
    await refuseApplication(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('assignMediator', { needs: 'dispute.assign', answers: DisputeRecord })
  @Post('assignment')
  async assign(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AssignMediator }) body: z.infer<typeof AssignMediator>,
  ) {
    await assignMediator(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('beginMediation', { needs: 'dispute.mediate', answers: DisputeRecord })
  @Post('mediation')
  async begin(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: BeginMediation }) body: z.infer<typeof BeginMediation>,
  ) {
    await beginMediation(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('extendMediation', { needs: 'dispute.mediate', answers: DisputeRecord })
  @Post('extension')
  async extend(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: ExtendMediation }) body: z.infer<typeof ExtendMediation>,
  ) {
    await extendMediation(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('recordAgreement', { needs: 'dispute.mediate', answers: DisputeRecord })
  @Post('agreement')
  async agree(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RecordAgreement }) body: z.infer<typeof RecordAgreement>,
  ) {
    await recordAgreement(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('recordFailure', { needs: 'dispute.mediate', answers: DisputeRecord })
  @Post('failure')
  async fail(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: RecordFailure }) body: z.infer<typeof RecordFailure>,
  ) {
    await recordFailure(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('withdrawDispute', { needs: 'dispute.register', answers: DisputeRecord })
  @Post('withdrawal')
  async withdraw(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: WithdrawDispute }) body: z.infer<typeof WithdrawDispute>,
  ) {
    await withdrawDispute(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('terminateDispute', { needs: 'dispute.accept', answers: DisputeRecord })
  @Post('termination')
  async terminate(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: TerminateDispute }) body: z.infer<typeof TerminateDispute>,
  ) {
    await terminateDispute(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  // The broadest permission that may: before anything was applied for, the window itself sends a matter elsewhere.
  @Operation('transferDispute', { needs: 'dispute.register', answers: DisputeRecord })
  @Post('transfer')
  async transfer(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: TransferDispute }) body: z.infer<typeof TransferDispute>,
  ) {
    await transferDispute(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }

  @Operation('closeDispute', { needs: 'dispute.close', answers: DisputeRecord })
  @Post('closure')
  async close(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: CloseDispute }) body: z.infer<typeof CloseDispute>,
  ) {
    await closeDispute(work, { disputeId: id, ...dated(body) });
    return getDispute(work, id);
  }
}
