/** The printed forms of a file, when each can be printed, and what of a person’s identity it has to show in full by its purpose. */
import type { Label } from '../shared/label.js';
import { refusals, type Judgement } from '../shared/refusal.js';
import type { FileMove } from './file-lifecycle.js';

/** What a paper may carry of a person, masked unless it is printed in full. */
export type Identity = 'name' | 'idNumber' | 'phone' | 'bankAccount';

interface PrintedFormText extends Label {
  /** Shown in full where the right to reveal is used; everything else stays masked even then. */
  readonly inFull: readonly Identity[];
  /** Whose: the holder’s alone, or everybody’s in the household. */
  readonly of: 'holder' | 'household';
  /** It hangs on a wall, so it may be printed by whoever sees the file. */
  readonly open?: true;
}

export const printedForms = {
  register: { zh: '困难职工档案表', en: 'Hardship file form', inFull: ['name', 'idNumber', 'phone', 'bankAccount'], of: 'household' },
  worksheet: { zh: '困难职工家庭月人均收入测算表', en: 'Worksheet of income per head', inFull: ['name'], of: 'household' },
  visit: { zh: '困难职工入户调查表', en: 'Home visit form', inFull: ['name'], of: 'household' },
  notice: { zh: '困难职工公示', en: 'Public notice', inFull: [], of: 'holder', open: true },
  approval: { zh: '困难职工认定通知书', en: 'Notice of recognition', inFull: ['name'], of: 'holder' },
  refusal: { zh: '困难职工不予认定告知书', en: 'Notice of refusal', inFull: ['name'], of: 'holder' },
  certificate: { zh: '特困职工证', en: 'Certificate of severe hardship', inFull: ['name', 'idNumber'], of: 'holder' },
} as const satisfies Record<string, PrintedFormText>;
export type PrintedFormCode = keyof typeof printedForms;
export const printedFormNames = Object.keys(printedForms) as [PrintedFormCode, ...PrintedFormCode[]];

export const refusePrint = refusals({
  'hardship.print-no-worksheet': {
    kind: 'conflict',
    zh: '还没有测算表。请先填写并保存测算表。',
    en: 'There is no worksheet yet. Fill one in and save it first.',
  },
  'hardship.print-no-visit': {
    kind: 'conflict',
    zh: '还没有入户调查。请先登记入户调查。',
    en: 'There is no home visit yet. Record one first.',
  },
  'hardship.print-no-notice': {
    kind: 'conflict',
    zh: '还没有公示。复审通过后先公示。',
    en: 'There is no public notice yet. Open one after the review.',
  },
  'hardship.print-not-approved': {
    kind: 'conflict',
    zh: '尚未批准，没有认定结论可以通知。',
    en: 'Nothing was approved yet, so there is no recognition to tell of.',
  },
  'hardship.print-not-refused': {
    kind: 'conflict',
    zh: '没有作出不予认定的结论。',
    en: 'The application was not refused.',
  },
  'hardship.print-no-certificate': {
    kind: 'conflict',
    zh: '没有有效的特困证。请先发证、年检或补发。',
    en: 'There is no valid certificate. Issue, check or replace it first.',
  },
  'hardship.print-not-at-work': {
    kind: 'forbidden',
    zh: '这张表含收入、健康等信息，只有办理这份档案的人员才能打印。',
    en: 'This form shows income and health: only those who work on the file print it.',
  },
});

export interface PrintFacts {
  readonly moves: readonly string[];
  readonly worksheets: number;
  readonly visits: number;
  readonly notices: number;
  readonly validCertificates: number;
  readonly worksOnIt: boolean;
}

const approving: readonly FileMove[] = ['approve', 'activate', 'renew', 'raiseClass', 'lowerClass'];

export function mayPrint(form: PrintedFormCode, facts: PrintFacts): Judgement {
  const text: PrintedFormText = printedForms[form];
  if (!text.open && !facts.worksOnIt) return refusePrint('hardship.print-not-at-work');
  switch (form) {
    case 'register':
      return undefined;
    case 'worksheet':
      return facts.worksheets > 0 ? undefined : refusePrint('hardship.print-no-worksheet');
    case 'visit':
      return facts.visits > 0 ? undefined : refusePrint('hardship.print-no-visit');
    case 'notice':
      return facts.notices > 0 ? undefined : refusePrint('hardship.print-no-notice');
    case 'approval':
      return facts.moves.some((move) => (approving as readonly string[]).includes(move))
        ? undefined
        : refusePrint('hardship.print-not-approved');
    case 'refusal':
      return facts.moves.includes('refuse') ? undefined : refusePrint('hardship.print-not-refused');
    case 'certificate':
      return facts.validCertificates > 0 ? undefined : refusePrint('hardship.print-no-certificate');
  }
}
