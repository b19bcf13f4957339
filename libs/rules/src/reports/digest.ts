/** What a report is written from: the figures, and the words that depend on whether it tells of a month or of a year. */
import type { Label } from '../shared/label.js';
import type { PlainDate } from '../shared/plain-date.js';
import { labelOf, type FactName } from './facts.js';
import type { Figure, Figures } from './figures.js';
import type { Periods, Span } from './periods.js';

export interface UnitBelow {
  readonly id: string;
  readonly name: string;
  readonly memberCount: number | null;
}

/** One record that a report names: a group visit or an incident, by its firm and never by a person. */
export interface Listed {
  readonly on: PlainDate;
  readonly place: string;
  readonly employer: string;
  readonly about: string;
  readonly persons: number;
  readonly status: string;
}

export interface Digest {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly asOf: Date;
  readonly periods: Periods;
  readonly figures: Figures;
  /** Those below the organisation; its own records stand under its own id. */
  readonly units: readonly UnitBelow[];
  readonly employers: ReadonlyMap<string, string>;
  readonly groupVisits: readonly Listed[];
  readonly incidents: readonly Listed[];
}

export const wordsOf = ({ kind }: Periods) =>
  kind === 'month'
    ? {
        now: '本月',
        nowEn: 'This month',
        before: '上月',
        sameLastYear: '上年同月',
        sameLastYearEn: 'Same month last year',
        report: '月报',
        reportEn: 'monthly report',
      }
    : {
        now: '本年',
        nowEn: 'This year',
        before: '上年',
        sameLastYear: '上年',
        sameLastYearEn: 'Last year',
        report: '年报',
        reportEn: 'annual report',
      };

/** The figure of the report's own period. */
export const take = (digest: Digest, metric: string, by: Readonly<Record<string, string>> = {}, span: Span = digest.periods.now): Figure =>
  digest.figures.take(metric, span, by);

export function nameOf(digest: Digest, fact: FactName, by: string, code: string): Label {
  if (by === 'unit') {
    if (code === digest.organisation.id) return { zh: '本级', en: 'Own level' };
    const unit = digest.units.find((candidate) => candidate.id === code);
    return { zh: unit?.name ?? '其他单位', en: unit?.name ?? 'Another unit' };
  }
  const employer = by === 'employer' ? digest.employers.get(code) : undefined;
  return employer === undefined ? labelOf(fact, by, code) : { zh: employer, en: employer };
}
