import { refreshReach } from './access.js';
import { findCandidates } from './candidates.js';
import type { JobDefinition } from './definition.js';
import { reckonClocks } from './deadlines.js';
import { makeAllReports } from './reports.js';

export interface Schedule {
  job: JobDefinition;
  /** minute hour day month weekday, Asia/Shanghai */
  pattern: string;
  zh: string;
  en: string;
}

/** Everything that runs on a clock, in one list. */
export const schedules: readonly Schedule[] = [
  { job: refreshReach, pattern: '5 0 * * *', zh: '每日更新授权范围', en: 'Refresh grants every day' },
  { job: reckonClocks, pattern: '15 0 * * *', zh: '每日重新推算时限', en: 'Reckon clocks every day' },
  { job: findCandidates, pattern: '25 0 * * *', zh: '每日查找应帮未帮线索', en: 'Look for who may need help every day' },
  { job: makeAllReports, pattern: '30 0 1 * *', zh: '每月一日生成上月分析月报', en: 'Make last month’s reports on the first' },
];
