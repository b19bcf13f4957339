/** What has changed for a family since its last review, line by line: what it was, what it is, and where that is written. */
import type { Label } from '../../shared/label.js';
import { formatYuan, type Fen } from '../../shared/money.js';
import type { PlainDate } from '../../shared/plain-date.js';

export const evidenceKinds = {
  'member-joined': { zh: '成员增加', en: 'Somebody joined' },
  'member-left': { zh: '成员减少', en: 'Somebody left' },
  sheet: { zh: '收入、支出', en: 'Income and outlay' },
  payment: { zh: '领取帮扶款物', en: 'Aid received' },
  dispute: { zh: '劳动争议', en: 'Labour dispute' },
  'legal-aid': { zh: '法律援助', en: 'Legal aid' },
  petition: { zh: '信访', en: 'Petition' },
  'other-file': { zh: '亲属的其他档案', en: 'Another file of a relative' },
} as const satisfies Record<string, Label>;
export type EvidenceKind = keyof typeof evidenceKinds;

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly on: PlainDate | null;
  /** Masked; null where it concerns nobody of the household in particular. */
  readonly personName: string | null;
  readonly what: Label | null;
  readonly was: Label | null;
  readonly is: Label | null;
  readonly source: { readonly noun: string; readonly id: string } | null;
}

/** The newest first; what has no day is the household as it stands, and comes before. */
export function inEvidenceOrder(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort((a, b) => (b.on ?? '9999').localeCompare(a.on ?? '9999'));
}

export const moneyWords = (fen: Fen): Label => ({ zh: `${formatYuan(fen)}元`, en: `${formatYuan(fen)} yuan` });
export const yearlyWords = (fen: Fen): Label => ({ zh: `全年${formatYuan(fen)}元`, en: `${formatYuan(fen)} yuan a year` });
/** A ledger's own word, where no list knows it. */
export const ownWord = (text: string): Label => ({ zh: text, en: text });
