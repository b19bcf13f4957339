import { forgetAnswers, refreshReach } from './access.js';
import { findCandidates } from './candidates.js';
import { lapseCertificates } from './certificates.js';
import type { JobDefinition } from './definition.js';
import { reckonClocks } from './deadlines.js';
import { sweepFiles } from './documents.js';
import { checkReviews, planReviews } from './hardship.js';
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
  { job: forgetAnswers, pattern: '10 0 * * *', zh: '每日清理过期的重复提交答复', en: 'Forget old answers to repeated requests every day' },
  { job: reckonClocks, pattern: '15 0 * * *', zh: '每日重新推算时限', en: 'Reckon clocks every day' },
  { job: lapseCertificates, pattern: '20 0 * * *', zh: '每日核对特困证年检期限', en: 'Lapse unchecked certificates every day' },
  { job: findCandidates, pattern: '25 0 * * *', zh: '每日查找应帮未帮线索', en: 'Look for who may need help every day' },
  { job: sweepFiles, pattern: '45 1 * * *', zh: '每日清理无主附件文件', en: 'Remove stored files that no record names, every day' },
  { job: planReviews, pattern: '35 0 * * *', zh: '每日安排困难档案复核', en: 'Plan the reviews of hardship files every day' },
  {
    job: checkReviews,
    pattern: '55 0 * * *',
    zh: '每日核查到期复核有人负责',
    en: 'Check every day that due reviews are on somebody’s list',
  },
  { job: makeAllReports, pattern: '30 0 1 * *', zh: '每月一日生成上月分析月报', en: 'Make last month’s reports on the first' },
];
