/**
 * When a file is reviewed next. Twelve months at the latest; sooner by risk, by the yearly declaration, and when something
 * is known to change or has happened. All lengths are parameters with a source, like any other limit.
 */
import type { Label } from '../../shared/label.js';
import { addDays, addMonths, compareDates, dateOf, yearOf, type PlainDate } from '../../shared/plain-date.js';
import type { Fen } from '../../shared/money.js';
import type { EmploymentState, HardshipClass } from '../codes.js';

export interface ReviewPlan {
  /** Months until the next review with no risk, one, and two or more. */
  readonly monthsByRisks: readonly [number, number, number];
  /** How near its threshold, in percent, an income is unsure. */
  readonly nearPercent: number;
  /** Days to review after something happened. */
  readonly daysAfterEvent: number;
  /** The last day of the yearly declaration; a file reviewed shortly before it waits for the next year's. */
  readonly round: { readonly month: number; readonly day: number; readonly notWithinDays: number } | null;
  readonly evidence: string;
  readonly unverified: boolean;
}

export const suzhouReviewPlan: ReviewPlan = {
  monthsByRisks: [12, 6, 3],
  nearPercent: 10,
  daysAfterEvent: 30,
  round: { month: 10, day: 31, notWithinDays: 60 },
  evidence: '每年10月31日前申报：苏州日报2025年10月15日报道；每年至少一次：湖南工会规定；其余为系统默认',
  unverified: true,
};

export const reviewReasons = {
  yearly: { zh: '每年至少复核一次', en: 'At least once a year' },
  round: { zh: '年度申报', en: 'Yearly declaration' },
  sudden: { zh: '意外致困，情况易变', en: 'Hardship by an event' },
  volatile: { zh: '收入不稳定', en: 'Unsteady income' },
  near: { zh: '收入接近标准', en: 'Income near the threshold' },
  'schooling-ends': { zh: '子女学业结束', en: 'Schooling ends' },
  'benefit-ends': { zh: '失业保险金等待遇到期', en: 'A benefit ends' },
  'treatment-ends': { zh: '治疗或康复结束', en: 'Treatment ends' },
  'certificate-check': { zh: '特困证年检', en: 'Annual check of the certificate' },
  'standard-changed': { zh: '低保标准调整', en: 'A new standard' },
  'household-changed': { zh: '家庭成员变化', en: 'The household changed' },
  'payment-returned': { zh: '救助款退票', en: 'A payment came back' },
  'money-won': { zh: '争议案件获得款项', en: 'Money won in a dispute' },
  'member-died': { zh: '成员死亡', en: 'A member died' },
} as const satisfies Record<string, Label>;
export type ReviewReason = keyof typeof reviewReasons;

/** Known beforehand: the review falls on the day itself. */
export type Ending = 'schooling-ends' | 'benefit-ends' | 'treatment-ends' | 'certificate-check';
/** Learned afterwards: the review follows within days. */
export type Happening = 'standard-changed' | 'household-changed' | 'payment-returned' | 'money-won' | 'member-died';

export interface ReviewedFile {
  readonly hardshipClass: HardshipClass;
  readonly reviewedOn: PlainDate;
  readonly employment: EmploymentState | undefined;
  /** Net income a person and month, beside the threshold of its class; undefined where the class has none. */
  readonly netFen: Fen | undefined;
  readonly thresholdFen: Fen | undefined;
  readonly endings: readonly { readonly reason: Ending; readonly on: PlainDate }[];
  readonly happenings: readonly { readonly reason: Happening; readonly on: PlainDate }[];
}

export interface NextReview {
  readonly on: PlainDate;
  /** All that call for a review, the earliest first; the first has set the day. */
  readonly reasons: readonly DueReason[];
}

export interface DueReason {
  readonly reason: ReviewReason;
  readonly on: PlainDate;
  /** When it happened, where a happening calls for the review. */
  readonly happenedOn?: PlainDate;
}

const unsteady: readonly (EmploymentState | undefined)[] = ['flexible', 'migrant', 'laid-off', 'unemployed'];

export function nextReview(plan: ReviewPlan, file: ReviewedFile): NextReview {
  const { reviewedOn } = file;
  const risks = risksOf(plan, file);
  const byRisk = addMonths(reviewedOn, plan.monthsByRisks[Math.min(risks.length, 2)]!);
  const limit = addMonths(reviewedOn, plan.monthsByRisks[0]);
  const round = nextRound(plan, reviewedOn);
  const planned: DueReason[] = [
    { reason: 'yearly' as const, on: limit },
    ...risks.map((reason) => ({ reason, on: byRisk })),
    ...(round ? [{ reason: 'round' as const, on: round }] : []),
    ...file.endings.filter(({ on }) => on > reviewedOn),
  ];
  // What has happened is a reason also where the review is late already; what is to come stands behind the yearly limit.
  const happened: DueReason[] = file.happenings
    .filter(({ on }) => on >= reviewedOn)
    .map(({ reason, on }) => ({ reason, on: addDays(on, plan.daysAfterEvent), happenedOn: on }));
  const reasons = [...planned.filter(({ on }) => on <= limit), ...happened].sort((a, b) => compareDates(a.on, b.on));
  return { on: reasons[0]!.on, reasons };
}

function risksOf(plan: ReviewPlan, { hardshipClass, employment, netFen, thresholdFen }: ReviewedFile): ('sudden' | 'volatile' | 'near')[] {
  const near =
    netFen !== undefined && thresholdFen !== undefined && Math.abs(netFen - thresholdFen) * 100 <= thresholdFen * plan.nearPercent;
  return [
    ...(hardshipClass === 'sudden' || hardshipClass === 'stricken' ? (['sudden'] as const) : []),
    ...(unsteady.includes(employment) ? (['volatile'] as const) : []),
    ...(near ? (['near'] as const) : []),
  ];
}

function nextRound({ round }: ReviewPlan, reviewedOn: PlainDate): PlainDate | undefined {
  if (!round) return undefined;
  const inYear = (year: number): PlainDate => dateOf(year, round.month, round.day);
  const year = yearOf(reviewedOn);
  return addDays(reviewedOn, round.notWithinDays) < inYear(year) ? inYear(year) : inYear(year + 1);
}
