import { GROUP_VISIT_FROM, petitionChannels, type PetitionChannel } from '../../petitions/codes.js';
import { metricsOf, OFTEN, type Metric } from '../metric.js';

const visitChannels = (Object.keys(petitionChannels) as PetitionChannel[]).filter((code) => petitionChannels[code].unit === 'visits');
const visit = { column: 'channel', in: visitChannels } as const;
const group = [visit, { column: 'person_count', atLeast: GROUP_VISIT_FROM }] as const;
const persons = { sum: ['person_count'] } as const;

const registered = metricsOf({ fact: 'petition', on: 'registered_on' }, 'petitions');
const closed = metricsOf({ fact: 'petition', on: 'closed_on' }, 'petitions');
const open = metricsOf({ fact: 'petition', on: 'registered_on', until: 'closed_on' }, 'petitions');

export const petitionMetrics: readonly Metric[] = [
  registered('contacts', '件次', '信访', 'Petitions', {
    by: ['channel', 'purpose', 'subject', 'detail', 'handling', 'satisfaction'],
    byNow: ['unit', 'result', 'industry'],
  }),
  registered('persons', '人次', '信访人次', 'Persons', { measure: persons, by: ['channel'], byNow: ['unit'] }),
  registered('visits', '批次', '来访', 'Visits', { where: [visit], byNow: ['unit'] }),
  registered('visit-persons', '人次', '来访人次', 'Persons visiting', { measure: persons, where: [visit], byNow: ['unit'] }),
  registered('group-visits', '批次', '集体访', 'Group visits', { where: group, byNow: ['unit', 'subject'] }),
  registered('group-visit-persons', '人次', '集体访人次', 'Persons in group visits', { measure: persons, where: group, byNow: ['unit'] }),
  registered('repeats', '件次', '重信重访', 'Repeat contacts', {
    where: [{ column: 'contact_kind', in: ['repeat'] }],
    byNow: ['unit', 'channel'],
  }),
  registered('anonymous', '件次', '匿名信访', 'Anonymous petitions', { where: [{ column: 'anonymous', is: 'true' }] }),
  registered('wages', '件次', '反映劳动报酬', 'About pay', { where: [{ column: 'detail', in: ['51'] }], byNow: ['unit'] }),
  registered('matters', '件', '信访事项', 'Matters', { measure: { distinct: 'matter_id' }, reach: 'spans' }),
  registered('accepted', '件次', '受理信访', 'Petitions accepted', { where: [{ column: 'accepted_on', is: 'known' }], byNow: ['unit'] }),
  registered('declined', '件次', '不予受理信访', 'Petitions not accepted', {
    where: [{ column: 'handling', in: ['decline'] }],
    byNow: ['unit'],
  }),
  registered('rated', '件次', '已评价', 'Rated', {
    where: [{ column: 'satisfaction', in: ['satisfied', 'fairly', 'dissatisfied'] }],
    byNow: ['unit'],
  }),
  registered('content', '件次', '满意和基本满意', 'Satisfied or fairly satisfied', {
    where: [{ column: 'satisfaction', in: ['satisfied', 'fairly'] }],
    byNow: ['unit'],
  }),
  registered('accepted-in-time', '件次', '按期受理', 'Accepted in time', {
    where: [{ column: 'accepted_on', is: 'known' }, { clock: 'accepted-in-time' }],
    by: ['unit'],
    reach: 'now',
  }),
  registered('by-employer', '件次', '反映单位', 'Petitions, by employer', { by: ['employer'], reach: 'now', floor: OFTEN }),

  closed('closed', '件次', '办结信访', 'Petitions closed', { by: ['result'], byNow: ['unit'] }),
  closed('handled', '件次', '受理后办结', 'Closed after acceptance', { where: [{ column: 'accepted_on', is: 'known' }], byNow: ['unit'] }),
  closed('handled-in-time', '件次', '按期办结', 'Closed in time', {
    where: [{ column: 'accepted_on', is: 'known' }, { clock: 'handled-in-time' }],
    by: ['unit'],
    reach: 'now',
  }),

  open('pending', '件次', '期末未办结', 'Open at the end', { by: ['unit'] }),
  open('overdue', '件次', '期末逾期未办', 'Overdue at the end', { where: [{ clock: 'overdue' }], by: ['unit'] }),
];
