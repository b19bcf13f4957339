/** What the ledgers' makers say is in them, as figures of a report: each path of truth.json beside the key that must hold it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { facts, type FactName } from '#rules/reports/facts';

export interface Expected {
  /** where truth.json says it */
  path: string;
  /** 2012 for the year's report, 2012-03 for a month's */
  report: string;
  /** the figures that add up to it; one with a minus before it is taken away */
  keys: string[];
  value: number;
}

type Tree = { [name: string]: Tree | number | string };
const truth = JSON.parse(readFileSync(resolve('test/data/suzhou-2012/truth.json'), 'utf8')) as {
  totals: Tree;
  codes: { districts: { code: string; name: string }[] };
};

export const districts: readonly { code: string; name: string }[] = truth.codes.districts;

const at = (path: string): Tree[string] => path.split('/').reduce<Tree[string]>((node, name) => (node as Tree)[name]!, truth.totals);
const entries = (path: string): [string, Tree[string]][] => Object.entries(at(path) as Tree);

/** The code of a label that the ledgers print; what nobody filled in has none. */
function codeOf(fact: FactName, dimension: string, label: string): string {
  if (label.startsWith('(未')) return '';
  const labels = facts[fact].dimensions[dimension]!.labels;
  if (!labels) return label;
  const code = Object.keys(labels).find((candidate) => labels[candidate]!.zh === label);
  if (code === undefined) throw new Error(`${dimension} knows no ${label}`);
  return code;
}

const YEAR = '2012';

