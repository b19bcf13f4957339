import type { DisputeRecord } from '#contract/disputes';
import { disputeStatuses, type DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import type { Step } from '../../kit/StepsBar.js';
import type { Words } from '../../kit/words.js';

/** The straight way, and which statuses stand on each step. What leaves it ends the bar where it stood. */
const way = [
  { key: 'registered', holds: ['registered', 'consulting'] },
  { key: 'applied', holds: ['applied', 'consent_pending'] },
  { key: 'accepted', holds: ['accepted'] },
  { key: 'assigned', holds: ['assigned'] },
  { key: 'mediating', holds: ['mediating', 'extended'] },
  { key: 'agreed', holds: ['agreed_pending', 'agreement_effective', 'review_pending', 'performing', 'performed'] },
  { key: 'closed', holds: ['closed', 'archived'] },
] as const satisfies readonly { key: string; holds: readonly DisputeStatus[] }[];

export function disputeSteps(dispute: DisputeRecord, { t, label }: Words): Step[] {
  const reached = new Map(dispute.timeline.map((line) => [line.toStatus, line.happenedOn]));
  const dayOf = (holds: readonly DisputeStatus[], key: string): string | null | undefined => {
    if (key === 'registered') return dispute.registeredOn;
    if (key === 'applied') return dispute.appliedOn;
    if (key === 'accepted') return dispute.acceptedOn;
    if (key === 'closed') return dispute.closedOn;
    return holds.map((status) => reached.get(status)).find(Boolean);
  };
  const at = way.findIndex(({ holds }) => (holds as readonly string[]).includes(dispute.status));
  const steps = way.map(({ key, holds }, index): Step => {
    const on = dayOf(holds, key) ?? null;
    const state =
      at >= 0
        ? index < at
          ? on
            ? 'done'
            : 'ahead'
          : index === at
            ? key === 'closed'
              ? 'ended'
              : 'now'
            : 'ahead'
        : on
          ? 'done'
          : 'ahead';
    return { key, label: t(`disputes.steps.${key}`), on, state };
  });
  if (at >= 0) return dispute.status === 'closed' ? steps.filter(({ on, key }) => on || key === 'registered') : steps;
  const left: Step = {
    key: dispute.status,
    label: label(disputeStatuses, dispute.status),
    on: reached.get(dispute.status) ?? null,
    state: 'ended',
  };
  return [
    ...steps.filter(({ on }) => on),
    left,
    { key: 'closed', label: t('disputes.steps.closed'), on: dispute.closedOn, state: 'ahead' },
  ];
}
