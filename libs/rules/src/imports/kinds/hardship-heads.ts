/** 困难职工登记表: one row a household, by its head. */
import { employmentStates, hardshipCauses, hardshipClasses } from '../../hardship/codes.js';
import { phoneKnown, sexAgrees } from '../checks.js';
import { choice, count, date, employerCode, money, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { codeHeaders, districtColumn, personName, phoneColumn, remark, requiredId, sexColumn, workplace } from './shared-columns.js';

const columns = {
  name: personName,
  sex: sexColumn,
  idNumber: requiredId,
  ethnicity: text('民族', 'Ethnicity'),
  politics: text('政治面貌', 'Political status'),
  registeredAt: text('户籍', 'Household registration', { also: ['户口所在地', '户籍所在地', '户籍地'] }),
  phone: phoneColumn,
  employerName: workplace,
  employerCode: employerCode('组织机构代码', 'Employer code', { also: codeHeaders }),
  employment: choice('就业状况', 'Employment', employmentStates, {
    also: ['工作状态', '工作状况', '就业状态'],
    alias: { 下岗: 'laid-off', 待岗: 'laid-off', 失业: 'unemployed', 无业: 'unemployed', 在职: 'employed' },
  }),
  health: text('健康状况', 'Health', { also: ['身体状况'] }),
  householdSize: count('家庭人口', 'Persons', { also: ['家庭人口数', '家庭人数', '人口'] }),
  income: money('家庭月收入(元)', 'Monthly income', { also: ['家庭月收入', '月收入', '家庭月总收入'] }),
  outlay: money('月刚性支出(元)', 'Monthly rigid outlay', { also: ['月刚性支出', '刚性支出', '家庭月刚性支出'] }),
  mainCause: choice('致困原因', 'Main cause', hardshipCauses, { also: ['主要致困原因', '困难原因', '主要困难原因'] }),
  hardshipClass: choice('困难类别', 'Class', hardshipClasses, {
    also: ['困难类型', '类别'],
    required: true,
    alias: { 特困: 'severe', 困难: 'ordinary' },
  }),
  certificateNo: text('特困证号', 'Certificate', { also: ['特困证编号', '特困职工证号'] }),
  filedOn: date('建档日期', 'Filed on', { also: ['建档时间', '录入日期', '登记日期'], required: true }),
  district: districtColumn,
  filedBy: text('建档单位(镇/街道)', 'Filed by', { also: ['建档单位', '建档镇(街道)', '所属镇(街道)', '镇/街道'] }),
  remark,
};

export const hardshipHeads = ledgerKind({
  code: 'hardship',
  zh: '困难职工登记表',
  en: 'Hardship register',
  columns,
  keys: ({ idNumber }) => [[idNumber?.number]],
  amount: [],
  checks: [sexAgrees(columns, 'sex', 'idNumber'), phoneKnown(columns, 'phone', 'name')],
});
