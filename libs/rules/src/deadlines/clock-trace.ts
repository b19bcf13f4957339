/** Why this date: each step of the reckoning as data, and the sentence that says it. */
import type { Label } from '../shared/label.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { ClockEventType } from './clock-event.js';
import { clockUnits, type ClockUnit } from './clock-rule.js';

export type IgnoredBecause =
  | 'not-allowed'
  | 'too-late'
  | 'already-suspended'
  | 'not-suspended'
  | 'suspended-without-end'
  | 'not-later'
  | 'already-started'
  | 'already-ended';

export type ClockTrace =
  | {
      readonly step: 'rule';
      readonly code: string;
      readonly version: number;
      readonly name: Label;
      readonly instrument: string;
      readonly article: string | null;
      readonly checked: boolean;
    }
  | { readonly step: 'started'; readonly on: PlainDate; readonly first: PlainDate }
  | { readonly step: 'length'; readonly length: number; readonly unit: ClockUnit; readonly rollForward: boolean }
  | { readonly step: 'agreed'; readonly until: PlainDate }
  | { readonly step: 'counted'; readonly from: PlainDate; readonly to: PlainDate; readonly days: number; readonly makeUp: boolean }
  | { readonly step: 'skipped'; readonly from: PlainDate; readonly to: PlainDate; readonly days: number; readonly reason: SkipReason }
  | { readonly step: 'suspended'; readonly from: PlainDate; readonly resumed: PlainDate | null; readonly document?: string }
  | { readonly step: 'extended'; readonly on: PlainDate; readonly days: number; readonly unit: ClockUnit; readonly document?: string }
  | { readonly step: 'capped'; readonly asked: number; readonly most: number }
  | { readonly step: 'restarted'; readonly on: PlainDate; readonly document?: string }
  | { readonly step: 'ignored'; readonly event: ClockEventType; readonly on: PlainDate; readonly because: IgnoredBecause }
  | { readonly step: 'last-day'; readonly on: PlainDate }
  | { readonly step: 'rolled'; readonly from: PlainDate; readonly to: PlainDate; readonly reason: SkipReason }
  | { readonly step: 'estimated'; readonly years: readonly number[] }
  | { readonly step: 'met'; readonly on: PlainDate; readonly inTime: boolean }
  | { readonly step: 'cancelled'; readonly on: PlainDate };

/** Why a day does not count: what kind of day it is, and the holiday's name. */
export interface SkipReason {
  readonly kind: '休息日' | '法定节假日' | '中止';
  readonly name: string;
}

export function traceSentence(item: ClockTrace, language: 'zh' | 'en'): string {
  return language === 'zh' ? inChinese(item) : inEnglish(item);
}

const eventNames: Readonly<Record<ClockEventType, Label>> = {
  started: { zh: '起算', en: 'start' },
  suspended: { zh: '中止', en: 'suspension' },
  resumed: { zh: '恢复', en: 'resumption' },
  extended: { zh: '延长', en: 'extension' },
  restarted: { zh: '中断', en: 'interruption' },
  met: { zh: '办结', en: 'completion' },
  cancelled: { zh: '撤销', en: 'cancellation' },
};

const ignoredNames: Readonly<Record<IgnoredBecause, Label>> = {
  'not-allowed': { zh: '规则不允许', en: 'the rule does not allow it' },
  'too-late': { zh: '期限已届满', en: 'the time had ended' },
  'already-suspended': { zh: '已在中止中', en: 'it was suspended already' },
  'not-suspended': { zh: '未中止', en: 'it was not suspended' },
  'suspended-without-end': { zh: '中止期间不能延至某日', en: 'it was suspended without an end' },
  'not-later': { zh: '不晚于原截止日期', en: 'it is not later than the day it had' },
  'already-started': { zh: '已经起算', en: 'it had started already' },
  'already-ended': { zh: '时限已终结', en: 'the clock had ended' },
};

