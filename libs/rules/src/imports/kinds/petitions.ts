/** 信访登记台账: one row a contact (件次). A second contact on the same matter has its own number and is no duplicate. */
import { disputeCategories } from '../../disputes/codes.js';
import {
  petitionChannels,
  petitionHandlings,
  petitionPurposes,
  petitionResults,
  petitionSubjects,
  satisfactions,
} from '../../petitions/codes.js';
import type { Label } from '../../shared/label.js';
import { notBefore, phoneKnown } from '../checks.js';
import { choice, count, date, documentNumber, longText, name, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { districtColumn, optionalId, phoneColumn, remark } from './shared-columns.js';

const contactKinds = { first: { zh: '初次', en: 'First' }, repeat: { zh: '重复', en: 'Repeat' } } as const satisfies Record<string, Label>;

const columns = {
  number: documentNumber('信访编号', 'Petition number', { also: ['编号', '信访号', '登记编号'], required: true }),
  registeredOn: date('登记日期', 'Registered on', { also: ['登记时间', '来访日期', '信访日期', '收件日期'], required: true }),
  channel: choice('信访形式', 'Channel', petitionChannels, {
    also: ['信访方式', '形式', '来源渠道'],
    required: true,
    alias: { 网上信访: 'W', 网络: 'W', 走访: 'V', 书信: 'L', 电话: 'T' },
  }),
  petitionerName: name('信访人姓名', 'Petitioner', { also: ['信访人', '姓名', '来访人', '来信人'] }),
  petitionerId: optionalId,
  phone: phoneColumn,
  address: text('住址', 'Address', { also: ['地址', '家庭住址', '联系地址'] }),
  personCount: count('人数', 'Persons', { also: ['来访人数', '信访人数', '涉及人数'] }),
  contactKind: choice('初访/重访', 'First or repeat', contactKinds, {
    also: ['初重访', '初/重', '初次/重复', '初重信访', '是否重访', '初信初访/重信重访'],
    alias: { 初信: 'first', 初访: 'first', 首次: 'first', 初: 'first', 重信: 'repeat', 重访: 'repeat', 再次: 'repeat', 重: 'repeat' },
  }),
  purpose: choice('信访目的', 'Purpose', petitionPurposes, {
    also: ['目的'],
    alias: { 揭发控告: 'accusation', 批评建议: 'suggestion', 建议: 'suggestion' },
  }),
  subject: choice('内容类别', 'Subject', petitionSubjects, { also: ['内容分类', '信访内容类别', '问题类别'], required: true }),
  detail: choice('问题细类', 'Issue', disputeCategories, { also: ['细类', '问题细分', '争议类型'] }),
  employerName: text('反映单位', 'Employer', { also: ['被反映单位', '涉及单位', '单位名称'] }),
  district: districtColumn,
  content: longText('主要内容', 'Content', { also: ['内容', '反映内容', '信访内容', '主要诉求'] }),
  handling: choice('办理方式', 'Handling', petitionHandlings, { also: ['处理方式'], alias: { 不予受理: 'decline', 交办件: 'assign_out' } }),
  handlingOffice: text('承办单位', 'Handling office', { also: ['承办部门', '办理单位'] }),
  handlerName: name('经办人', 'Handler', { also: ['承办人', '接访人', '办理人'] }),
  acceptedOn: date('受理日期', 'Accepted on', { also: ['受理时间'] }),
  closedOn: date('办结日期', 'Closed on', { also: ['办结时间', '结案日期'] }),
  result: choice('办理结果', 'Result', petitionResults, { also: ['处理结果', '结果'] }),
  satisfaction: choice('满意度', 'Satisfaction', satisfactions, { also: ['评价', '满意度评价'] }),
  remark,
};

export const petitions = ledgerKind({
  code: 'petition',
  zh: '信访登记台账',
  en: 'Petition ledger',
  columns,
  keys: ({ number }) => [[number]],
  amount: [],
  checks: [
    notBefore(columns, 'acceptedOn', 'registeredOn'),
    notBefore(columns, 'closedOn', 'registeredOn'),
    notBefore(columns, 'closedOn', 'acceptedOn'),
    phoneKnown(columns, 'phone', 'petitionerName'),
  ],
});
