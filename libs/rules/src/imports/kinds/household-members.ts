/** 家庭成员: the members of registered households. */
import { birthDateAgrees, sexAgrees } from '../checks.js';
import { date, money, name, residentId, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { remark, sexColumn } from './shared-columns.js';

const columns = {
  headName: name('户主姓名', 'Head', { also: ['职工姓名', '户主'] }),
  headId: residentId('户主身份证号', 'Head’s resident ID', {
    also: ['户主身份证号码', '户主身份证', '职工身份证号', '职工身份证号码'],
    required: true,
  }),
  memberName: name('成员姓名', 'Member', { also: ['家庭成员姓名', '姓名'], required: true }),
  relation: text('与户主关系', 'Relation', { also: ['关系', '与职工关系', '称谓', '与本人关系'] }),
  sex: sexColumn,
  memberId: residentId('成员身份证号', 'Resident ID', { also: ['成员身份证号码', '身份证号', '身份证号码', '家庭成员身份证号'] }),
  birthDate: date('出生日期', 'Born', { also: ['出生年月', '出生年月日'] }),
  status: text('身份状况', 'Status', { also: ['身份', '工作状态', '就业状况'] }),
  income: money('月收入(元)', 'Monthly income', { also: ['月收入', '本人月收入'] }),
  health: text('健康状况', 'Health', { also: ['身体状况'] }),
  schooling: text('文化程度/就读学校', 'Schooling', { also: ['文化程度', '就读学校', '单位或学校', '学历'] }),
  remark,
};

export const householdMembers = ledgerKind({
  code: 'household-member',
  zh: '困难职工家庭成员',
  en: 'Household members',
  columns,
  keys: ({ headId, memberId, memberName }) => [
    [headId?.number, memberId?.number],
    [headId?.number, memberName],
  ],
  amount: [],
  checks: [sexAgrees(columns, 'sex', 'memberId'), birthDateAgrees(columns, 'birthDate', 'memberId')],
  head: ({ headId }) => headId?.number,
});