function inChinese(item: ClockTrace): string {
  switch (item.step) {
    case 'rule':
      return `适用规则：${item.name.zh}（${item.code}，第${item.version}版），依据${item.instrument}${item.article ?? ''}${item.article && !item.checked ? '（条文待核对）' : ''}。`;
    case 'started':
      return `${item.on}起算，当日不计，自${item.first}起计。`;
    case 'length':
      return `期限${item.length}${clockUnits[item.unit].zh}${item.unit === 'working' ? '，休息日和法定节假日不计' : item.rollForward ? '，末日遇休息日或法定节假日顺延' : ''}。`;
    case 'agreed':
      return `期限约定至${item.until}。`;
    case 'counted':
      return `${span(item, '至')}计${item.days}日${item.makeUp ? '（调休上班）' : ''}。`;
    case 'skipped':
      return `${span(item, '至')}不计${item.days}日（${item.reason.name || item.reason.kind}）。`;
    case 'suspended':
      return item.resumed
        ? `${item.from}起中止，${item.resumed}恢复计算。`
        : `${item.from}起中止，尚未恢复，所示截止日期为最早可能的日期。`;
    case 'extended':
      return `${item.on}延长${item.days}${clockUnits[item.unit].zh}。`;
    case 'capped':
      return `申请延长${item.asked}日，规则最多允许${item.most}日。`;
    case 'restarted':
      return `${item.on}中断，期限重新计算。`;
    case 'ignored':
      return `${item.on}的${eventNames[item.event].zh}不影响期限：${ignoredNames[item.because].zh}。`;
    case 'last-day':
      return `期限末日为${item.on}。`;
    case 'rolled':
      return `${item.from}为${item.reason.name || item.reason.kind}，顺延至${item.to}。`;
    case 'estimated':
      return `${item.years.join('、')}年放假安排尚未发布，按周一至周五上班推算，发布后重新计算。`;
    case 'met':
      return item.inTime ? `${item.on}办结，在期限内。` : `${item.on}办结，已逾期。`;
    case 'cancelled':
      return `${item.on}撤销，不再计算。`;
  }
}

function inEnglish(item: ClockTrace): string {
  switch (item.step) {
    case 'rule':
      return `Rule ${item.code}, version ${item.version}: ${item.name.en}. ${item.instrument} ${item.article ?? ''}${item.article && !item.checked ? ' (article to be checked)' : ''}`.trim();
    case 'started':
      return `It starts from ${item.on}; that day is not counted, the first day is ${item.first}.`;
    case 'length':
      return `The period is ${counted(item.length, item.unit)}${item.unit === 'working' ? '; rest days and holidays do not count' : item.rollForward ? '; a last day that is no working day moves on' : ''}.`;
    case 'agreed':
      return `The period was agreed to end on ${item.until}.`;
    case 'counted':
      return `${span(item, ' to ')}: ${item.days} counted${item.makeUp ? ' (make-up working day)' : ''}.`;
    case 'skipped':
      return `${span(item, ' to ')}: ${item.days} not counted (${reasonInEnglish(item.reason)}).`;
    case 'suspended':
      return item.resumed
        ? `Suspended from ${item.from}, counted again from ${item.resumed}.`
        : `Suspended from ${item.from} and not resumed: the date shown is the earliest it can be.`;
    case 'extended':
      return `Extended on ${item.on} by ${counted(item.days, item.unit)}.`;
    case 'capped':
      return `${item.asked} days were asked for; the rule allows ${item.most}.`;
    case 'restarted':
      return `Interrupted on ${item.on}: the period begins anew.`;
    case 'ignored':
      return `The ${eventNames[item.event].en} of ${item.on} changes nothing: ${ignoredNames[item.because].en}.`;
    case 'last-day':
      return `The last day of the period is ${item.on}.`;
    case 'rolled':
      return `${item.from} is no working day (${reasonInEnglish(item.reason)}): it moves to ${item.to}.`;
    case 'estimated':
      return `The holidays of ${item.years.join(', ')} are not published yet; Monday to Friday is assumed, and it will be reckoned again.`;
    case 'met':
      return item.inTime ? `Done on ${item.on}, in time.` : `Done on ${item.on}, late.`;
    case 'cancelled':
      return `Cancelled on ${item.on}.`;
  }
}

/** The holidays by the names that the yearly notices use; a day that somebody added by hand keeps its own name. */
const holidaysInEnglish: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

function reasonInEnglish({ kind, name }: SkipReason): string {
  if (name) return holidaysInEnglish[name] ?? name;
  return { 休息日: 'weekend', 法定节假日: 'holiday', 中止: 'suspended' }[kind];
}

function counted(count: number, unit: ClockUnit): string {
  return `${count} ${count === 1 ? clockUnits[unit].en.replace(/s$/, '') : clockUnits[unit].en}`;
}

function span(item: { readonly from: PlainDate; readonly to: PlainDate }, join: string): string {
  return item.from === item.to ? item.from : `${item.from}${join}${item.to}`;
}
