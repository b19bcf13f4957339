import type { HardshipRecord } from '#contract/hardship';
import { applyingStatuses, fileStatuses, onFileStatuses, type FileStatus } from '#rules/hardship/file-lifecycle';
import type { Step } from '../../kit/StepsBar.js';
import type { Words } from '../../kit/words.js';

/** The straight way of an application, and which statuses stand on each step. */
const way = [
  { key: 'draft', holds: ['draft', 'sent_back'] },
  { key: 'submitted', holds: ['submitted'] },
  { key: 'checked', holds: ['prelim_ok'] },
  { key: 'visited', holds: ['visited'] },
  { key: 'verified', holds: ['verifying', 'verified'] },
  { key: 'reviewed', holds: ['reviewed'] },
  { key: 'notice', holds: ['notice', 'objected'] },
  { key: 'approved', holds: ['approved'] },
  { key: 'active', holds: ['active'] },
] as const satisfies readonly { key: string; holds: readonly FileStatus[] }[];
const within = (list: readonly string[], status: string): boolean => list.includes(status);

export function fileSteps(file: HardshipRecord, words: Words): Step[] {
  const days = new Map([...file.timeline].reverse().map((line) => [line.toStatus, line.happenedOn]));
  return file.filedOn === null ? applicationSteps(file, words, days) : lifeSteps(file, words, days);
}

type Days = ReadonlyMap<string | null, string>;

function applicationSteps(file: HardshipRecord, { t, label }: Words, days: Days): Step[] {
  const at = way.findIndex(({ holds }) => within(holds, file.status));
  const steps = way.map(({ key, holds }, index): Step => {
    const on = key === 'draft' ? file.begunOn : (holds.map((status) => days.get(status)).findLast(Boolean) ?? null);
    const state = index < at ? 'done' : index === at ? 'now' : 'ahead';
    return { key, label: t(`hardship.steps.${key}`), on: index <= at || at < 0 ? on : null, state };
  });
  if (within(applyingStatuses, file.status)) return steps;
  const left: Step = {
    key: file.status,
    label: label(fileStatuses, file.status),
    on: days.get(file.status) ?? file.endedOn,
    state: 'ended',
  };
  return [...steps.filter(({ on }) => on).map((step) => ({ ...step, state: 'done' as const })), left];
}

/** On file: review after review, until it ends. */
function lifeSteps(file: HardshipRecord, { t, label }: Words, days: Days): Step[] {
  const { status } = file;
  const reviewing = within(onFileStatuses, status) && status !== 'active';
  const announced = reviewing && status !== 'under_review';
  const ended = !within(onFileStatuses, status);
  return [
    { key: 'filed', label: t('hardship.steps.filed'), on: file.filedOn, state: 'done' },
    // The day on which it was opened counts as looked at, but nobody would call it a review.
    ...(file.reviewedOn && file.reviewedOn !== file.filedOn
      ? [{ key: 'reviewedLast', label: t('hardship.steps.reviewedLast'), on: file.reviewedOn, state: 'done' as const }]
      : []),
    ...(ended
      ? []
      : [{ key: 'active', label: t('hardship.steps.active'), on: null, state: reviewing ? ('done' as const) : ('now' as const) }]),
    ...(ended
      ? []
      : [
          {
            key: 'review',
            label: t('hardship.steps.review'),
            on: reviewing ? (days.get('under_review') ?? null) : file.reviewOn,
            state: reviewing ? (announced ? ('done' as const) : ('now' as const)) : ('ahead' as const),
          },
        ]),
    ...(announced ? [{ key: status, label: label(fileStatuses, status), on: days.get(status) ?? null, state: 'now' as const }] : []),
    ended
      ? { key: status, label: label(fileStatuses, status), on: file.endedOn ?? days.get(status) ?? null, state: 'ended' }
      : { key: 'concluded', label: t('hardship.steps.concluded'), on: null, state: 'ahead' },
  ];
}
