import type { HonourLevel } from '../../aid/codes.js';
import { metricsOf, type Metric } from '../metric.js';

const incident = metricsOf({ fact: 'mass_incident', on: 'occurred_on' }, 'incidents');
const filed = metricsOf({ fact: 'hardship_file', on: 'filed_on' }, 'hardship');
const standing = metricsOf({ fact: 'hardship_file', on: 'filed_on', until: 'ended_on' }, 'hardship');
const visit = metricsOf({ fact: 'disbursement', on: 'paid_on' }, 'visits', [{ column: 'programme', in: ['visit'] }]);
const honoured = metricsOf({ fact: 'disbursement', on: 'paid_on' }, 'model');
const legal = metricsOf({ fact: 'legal_aid_matter', on: 'started_on' }, 'legal');

const incidentsBy = ['unit', 'form', 'category', 'industry', 'ownership'];
const filedBy = ['unit', 'filedClass', 'cause', 'employment', 'filedBy'];
const visitsBy = ['unit', 'level', 'campaign', 'fund', 'kind', 'method'];
const service = [{ column: 'kind', in: ['service'] }] as const;
const aidCase = [{ column: 'kind', in: ['case'] }] as const;

/** 三金 of one level: the persons paid and the money. */
function threeFunds(level: HonourLevel, zh: string, en: string): Metric[] {
  const where = [
    { column: 'programme', in: ['model-worker'] },
    { column: 'honour_level', in: [level] },
  ] as const;
  return [
    honoured(level, '元', `${zh}三金`, `Three funds, ${en}`, { measure: { sum: ['cash_fen'] }, where, byNow: ['unit'] }),
    honoured(`${level}-persons`, '人', `${zh}三金发放人数`, `Persons paid, ${en}`, { where, byNow: ['unit'] }),
  ];
}
/** What the 三金 consist of is the ledgers' split; no instrument that was read says so. */
const part = (id: string, zh: string, en: string): Metric =>
  honoured(`part-${id}`, '元', `劳模三金·${zh}`, `Three funds: ${en}`, {
    measure: { part: id },
    where: [{ column: 'programme', in: ['model-worker'] }],
    byNow: ['unit', 'honour'],
  });
const allowance = [{ column: 'programme', in: ['closed-enterprise-allowance'] }] as const;

export const aidMetrics: readonly Metric[] = [
  incident('count', '件', '群体性劳动争议事件', 'Mass incidents', { byNow: incidentsBy }),
  incident('workers', '人', '群体性事件涉及职工', 'Workers in mass incidents', { measure: { sum: ['worker_count'] }, byNow: incidentsBy }),
  incident('amount', '元', '群体性事件涉及金额', 'Amount in mass incidents', { measure: { sum: ['amount_fen'] } }),

  filed('filed', '户', '新建困难职工档案', 'Hardship files entered', { byNow: filedBy }),
  filed('severe', '人', '录入特困职工', 'Workers in severe hardship entered', {
    where: [{ column: 'filed_class', in: ['severe'] }],
    byNow: ['unit', 'cause', 'employment'],
  }),
  filed('ordinary', '人', '录入困难职工', 'Workers in hardship entered', {
    where: [{ column: 'filed_class', in: ['ordinary'] }],
    byNow: ['unit', 'cause', 'employment'],
  }),
  filed('persons', '人', '建档家庭人口', 'Persons of the households', { measure: { sum: ['household_size'] }, byNow: ['unit'] }),
  standing('active', '户', '期末在册困难职工档案', 'Hardship files in force at the end', { by: ['unit', 'class'] }),

  visit('made', '户次', '走访慰问', 'Visits made', { byNow: visitsBy }),
  visit('cash', '元', '慰问金', 'Money given', { measure: { sum: ['cash_fen'] }, byNow: visitsBy }),
  visit('goods', '元', '慰问物资折价', 'Goods given', { measure: { sum: ['goods_fen'] }, byNow: visitsBy }),
  visit('value', '元', '慰问款物合计', 'Money and goods given', { measure: { sum: ['cash_fen', 'goods_fen'] }, byNow: visitsBy }),
  visit('households', '户', '走访慰问户数', 'Households visited', { measure: { distinct: 'person_id' }, reach: 'spans' }),

  ...threeFunds('national', '全国劳模', 'national'),
  ...threeFunds('provincial', '省部劳模', 'provincial'),
  ...threeFunds('city', '市劳模', 'city'),
  part('festival', '春节慰问金', 'Spring Festival'),
  part('living', '生活困难补助金', 'living subsidy'),
  part('special', '特殊困难帮扶金', 'special hardship'),
  honoured('allowance', '元', '关停企业退休劳模荣誉津贴', 'Allowance of retired model workers', {
    measure: { sum: ['cash_fen'] },
    where: allowance,
    byNow: ['unit'],
  }),
  honoured('allowance-persons', '人', '荣誉津贴发放人数', 'Persons paid the allowance', { where: allowance, byNow: ['unit'] }),

  legal('services', '件', '工会法律服务', 'Legal services', { where: service, byNow: ['unit', 'form', 'category'] }),
  legal('cases', '件', '法律援助案件', 'Legal-aid cases', { where: aidCase, byNow: ['unit', 'form', 'category'] }),
  legal('service-beneficiaries', '人', '法律服务受益职工', 'Beneficiaries of services', {
    measure: { sum: ['beneficiary_count'] },
    where: service,
  }),
  legal('case-beneficiaries', '人', '法律援助受益职工', 'Beneficiaries of cases', {
    measure: { sum: ['beneficiary_count'] },
    where: aidCase,
  }),
  legal('beneficiaries', '人', '法律服务和援助受益职工', 'Beneficiaries', { measure: { sum: ['beneficiary_count'] }, byNow: ['unit'] }),
  legal('recovered', '元', '挽回经济损失', 'Losses recovered', { measure: { sum: ['recovered_fen'] } }),
  legal('subsidy', '元', '办案补贴', 'Subsidies paid', { measure: { sum: ['subsidy_fen'] } }),
];
