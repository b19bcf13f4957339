/** 劳模三金发放表 and 关停企业退休劳模津贴: a person is paid once a year on each list. */
import { honourLevels, paymentMethods } from '../../aid/codes.js';
import { phoneKnown, sexAgrees, somethingPaid, sumAgrees } from '../checks.js';
import { choice, count, date, money, text, year } from '../column-forms.js';
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

const both = {
  name: personName,
  sex: sexColumn,
  idNumber: requiredId,
  phone: phoneColumn,
  honour: text('荣誉称号', 'Honour', { also: ['称号', '劳模称号'] }),
  honourYear: year('授予年份', 'Year of honour', { also: ['授予年度', '荣誉年份', '评定年份'] }),
  bank: bankColumn,
  card: cardColumn,
  paidOn: date('发放日期', 'Paid on', { also: ['发放时间'], required: true }),
  remark,
};

const paymentColumns = {
  honourLevel: choice('劳模级别', 'Level', honourLevels, {
    also: ['级别', '劳模等级', '荣誉级别'],
    alias: {
      全国劳模: 'national',
      全国: 'national',
      省部级劳模: 'provincial',
      省部级: 'provincial',
      省级: 'provincial',
      市劳模: 'city',
      市级: 'city',
      市级劳模: 'city',
      市劳动模范: 'city',
    },
  }),
  employerName: workplace,
  inPost: text('在职/退休', 'In post or retired', { also: ['在职状态', '是否退休', '人员状态'] }),
  district: districtColumn,
  festival: money('春节慰问金(元)', 'Spring Festival', { also: ['春节慰问金', '荣誉津贴', '慰问金'] }),
  living: money('生活困难补助金(元)', 'Living subsidy', { also: ['生活困难补助金', '生活困难补助', '低收入补助金'] }),
  special: money('特殊困难帮扶金(元)', 'Special hardship', { also: ['特殊困难帮扶金', '特殊困难帮扶', '特殊困难补助金'] }),
  total: money('合计(元)', 'Total', { also: ['合计', '合计金额', '发放金额'], required: true }),
  method: choice('发放方式', 'Paid by', paymentMethods, { also: ['发放形式', '支付方式'], alias: { 打卡: 'card', 转账: 'card' } }),
  ...both,
};

export const modelWorkerPayments = ledgerKind({
  code: 'model-worker',
  zh: '劳模三金发放表',
  en: 'Model workers’ three funds',
  columns: paymentColumns,
  keys: ({ idNumber, honourLevel, paidOn }) => [[idNumber?.number, honourLevel ?? '', paidOn?.slice(0, 4)]],
  amount: ['total'],
  checks: [
    sumAgrees(paymentColumns, 'total', ['festival', 'living', 'special']),
    somethingPaid(paymentColumns, ['total']),
    sexAgrees(paymentColumns, 'sex', 'idNumber'),
    phoneKnown(paymentColumns, 'phone', 'name'),
  ],
});

const allowanceColumns = {
  employerName: text('原工作单位', 'Former employer', { also: ['工作单位', '原单位', '关停企业'] }),
  closedYear: year('关停年份', 'Closed in', { also: ['企业关停年份', '关停年度'] }),
  monthly: money('月津贴标准(元)', 'Monthly rate', { also: ['月津贴标准', '津贴标准', '月标准'] }),
  months: count('发放月数', 'Months', { also: ['月数'] }),
  difference: money('补差(元)', 'Equalising part', { also: ['补差', '补差金额'] }),
  total: money('津贴金额(元)', 'Allowance', { also: ['津贴金额', '合计', '发放金额', '金额'], required: true }),
  ...both,
};

export const closedEnterpriseAllowances = ledgerKind({
  code: 'closed-enterprise-allowance',
  zh: '关停企业退休劳模荣誉津贴发放表',
  en: 'Allowance of model workers of closed enterprises',
  columns: allowanceColumns,
  keys: ({ idNumber, paidOn }) => [[idNumber?.number, paidOn?.slice(0, 4)]],
  amount: ['total'],
  checks: [
    somethingPaid(allowanceColumns, ['total']),
    sexAgrees(allowanceColumns, 'sex', 'idNumber'),
    phoneKnown(allowanceColumns, 'phone', 'name'),
  ],
});