/** `unitOf` says which organisation stands for a district of the ledgers. */
export function expectations(unitOf: (district: string) => string): Expected[] {
  const all: Expected[] = [];
  const expect = (path: string, key: string | string[], report = YEAR, value = at(path)): void =>
    void all.push({ path, report, keys: [key].flat(), value: value as number });

  const total = (path: string, metric: string): void => expect(path, `${metric}@${YEAR}`);
  /** A breakdown: by the codes of a dimension, of one number or of several. */
  const by = (path: string, fact: FactName, dimension: string, metrics: string | Record<string, string>, report = YEAR): void => {
    for (const [label, node] of entries(path)) {
      const code = dimension === 'unit' ? unitOf(label) : codeOf(fact, dimension, label);
      const parts: [string, string][] = typeof metrics === 'string' ? [['', metrics]] : Object.entries(metrics);
      for (const [part, metric] of parts) {
        const inner = part ? `${path}/${label}/${part}` : `${path}/${label}`;
        if (part && (node as Tree)[part] === undefined) continue;
        expect(inner, `${metric}@${report}:${dimension}=${code}`, report);
      }
    }
  };
  /** Month by month: in the report of the year, and in each month's own. */
  const months = (
    path: string,
    metrics: string | Record<string, string>,
    when = (month: string): string => month,
    reports: readonly string[] = ['year', 'month'],
  ): void => {
    for (const [month, node] of entries(path)) {
      if (!month.startsWith(YEAR)) continue;
      for (const [part, metric] of typeof metrics === 'string' ? [['', metrics] as const] : Object.entries(metrics)) {
        const value = part ? (node as Tree)[part] : node;
        if (value === undefined) continue;
        for (const report of reports)
          expect(`${path}/${month}${part && `/${part}`}`, `${metric}@${when(month)}`, report === 'year' ? YEAR : month, value);
      }
    }
  };
  const byMonths = (path: string, fact: FactName, dimension: string, metric: string): void => {
    for (const [month] of entries(path)) by(`${path}/${month}`, fact, dimension, metric, month);
  };
  const lastDay = (month: string): string =>
    new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

  // 劳动争议
  for (const [name, metric] of Object.entries({
    accepted: 'accepted',
    success: 'settled-of-accepted',
    workers: 'workers',
    notAccepted: 'not-accepted',
    collectiveCases: 'collective',
    collectiveWorkers: 'collective-workers',
  }))
    total(`disputes/${name}`, `disputes.${metric}`);
  for (const amount of ['claimed', 'agreed', 'performed']) total(`disputes/${amount}/fen`, `disputes.${amount}`);
  total('disputes/success', 'disputes.settled');
  by('disputes/byCategory', 'dispute', 'category', 'disputes.accepted');
  by('disputes/byChannel', 'dispute', 'channel', 'disputes.accepted');
  by('disputes/byIndustry', 'dispute', 'industry', 'disputes.accepted');
  by('disputes/byOwnership', 'dispute', 'ownership', 'disputes.accepted');
  by('disputes/byDistrict', 'dispute', 'unit', {
    accepted: 'disputes.accepted',
    success: 'disputes.settled-of-accepted',
    notAccepted: 'disputes.not-accepted',
  });
  for (const [label] of entries('disputes/byOutcome')) {
    const code = codeOf('dispute', 'outcome', label);
    expect(
      `disputes/byOutcome/${label}`,
      `${label.startsWith('不予受理') ? 'disputes.not-accepted' : 'disputes.accepted'}@${YEAR}:outcome=${code}`,
    );
  }
  months('disputes/byMonthAccepted', 'disputes.accepted');
  months('disputes/byMonthClosed', 'disputes.closed');
  months('disputes/byMonthSuccess', 'disputes.settled');
  months('disputes/pendingAtMonthEnd', 'disputes.pending', lastDay);
  byMonths('disputes/byMonthCategory', 'dispute', 'category', 'disputes.accepted');
  expect('disputes/closedNextYear', `disputes.pending@${YEAR}-12-31`);
  total('disputes/rows', 'disputes.registered');

  // 群体性事件
  const incident = { incidents: 'incidents.count', workers: 'incidents.workers' };
  total('massIncidents/incidents', 'incidents.count');
  total('massIncidents/workers', 'incidents.workers');
  by('massIncidents/byCategory', 'mass_incident', 'category', incident);
  by('massIncidents/byKind', 'mass_incident', 'form', incident);
  by('massIncidents/byDistrict', 'mass_incident', 'unit', incident);
  months('massIncidents/byMonth', incident, undefined, ['month']);
  months('massIncidents/byMonth', { incidents: 'incidents.count' }, undefined, ['year']);

  // 困难职工
  const filed = { 特困职工: 'hardship.severe', 困难职工: 'hardship.ordinary' };
  total('hardship/files', 'hardship.filed');
  total('hardship/persons', 'hardship.persons');
  expect('hardship/members', [`hardship.persons@${YEAR}`, `-hardship.filed@${YEAR}`]);
  for (const [name, metric] of Object.entries(filed)) total(`hardship/byClass/${name}`, metric);
  by('hardship/byClass', 'hardship_file', 'filedClass', 'hardship.filed');
  by('hardship/byCause', 'hardship_file', 'cause', 'hardship.filed');
  by('hardship/byWork', 'hardship_file', 'employment', 'hardship.filed');
  by('hardship/byDistrict', 'hardship_file', 'unit', filed);
  for (const [district] of entries('hardship/byTown')) by(`hardship/byTown/${district}`, 'hardship_file', 'filedBy', 'hardship.filed');
  months('hardship/byMonth', filed, undefined, ['month']);

  // 法律服务与援助
  for (const [name, metric] of Object.entries({
    services: 'services',
    cases: 'cases',
    beneficiaries: 'beneficiaries',
    serviceBeneficiaries: 'service-beneficiaries',
    caseBeneficiaries: 'case-beneficiaries',
    'recovered/fen': 'recovered',
    'subsidy/fen': 'subsidy',
  }))
    total(`legalAid/${name}`, `legal.${metric}`);
  by('legalAid/servicesByForm', 'legal_aid_matter', 'form', 'legal.services');
  by('legalAid/casesByForm', 'legal_aid_matter', 'form', 'legal.cases');
  by('legalAid/casesByCategory', 'legal_aid_matter', 'category', 'legal.cases');
  by('legalAid/servicesByDistrict', 'legal_aid_matter', 'unit', 'legal.services');
  months('legalAid/servicesByMonth', 'legal.services', undefined, ['month']);
  months('legalAid/casesByMonth', 'legal.cases', undefined, ['month']);

  // 劳模
  for (const level of ['national', 'provincial', 'city'] as const) {
    total(`modelWorkers/${level}/total/fen`, `model.${level}`);
    total(`modelWorkers/${level}/rows`, `model.${level}-persons`);
    by(`modelWorkers/${level}/byDistrict`, 'disbursement', 'unit', `model.${level}`);
    months(`modelWorkers/${level}/byMonth`, `model.${level}`, undefined, ['month']);
    for (const [part, metric] of [
      ['festivalFen', 'festival'],
      ['hardFen', 'living'],
      ['specialFen', 'special'],
    ])
      expect(`modelWorkers/${level}/${part}`, `model.part-${metric}@${YEAR}:honour=${level}`);
  }
  const lists = ['national', 'provincial', 'city', 'allowance'];
  expect(
    'modelWorkers/threeFunds/fen',
    lists.slice(0, 3).map((list) => `model.${list}@${YEAR}`),
  );
  expect(
    'modelWorkers/total/fen',
    lists.map((list) => `model.${list}@${YEAR}`),
  );
  expect(
    'modelWorkers/rows',
    lists.map((list) => `model.${list}-persons@${YEAR}`),
  );
  total('modelWorkers/allowance/total/fen', 'model.allowance');
  total('modelWorkers/allowance/rows', 'model.allowance-persons');
  months('modelWorkers/allowance/byMonth', 'model.allowance', undefined, ['month']);

  // 信访
  const simple = {
    contacts: 'contacts',
    persons: 'persons',
    matters: 'matters',
    anonymous: 'anonymous',
    groupVisits: 'group-visits',
    groupVisitPersons: 'group-visit-persons',
    labelledRepeat: 'repeats',
  };
  for (const [name, metric] of Object.entries(simple)) total(`petitions/${name}`, `petitions.${metric}`);
  by('petitions/byChannel', 'petition', 'channel', { contacts: 'petitions.contacts', persons: 'petitions.persons' });
  for (const [path, dimension] of Object.entries({
    byPurpose: 'purpose',
    bySubject: 'subject',
    byIssue: 'detail',
    byHandling: 'handling',
    byResult: 'result',
    bySatisfaction: 'satisfaction',
    byDistrict: 'unit',
  }))
    by(`petitions/${path}`, 'petition', dimension, 'petitions.contacts');
  expect('petitions/repeats', [`petitions.contacts@${YEAR}`, `-petitions.matters@${YEAR}`]);
  expect('petitions/stillOpen', `petitions.contacts@${YEAR}:result=`);
  months('petitions/byMonth', 'petitions.contacts');
  byMonths('petitions/byMonthChannel', 'petition', 'channel', 'petitions.contacts');
  byMonths('petitions/byMonthIssue', 'petition', 'detail', 'petitions.contacts');
  months('petitions/pendingAtMonthEnd', 'petitions.pending', lastDay, ['month']);

  // 走访慰问
  const given = { households: 'visits.made', moneyFen: 'visits.cash', goodsFen: 'visits.goods' };
  for (const [name, metric] of Object.entries({ households: 'made', 'money/fen': 'cash', 'goods/fen': 'goods', 'sum/fen': 'value' }))
    total(`visits/${name}`, `visits.${metric}`);
  total('visits/households', 'visits.households');
  for (const [path, dimension] of Object.entries({
    byCampaign: 'campaign',
    byClass: 'kind',
    byDistrict: 'unit',
    byFund: 'fund',
    byLevel: 'level',
    byPayment: 'method',
  }))
    by(`visits/${path}`, 'disbursement', dimension, given);
  months('visits/byMonth', given, undefined, ['month']);
  return all;
}

/** What truth.json tells that no figure of a report is: facts about the ledgers as such. Closed late, for one, is counted there by the year of acceptance and in a report by that of closing. */
export const NOT_FIGURES = [
  'disputes/closedAfter15Days',
  'modelWorkers/allowance/byDistrict',
  'petitions/labelledRepeatFirstContactInEarlierYear',
  'visits/withFileOfTheYear',
] as const;

/** What the report prints as the success rate of the year: accepted and settled, in tenths of a percent. */
export const SUCCESS_RATE = `${(Math.round((at('disputes/successRate') as number) * 1000) / 10).toFixed(1)}%`;

/** Every leaf of truth.json's totals, for knowing that none was forgotten. */
export function leaves(node: Tree[string] = truth.totals, path = ''): string[] {
  if (typeof node !== 'object') return [path];
  return Object.entries(node).flatMap(([name, inner]) => leaves(inner, path ? `${path}/${name}` : name));
}
