import { refusals } from '../shared/refusal.js';

export const refuseReport = refusals({
  'reports.period': {
    kind: 'invalid',
    zh: '统计期间无效，请按“2012-03”（月报）或“2012”（年报）填写。',
    en: 'The period is not valid. Give 2012-03 for a month or 2012 for a year.',
  },
  'reports.period-ahead': {
    kind: 'invalid',
    zh: '统计期间还没有开始，请选择已经开始的月份或年份。',
    en: 'The period has not begun yet. Please choose one that has.',
  },
  'reports.as-of-ahead': { kind: 'invalid', zh: '数据截至时间不能晚于现在。', en: 'The as-of time cannot lie in the future.' },
  'reports.not-made': {
    kind: 'conflict',
    zh: '这份报告还没有生成，请稍后再看；生成失败的请重新生成。',
    en: 'This report has not been made yet. Please wait, or have it made again if it failed.',
  },
  'reports.no-figure': {
    kind: 'not-found',
    zh: '这份报告里没有这个数字，请从报告中重新点开。',
    en: 'This report has no such figure. Please open it from the report again.',
  },
});
