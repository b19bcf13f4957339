import { refusals } from '#rules/shared/refusal';

export const refuseData = refusals({
  'data.unavailable': {
    kind: 'unavailable',
    zh: '数据库暂时不可用，刚才的操作没有保存。请稍后重试。',
    en: 'The database is not available for the moment; nothing was saved. Please try again shortly.',
  },
  'data.full': {
    kind: 'unavailable',
    zh: '数据库磁盘已满或只读，暂不能保存。请联系系统管理员。',
    en: 'The database is full or read-only and cannot save. Please tell the system administrator.',
  },
  'data.not-found': { kind: 'not-found', zh: '没有找到这条记录，或您无权查看。', en: 'There is no such record, or you may not see it.' },
  'data.changed-meanwhile': {
    kind: 'conflict',
    zh: '这条记录刚刚被他人修改过，请刷新后再办理。',
    en: 'Somebody has just changed this record. Please reload it and try again.',
  },
  'data.already-there': {
    kind: 'conflict',
    zh: '已有相同的记录（{constraint}），不能重复登记。',
    en: 'The same record exists already ({constraint}); it cannot be entered twice.',
  },
  'data.not-allowed': { kind: 'forbidden', zh: '您的权限不包括对这条记录的操作。', en: 'Your rights do not cover this record.' },
  'data.refused': {
    kind: 'invalid',
    zh: '数据不符合规则（{constraint}），没有保存。',
    en: 'The data break a rule ({constraint}); nothing was saved.',
  },
  'data.too-slow': {
    kind: 'unavailable',
    zh: '查询超时，请缩小范围后重试。',
    en: 'The query took too long. Please narrow it down and try again.',
  },
});
