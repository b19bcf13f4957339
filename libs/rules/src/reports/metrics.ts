import type { Metric, Ratio } from './metric.js';
import { aidMetrics } from './metrics/aid.js';
import { disputeMetrics } from './metrics/disputes.js';
import { petitionMetrics } from './metrics/petitions.js';

/** Every figure that a report can hold. */
export const metrics: readonly Metric[] = [...disputeMetrics, ...petitionMetrics, ...aidMetrics];

const byId = new Map(metrics.map((metric) => [metric.id, metric]));
export const findMetric = (id: string): Metric | undefined => byId.get(id);

export function metricOf(id: string): Metric {
  const metric = byId.get(id);
  if (!metric) throw new Error(`No such metric: ${id}`);
  return metric;
}

/** 成功率 has two honest denominators; both are printed, each with its name. */
export const ratios = {
  'success-of-accepted': {
    id: 'success-of-accepted',
    zh: '调解成功率（当期受理口径）',
    en: 'Success rate, of those accepted',
    of: 'disputes.settled-of-accepted',
    over: 'disputes.accepted',
  },
  'success-of-closed': {
    id: 'success-of-closed',
    zh: '调解成功率（当期结案口径）',
    en: 'Success rate, of those closed',
    of: 'disputes.settled',
    over: 'disputes.closed-counted',
  },
  acceptance: { id: 'acceptance', zh: '受理率', en: 'Acceptance rate', of: 'petitions.accepted', over: 'petitions.contacts' },
  'acceptance-in-time': {
    id: 'acceptance-in-time',
    zh: '按期受理率',
    en: 'Accepted in time',
    of: 'petitions.accepted-in-time',
    over: 'petitions.accepted',
  },
  'handling-in-time': {
    id: 'handling-in-time',
    zh: '按期办结率',
    en: 'Closed in time',
    of: 'petitions.handled-in-time',
    over: 'petitions.handled',
  },
  satisfaction: { id: 'satisfaction', zh: '满意率', en: 'Satisfaction rate', of: 'petitions.content', over: 'petitions.rated' },
} as const satisfies Record<string, Ratio>;
export type RatioName = keyof typeof ratios;
