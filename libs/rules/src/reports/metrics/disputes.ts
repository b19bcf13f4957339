import { COLLECTIVE_FROM, disputeOutcomeCodes, disputeOutcomes, type OutcomeCount } from '../../disputes/codes.js';
import { metricsOf, OFTEN, type Metric } from '../metric.js';

const outcomesThatCount = (...as: OutcomeCount[]): readonly string[] =>
  disputeOutcomeCodes.filter((code) => as.includes(disputeOutcomes[code].counts));
const success = { column: 'outcome', in: outcomesThatCount('success') } as const;
/** As `isCollective` has it: so many workers, and one request. */
const collective = [
  { column: 'worker_count', atLeast: COLLECTIVE_FROM },
  { column: 'common_request', is: 'true' },
] as const;
const acceptedAtAll = { column: 'accepted_on', is: 'known' } as const;

const accepted = metricsOf({ fact: 'dispute', on: 'accepted_on' }, 'disputes');
const closed = metricsOf({ fact: 'dispute', on: 'closed_on' }, 'disputes', [acceptedAtAll]);
const registered = metricsOf({ fact: 'dispute', on: 'registered_on' }, 'disputes');
const open = metricsOf({ fact: 'dispute', on: 'accepted_on', until: 'closed_on' }, 'disputes');

export const disputeMetrics: readonly Metric[] = [
  accepted('accepted', '件', '受理劳动争议', 'Disputes accepted', {
    by: ['category'],
    byNow: ['unit', 'channel', 'outcome', 'industry', 'ownership'],
  }),
  accepted('workers', '人', '受理争议涉及职工', 'Workers in accepted disputes', {
    measure: { sum: ['worker_count'] },
    byNow: ['unit', 'category'],
  }),
  accepted('collective', '件', '集体劳动争议', 'Collective disputes', { where: collective, byNow: ['unit', 'category'] }),
  accepted('collective-workers', '人', '集体劳动争议涉及职工', 'Workers in collective disputes', {
    measure: { sum: ['worker_count'] },
    where: collective,
  }),
  accepted('claimed', '元', '请求金额', 'Amount claimed', { measure: { sum: ['claimed_fen'] }, byNow: ['unit', 'category'] }),
  accepted('agreed', '元', '协议金额', 'Amount agreed', { measure: { sum: ['agreed_fen'] }, byNow: ['unit', 'category'] }),
  accepted('performed', '元', '履行金额', 'Amount performed', { measure: { sum: ['performed_fen'] }, byNow: ['unit', 'category'] }),
  accepted('settled-of-accepted', '件', '当期受理中调解成功', 'Settled, of those accepted in the period', {
    where: [success],
    byNow: ['unit', 'category'],
  }),
  accepted('by-employer', '件', '受理劳动争议（按单位）', 'Disputes accepted, by employer', {
    by: ['employer'],
    reach: 'now',
    floor: OFTEN,
  }),

  closed('closed', '件', '结案', 'Disputes closed', { by: ['outcome'], byNow: ['unit', 'category'] }),
  closed('settled', '件', '当期结案中调解成功', 'Settled, of those closed in the period', {
    where: [success],
    byNow: ['unit', 'category'],
  }),
  closed('closed-counted', '件', '结案（不含终止、转法律援助）', 'Closed, without terminated and passed to legal aid', {
    where: [{ column: 'outcome', notIn: outcomesThatCount('excluded', 'later') }],
    byNow: ['unit', 'category'],
  }),
  closed('closed-late', '件', '超过调解期限结案', 'Closed after the time limit', {
    where: [{ clock: 'settled-late' }],
    by: ['unit'],
    reach: 'now',
  }),

  registered('registered', '件', '登记劳动争议', 'Disputes registered', { byNow: ['unit', 'channel'] }),
  registered('not-accepted', '件', '不予受理', 'Not accepted', {
    where: [{ column: 'outcome', in: outcomesThatCount('not-accepted') }],
    byNow: ['unit', 'outcome'],
  }),

  open('pending', '件', '期末未结', 'Pending at the end', { by: ['unit', 'category'] }),
];
