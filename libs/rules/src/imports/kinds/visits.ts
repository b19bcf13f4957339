/** 走访慰问发放表: money and goods brought to households. */
import { payeeKinds, paymentMethods, visitLevels } from '../../aid/codes.js';
import { phoneKnown, sexAgrees, somethingPaid, sumAgrees } from '../checks.js';
import { choice, count, date, money, name, text } from '../column-forms.js';
import { ledgerKind } from '../ledger-kind.js';
import {
  bankColumn,
  cardColumn,
  districtColumn,
  personName,
  phoneColumn,
  remark,
  requiredId,
  sexColumn,
  workplace,
} from './shared-columns.js';

const columns = {
  name: personName,
  sex: sexColumn,
  idNumber: requiredId,
  phone: phoneColumn,
  employerName: workplace,
  hardshipKind: choice('困难类别', 'Kind', payeeKinds, { also: ['困难类型', '类别', '慰问对象类别'] }),
  householdSize: count('家庭人口', 'Persons', { also: ['家庭人口数', '家庭人数'] }),
  level: choice('慰问层级', 'Level', visitLevels, {
    also: ['层级', '慰问级别'],
    alias: { 区级: 'district', 市区级: 'district', 镇级: 'town', 街道级: 'town' },
  }),
  campaign: text('慰问活动', 'Campaign', { also: ['活动名称', '活动', '慰问项目'] }),
  fundSource: text('资金来源', 'Source of money', { also: ['经费来源'] }),
  cash: money('慰问金(元)', 'Money', { also: ['慰问金', '慰问金额', '金额', '发放金额'], required: true }),
  goods: money('物资折价(元)', 'Goods', { also: ['物资折价', '慰问物资折价', '慰问品折价', '实物折价'] }),
  total: money('合计(元)', 'Total', { also: ['合计', '合计金额', '总计'] }),
  method: choice('发放方式', 'Paid by', paymentMethods, {
    also: ['发放形式', '支付方式'],
    alias: { 打卡: 'card', 转账: 'card', 银行转账: 'card' },
  }),
  bank: bankColumn,
  card: cardColumn,
  paidOn: date('发放日期', 'Paid on', { also: ['慰问日期', '走访日期', '发放时间', '慰问时间'], required: true }),
  payer: text('慰问单位', 'Visited by', { also: ['发放单位', '走访单位'] }),
  district: districtColumn,
  handler: name('经办人', 'Handler', { also: ['发放人', '走访人'] }),
  remark,
};

export const visits = ledgerKind({
  code: 'visit',
  zh: '走访慰问发放表',
  en: 'Visits and gifts',
  columns,
  keys: ({ idNumber, campaign, paidOn }) => [[idNumber?.number, campaign ?? '', paidOn]],
  amount: ['cash', 'goods'],
  checks: [
    sumAgrees(columns, 'total', ['cash', 'goods']),
    somethingPaid(columns, ['cash', 'goods']),
    sexAgrees(columns, 'sex', 'idNumber'),
    phoneKnown(columns, 'phone', 'name'),
  ],
});
