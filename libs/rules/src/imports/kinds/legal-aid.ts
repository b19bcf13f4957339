/** 法律援助台账: services (件) and cases (宗), counted apart. */
import { disputeCategories } from '../../disputes/codes.js';
import { legalAidForms } from '../../legal-aid/codes.js';
import { satisfactions } from '../../petitions/codes.js';
import type { Label } from '../../shared/label.js';
import { notBefore, phoneKnown, sexAgrees } from '../checks.js';
import { choice, count, date, documentNumber, longText, money, name, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { districtColumn, employerCodeColumn, optionalId, phoneColumn, remark, sexColumn } from './shared-columns.js';

const yesNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const satisfies Record<string, Label>;
const formAliases = {
  咨询: 'advice',
  代书: 'drafting',
  参与协商调解: 'negotiation',
  调解: 'negotiation',
  仲裁: 'arbitration',
  诉讼: 'litigation',
} as const;

const both = {
  district: districtColumn,
  sex: sexColumn,
  idNumber: optionalId,
  phone: phoneColumn,
  beneficiaryCount: count('受益职工人数', 'Beneficiaries', { also: ['受益人数', '人数'], required: true }),
  employerCode: employerCodeColumn,
  lawFirm: text('律师事务所', 'Law firm', { also: ['律所'] }),
  remark,
};

const serviceColumns = {
  number: documentNumber('登记编号', 'Number', { also: ['编号', '服务编号'], required: true }),
  startedOn: date('服务日期', 'Served on', { also: ['服务时间', '日期'], required: true }),
  form: choice('服务形式', 'Form', legalAidForms, { also: ['服务方式', '形式'], required: true, alias: formAliases }),
  personName: name('服务对象', 'Person', { also: ['姓名', '服务对象姓名'], required: true }),
  category: choice('事项类别', 'Matter', disputeCategories, { also: ['事项类型', '争议类型'] }),
  employerName: text('涉及单位', 'Employer', { also: ['单位名称', '用人单位'] }),
  lawyerName: text('服务律师', 'Lawyer', { also: ['律师', '服务人员'] }),
  content: longText('服务内容', 'Content', { also: ['内容'] }),
  closedOn: date('办结日期', 'Closed on', { also: ['办结时间', '结案日期'] }),
  ...both,
};

export const legalServices = ledgerKind({
  code: 'legal-service',
  zh: '法律服务登记',
  en: 'Legal services',
  columns: serviceColumns,
  keys: ({ number }) => [[number]],
  amount: [],
  checks: [
    notBefore(serviceColumns, 'closedOn', 'startedOn'),
    sexAgrees(serviceColumns, 'sex', 'idNumber'),
    phoneKnown(serviceColumns, 'phone', 'personName'),
  ],
});

const caseColumns = {
  number: documentNumber('援助案号', 'Case number', { also: ['案号', '编号', '援助编号'], required: true }),
  startedOn: date('申请日期', 'Applied on', { also: ['申请时间'], required: true }),
  personName: name('受援人', 'Person', { also: ['受援人姓名', '姓名'], required: true }),
  migrantWorker: choice('是否农民工', 'Migrant worker', yesNo, { also: ['农民工'] }),
  employerName: text('被诉单位', 'Employer', { also: ['被申请单位', '用人单位', '涉及单位'] }),
  category: choice('争议类型', 'Category', disputeCategories, { also: ['案由', '事项类别'] }),
  form: choice('援助形式', 'Form', legalAidForms, { also: ['援助方式', '形式'], required: true, alias: formAliases }),
  approvedOn: date('审批日期', 'Approved on', { also: ['审批时间', '批准日期'] }),
  assignedOn: date('指派日期', 'Assigned on', { also: ['指派时间'] }),
  lawyerName: text('承办律师', 'Lawyer', { also: ['律师', '援助律师'] }),
  closedOn: date('结案日期', 'Closed on', { also: ['结案时间', '办结日期'] }),
  result: text('案件结果', 'Result', { also: ['结果', '办理结果'] }),
  recovered: money('挽回经济损失(元)', 'Recovered', { also: ['挽回经济损失', '挽回损失'] }),
  subsidy: money('办案补贴(元)', 'Subsidy', { also: ['办案补贴', '补贴'] }),
  satisfaction: choice('满意度', 'Satisfaction', satisfactions),
  ...both,
};

export const legalAidCases = ledgerKind({
  code: 'legal-aid-case',
  zh: '法律援助案件台账',
  en: 'Legal-aid cases',
  columns: caseColumns,
  keys: ({ number }) => [[number]],
  amount: ['recovered', 'subsidy'],
  checks: [
    notBefore(caseColumns, 'approvedOn', 'startedOn'),
    notBefore(caseColumns, 'assignedOn', 'startedOn'),
    notBefore(caseColumns, 'closedOn', 'startedOn'),
    notBefore(caseColumns, 'closedOn', 'approvedOn'),
    sexAgrees(caseColumns, 'sex', 'idNumber'),
    phoneKnown(caseColumns, 'phone', 'personName'),
  ],
});
