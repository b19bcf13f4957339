import { refusals } from '../shared/refusal.js';

export const refuseClock = refusals({
  'deadlines.not-started': {
    kind: 'conflict',
    zh: '时限尚未起算。请先登记起算日期。',
    en: 'The clock has not started. Record the day it starts from first.',
  },
  'deadlines.end-missing': {
    kind: 'invalid',
    zh: '该期限由约定确定。请填写截止日期。',
    en: 'This period is set by agreement: give its last day.',
  },
  'deadlines.already-started': {
    kind: 'conflict',
    zh: '时限已经起算，不能重复起算。请核对起算日期。',
    en: 'The clock has started already. Check the day it started from.',
  },
  'deadlines.already-ended': {
    kind: 'conflict',
    zh: '时限已于{on}终结，不能再变更。',
    en: 'The clock ended on {on} and cannot be changed any more.',
  },
  'deadlines.before-last-event': {
    kind: 'invalid',
    zh: '日期不能早于上一次变动（{on}）。请核对日期。',
    en: 'The date must not lie before the last change ({on}). Check it.',
  },
  'deadlines.not-allowed': {
    kind: 'conflict',
    zh: '该时限依规则不能作此变更。请查看时限所依据的规则。',
    en: 'The rule of this clock does not allow that. See the rule it goes by.',
  },
  'deadlines.too-late': {
    kind: 'conflict',
    zh: '时限已于{due}届满，不能再变更。',
    en: 'The time ended on {due} and cannot be changed any more.',
  },
  'deadlines.already-suspended': {
    kind: 'conflict',
    zh: '时限已在中止中。请先恢复计算。',
    en: 'The clock is suspended already. Resume it first.',
  },
  'deadlines.not-suspended': {
    kind: 'conflict',
    zh: '时限未中止，无需恢复。',
    en: 'The clock is not suspended: there is nothing to resume.',
  },
  'deadlines.suspended-without-end': {
    kind: 'conflict',
    zh: '中止期间不能延至某日。请先恢复计算，或按日数延长。',
    en: 'A suspended clock cannot be extended to a date. Resume it first, or extend it by days.',
  },
  'deadlines.not-later': {
    kind: 'invalid',
    zh: '延长后的截止日期必须晚于{due}。',
    en: 'The extended date must lie after {due}.',
  },
  'deadlines.extension-too-long': {
    kind: 'invalid',
    zh: '延长累计不得超过{most}日。请减少延长日数。',
    en: 'Extensions may add {most} days at most. Ask for fewer.',
  },
});
