/** 群体性劳动争议事件台账 */
import { disputeCategories, incidentForms } from '../../disputes/codes.js';
import { industries, ownerships } from '../../organisations/codes.js';
import { notBefore } from '../checks.js';
import { choice, count, date, documentNumber, longText, money, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import { districtColumn, employerCodeColumn, remark } from './shared-columns.js';

const columns = {
  number: documentNumber('事件编号', 'Incident number', { also: ['编号', '事件号'], required: true }),
  occurredOn: date('发生日期', 'Occurred on', { also: ['发生时间', '事发日期'], required: true }),
  district: districtColumn,
  employerName: text('发生单位', 'Employer', { also: ['单位名称', '涉事单位', '事发单位'], required: true }),
  employerCode: employerCodeColumn,
  industry: choice('所属行业', 'Industry', industries, { also: ['行业'] }),
  ownership: choice('单位性质', 'Ownership', ownerships, { also: ['企业性质', '经济类型'] }),
  workerCount: count('涉及职工人数', 'Workers', { also: ['涉及人数', '人数', '参与人数'], required: true }),
  form: choice('表现形式', 'Form', incidentForms, { also: ['事件形式', '形式'] }),
  category: choice('争议类型', 'Category', disputeCategories, { also: ['争议类别', '起因'] }),
  request: longText('主要诉求', 'Demands', { also: ['诉求', '职工诉求'] }),
  handlers: text('工会参与人员', 'Union staff', { also: ['参与人员', '工会人员', '处置人员'] }),
  steppedInOn: date('介入日期', 'Stepped in on', { also: ['介入时间'] }),
  resolvedOn: date('化解日期', 'Resolved on', { also: ['化解时间', '解决日期', '平息日期'] }),
  result: text('处置结果', 'Result', { also: ['处理结果', '化解方式'] }),
  amount: money('涉及金额(元)', 'Amount', { also: ['涉及金额', '金额'] }),
  remark,
};

export const massIncidents = ledgerKind({
  code: 'mass-incident',
  zh: '群体性劳动争议事件台账',
  en: 'Mass incidents',
  columns,
  keys: ({ number }) => [[number]],
  amount: ['amount'],
  checks: [
    notBefore(columns, 'steppedInOn', 'occurredOn'),
    notBefore(columns, 'resolvedOn', 'occurredOn'),
    notBefore(columns, 'resolvedOn', 'steppedInOn'),
  ],
});
