import type { PetitionRecord } from '#contract/petitions';
import { petitionStatuses, type PetitionStatus } from '#rules/petitions/petition-lifecycle';
import type { Step } from '../../kit/StepsBar.js';
import type { Words } from '../../kit/words.js';

/** The straight way of a petition that is handled here. */
const way = [
  { key: 'registered', holds: ['registered'] },
  { key: 'accepted', holds: ['accepted'] },
  { key: 'handling', holds: ['handling', 'extended'] },
  { key: 'replied', holds: ['replied', 'review', 'reviewed', 'recheck', 'final'] },
  { key: 'closed', holds: ['closed', 'archived'] },
] as const satisfies readonly { key: string; holds: readonly PetitionStatus[] }[];

export function petitionSteps(petition: PetitionRecord, { t, label }: Words): Step[] {
  const reached = new Map(petition.timeline.map((line) => [line.toStatus, line.happenedOn]));
  const days: Readonly<Record<(typeof way)[number]['key'], string | null>> = {
    registered: petition.registeredOn,
    accepted: petition.acceptedOn,
    handling: reached.get('handling') ?? null,
    replied: petition.repliedOn,
    closed: petition.closedOn,
  };
  const at = way.findIndex(({ holds }) => (holds as readonly string[]).includes(petition.status));
  const steps = way.map(({ key }, index): Step => {
    const state =
      at < 0
        ? days[key]
          ? 'done'
          : 'ahead'
        : index < at
          ? days[key]
            ? 'done'
            : 'ahead'
          : index > at
            ? 'ahead'
            : key === 'closed'
              ? 'ended'
              : 'now';
    return { key, label: t(`petitions.steps.${key}`), on: days[key], state };
  });
  if (at >= 0) return petition.status === 'closed' ? steps.filter(({ on, key }) => on || key === 'registered') : steps;
  const left: Step = {
    key: petition.status,
    label: label(petitionStatuses, petition.status),
    on: reached.get(petition.status) ?? null,
    state: 'ended',
  };
  return [
    ...steps.filter(({ on }) => on),
    left,
    { key: 'closed', label: t('petitions.steps.closed'), on: petition.closedOn, state: 'ahead' },
  ];
}
