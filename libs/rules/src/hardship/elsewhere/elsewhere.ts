/** 已在其他中心受助？ Asked at intake and before approval; answered with yes or no and whom to call, never with the other file. */
import type { Label } from '../../shared/label.js';
import { addDays, type PlainDate } from '../../shared/plain-date.js';
import { refusals, type Judgement } from '../../shared/refusal.js';

export const elsewherePurposes = {
  intake: { zh: '受理', en: 'Intake' },
  approval: { zh: '审批', en: 'Approval' },
} as const satisfies Record<string, Label>;
export type ElsewherePurpose = keyof typeof elsewherePurposes;

/** Our own defaults: nobody has laid them down. */
export const elsewhereLimits = {
  /** Somebody who tries number after number gets no further than this. */
  questionsAnHour: 30,
  /** Before approval the question may be this old. */
  daysGood: 30,
  /** Aid given elsewhere counts as help for this long. */
  aidMonths: 12,
  evidence: '系统默认',
  unverified: true,
} as const;

export const refuseElsewhere = refusals({
  'hardship.elsewhere-limit': {
    kind: 'too-many',
    zh: '一小时内最多查询{most}次是否已在他处受助，您已达到上限。请稍后再查；确有需要的，请同事代查。',
    en: 'At most {most} questions an hour about help elsewhere, and you have asked that many. Try again later, or have a colleague ask.',
  },
  'hardship.elsewhere-unasked': {
    kind: 'conflict',
    zh: '批准前须查询该家庭是否已在其他中心受助（{days}日内有效）。请先查询。',
    en: 'Before approval ask whether the household is helped elsewhere; the answer is good for {days} days. Ask first.',
  },
});

/** Asked within the days that an answer is good for. What was answered is for people to weigh. */
export function mustHaveAskedElsewhere({ askedOn, today }: { readonly askedOn: PlainDate | null; readonly today: PlainDate }): Judgement {
  const { daysGood } = elsewhereLimits;
  return askedOn && addDays(askedOn, daysGood) >= today ? undefined : refuseElsewhere('hardship.elsewhere-unasked', { days: daysGood });
}
