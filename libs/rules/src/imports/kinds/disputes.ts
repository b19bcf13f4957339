/** 劳动争议调解台账 */
import { disputeCategories, disputeChannels, disputeOutcomes } from '../../disputes/codes.js';
import { industries, ownerships } from '../../organisations/codes.js';
import { notBefore, phoneKnown } from '../checks.js';
import { choice, count, date, documentNumber, longText, money, name, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { districtColumn, employerCodeColumn, optionalId, phoneColumn, remark } from './shared-columns.js';

const columns = {
  number: documentNumber('案件编号', 'Case number', { also: ['案号', '编号', '案件号'], required: true }),
  registeredOn: date('收案日期', 'Registered on', { also: ['登记日期', '申请日期', '收案时间'], required: true }),
  channel: choice('来源渠道', 'Channel', disputeChannels, { also: ['来源', '案件来源', '渠道'] }),
  applicantName: name('申请人姓名', 'Applicant', { also: ['申请人', '姓名'], required: true }),
  applicantId: optionalId,
  phone: phoneColumn,
  workerCount: count('涉及人数', 'Workers', { also: ['人数', '涉及职工人数', '涉案人数'] }),
  employerName: text('被申请单位', 'Employer', { also: ['被申请人', '用人单位', '单位名称'], required: true }),
  employerCode: employerCodeColumn,
  industry: choice('所属行业', 'Industry', industries, { also: ['行业'] }),
  ownership: choice('单位性质', 'Ownership', ownerships, { also: ['企业性质', '经济类型'] }),
  district: districtColumn,
  category: choice('争议类型', 'Category', disputeCategories, { also: ['争议类别', '案由', '争议事项'], required: true }),
  request: longText('调解请求', 'Request', { also: ['请求事项', '申请事项', '调解请求事项'] }),
  claimed: money('请求金额(元)', 'Claimed', { also: ['请求金额', '申请金额', '争议金额', '涉案金额'] }),
  mediationBody: text('调解组织', 'Mediation body', { also: ['调解机构', '调解委员会'] }),
  mediatorName: text('调解员', 'Mediator', { also: ['承办调解员', '调解人员'] }),
  acceptedOn: date('受理日期', 'Accepted on', { also: ['受理时间'] }),
  closedOn: date('结案日期', 'Closed on', { also: ['结案时间', '办结日期'] }),
  outcome: choice('结案方式', 'Outcome', disputeOutcomes, { also: ['处理结果', '调解结果', '结案结果'] }),
  agreed: money('协议金额(元)', 'Agreed', { also: ['协议金额', '调解金额'] }),
  performed: money('履行金额(元)', 'Performed', { also: ['履行金额', '到位金额'] }),
  performedOn: date('履行日期', 'Performed on', { also: ['履行时间'] }),
  remark,
};

export const disputes = ledgerKind({
  code: 'dispute',
  zh: '劳动争议调解台账',
  en: 'Dispute ledger',
  columns,
  keys: ({ number }) => [[number]],
  amount: ['claimed'],
  checks: [
    notBefore(columns, 'acceptedOn', 'registeredOn'),
    notBefore(columns, 'closedOn', 'registeredOn'),
    notBefore(columns, 'closedOn', 'acceptedOn'),
    phoneKnown(columns, 'phone', 'applicantName'),
  ],
});
