import { sql } from '#data/sql';
import { mayRecordAgreement } from '#rules/disputes/dispute-guards';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Work } from '../work.js';
import { moveDispute, type MoveInput } from './move-dispute.js';

export interface Agreement extends MoveInput {
  agreedFen?: number | null | undefined;
  performBy?: PlainDate | null | undefined;
  oral: boolean;
  applicantSigned: boolean;
  respondentSigned: boolean;
  mediatorSigned: boolean;
  sealed: boolean;
}

/** 达成协议并签署生效: both parties, the mediator and the seal; ends M4 and M5. */
export function recordAgreement(work: Work, agreement: Agreement): Promise<void> {
  const { agreedFen, performBy, oral } = agreement;
  return moveDispute(work, 'recordAgreement', agreement, {
    reason: [oral ? '口头协议' : '书面协议', performBy && `履行期限${performBy}`].filter(Boolean).join('，'),
    judge: async (dispute, _, tx) => {
      const body = await tx.find<{ kind: string }>(sql`SELECT kind FROM mediation_body WHERE id = ${dispute.mediationBodyId}`);
      return mayRecordAgreement({
        workerSigned: agreement.applicantSigned,
        employerSigned: agreement.respondentSigned,
        mediatorSigned: agreement.mediatorSigned,
        sealed: agreement.sealed,
        notConsenting: 0,
        category: dispute.category,
        agreedFen: agreedFen ?? undefined,
        oral,
        peoplesMediation: body?.kind === 'people',
      });
    },
    changes: () => ({ agreedFen: agreedFen ?? null, outcome: oral ? '02' : '01' }),
  });
}
