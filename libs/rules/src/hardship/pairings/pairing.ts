/** 结对帮扶: a cadre and a family, for as long as it lasts, and what they had to do with each other. */
import type { Label } from '../../shared/label.js';
import { addMonths, type PlainDate } from '../../shared/plain-date.js';
import { refusals, type Judgement } from '../../shared/refusal.js';
import { onFileStatuses, type FileStatus } from '../file-lifecycle.js';

export const contactForms = {
  visit: { zh: '上门走访', en: 'Visit' },
  call: { zh: '电话', en: 'Call' },
  message: { zh: '微信、短信', en: 'Message' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type ContactForm = keyof typeof contactForms;

/** Our own default: a family that heard nothing for so long stands on a list. */
export const MONTHS_WITHOUT_CONTACT = 3;

export const refusePairing = refusals({
  'hardship.pair-not-on-file': {
    kind: 'conflict',
    zh: '结对帮扶只对在档家庭办理。请在建档后结对。',
    en: 'Families are paired while they are on file. Pair them once the file is open.',
  },
  'hardship.pair-already': {
    kind: 'conflict',
    zh: '该家庭已与{cadre}结对。请先结束原结对。',
    en: 'The family is paired with {cadre}. End that first.',
  },
  'hardship.pair-ended': {
    kind: 'conflict',
    zh: '该结对已于{on}结束，不能再登记。',
    en: 'This pairing ended on {on}; nothing more can be entered.',
  },
  'hardship.pair-day': {
    kind: 'invalid',
    zh: '日期须在结对日期{from}至今天之间。请更正。',
    en: 'The day lies between that of pairing, {from}, and today. Correct it.',
  },
  'hardship.pair-cadre-unknown': {
    kind: 'invalid',
    zh: '所选干部账号不存在或已停用。请改选，或只填写姓名和职务。',
    en: 'The account of the cadre does not exist or is closed. Choose another, or enter only name and post.',
  },
});

export function mayPair(facts: {
  readonly status: FileStatus;
  readonly pairedWith: string | null;
  readonly on: PlainDate;
  readonly filedOn: PlainDate;
  readonly today: PlainDate;
}): Judgement {
  if (!(onFileStatuses as readonly FileStatus[]).includes(facts.status)) return refusePairing('hardship.pair-not-on-file');
  if (facts.pairedWith !== null) return refusePairing('hardship.pair-already', { cadre: facts.pairedWith });
  return between(facts.filedOn, facts.on, facts.today, 'on');
}

export interface PairFacts {
  readonly pairedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly on: PlainDate;
  readonly today: PlainDate;
}

/** Ending it, or entering a contact: while it lasts, on a day of its own. */
export function mayGoOnWithPair({ pairedOn, endedOn, on, today }: PairFacts): Judgement {
  return endedOn ? refusePairing('hardship.pair-ended', { on: endedOn }) : between(pairedOn, on, today, 'on');
}

function between(from: PlainDate, on: PlainDate, today: PlainDate, field: string): Judgement {
  return on < from || on > today ? refusePairing('hardship.pair-day', { from, field }) : undefined;
}

/** Reckoned from the last contact, or from the day of pairing. */
export function lacksContact(lastContactOn: PlainDate | null, pairedOn: PlainDate, today: PlainDate): boolean {
  return addMonths(lastContactOn ?? pairedOn, MONTHS_WITHOUT_CONTACT) < today;
}
