import { refusals } from '#rules/shared/refusal';

export const refuseSystem = refusals({
  'system.job-not-failed': {
    kind: 'conflict',
    zh: '只有失败或已取消的作业可以重试。',
    en: 'Only a failed or cancelled job can be tried again.',
  },
  'system.job-ended': { kind: 'conflict', zh: '该作业已经结束，无法取消。', en: 'The job has ended and cannot be cancelled.' },
});
