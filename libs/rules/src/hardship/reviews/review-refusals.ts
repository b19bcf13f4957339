import { refusals } from '../../shared/refusal.js';

export const refuseReviews = refusals({
  'hardship.review-without-owner': {
    kind: 'conflict',
    zh: '有{files}份困难职工档案复核到期而无人负责（{where}）。请为这些单位指定能录入困难职工档案的在用人员，再重新运行“安排复核”。',
    en: '{files} hardship files are due for review and on nobody’s list ({where}). Give somebody active there the right to record hardship files, then run the planning of reviews again.',
  },
});
