import type { Tone } from '../../kit/StatusTag.js';
import type { Label } from '../../kit/words.js';

/** What an import goes through, and what becomes of its rows, in words. */
export const importStatuses: Readonly<Record<string, Label & { tone: Tone }>> = {
  uploaded: { zh: '待试算', en: 'To be tried', tone: 'new' },
  checking: { zh: '试算中', en: 'Being tried', tone: 'waiting' },
  trying: { zh: '试算中', en: 'Being tried', tone: 'waiting' },
  checked: { zh: '已试算', en: 'Tried', tone: 'going' },
  running: { zh: '导入中', en: 'Importing', tone: 'waiting' },
  done: { zh: '已完成', en: 'Done', tone: 'good' },
  failed: { zh: '失败', en: 'Failed', tone: 'bad' },
  reversing: { zh: '撤销中', en: 'Being reversed', tone: 'waiting' },
  reversed: { zh: '已撤销', en: 'Reversed', tone: 'done' },
};

/** Work is under way: the page looks again by itself. */
export const isWorking = (status: string): boolean => ['checking', 'trying', 'running', 'reversing'].includes(status);

export const rowOutcomes = {
  created: { zh: '新增', en: 'Created' },
  updated: { zh: '更新', en: 'Updated' },
  unchanged: { zh: '无变化', en: 'Unchanged' },
  duplicate: { zh: '重复', en: 'Duplicate' },
  rejected: { zh: '退回', en: 'Rejected' },
  ignored: { zh: '非数据行', en: 'Ignored' },
  warned: { zh: '有提醒', en: 'With warnings' },
} as const satisfies Record<string, Label>;

export const ledgerKindWords = {
  hardship: { zh: '困难职工登记表(户主)', en: 'Hardship register (heads)' },
  'household-member': { zh: '困难职工登记表(家庭成员)', en: 'Hardship register (members)' },
  dispute: { zh: '劳动争议调解台账', en: 'Dispute ledger' },
  'mass-incident': { zh: '群体性事件台账', en: 'Mass-incident ledger' },
  petition: { zh: '信访登记台账', en: 'Petition ledger' },
  'legal-service': { zh: '法律服务台账', en: 'Legal-service ledger' },
  'legal-aid-case': { zh: '法律援助案件台账', en: 'Legal-aid cases' },
  visit: { zh: '走访慰问发放表', en: 'Visits and gifts' },
  'model-worker': { zh: '劳模三金发放表', en: 'Model-worker payments' },
  'closed-enterprise-allowance': { zh: '关停企业荣誉津贴发放表', en: 'Closed-enterprise allowances' },
} as const satisfies Record<string, Label>;
