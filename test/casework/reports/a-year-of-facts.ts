/** A small planted year: records of every kind, in three organisations, with codes, gaps and comparisons in both years. */
import type pg from 'pg';
import { newId } from '#runtime/ids';
import { dice } from '../../support/dice.js';
import type { Tree } from '../../support/people.js';

const day = (year: number, dayOfYear: number): string => new Date(Date.UTC(year, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
const later = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const BY = '00000000-0000-7000-8000-000000000002';
/** Everything was entered by then; reports look from later. */
export const ENTERED = '2013-06-01T00:00:00+08:00';

type Row = Record<string, unknown>;

async function insert(owner: pg.Pool, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!);
  await owner.query(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

export async function plantFacts(owner: pg.Pool, tree: Tree, count = 400): Promise<void> {
  const roll = dice(20121207);
  const pick = <T>(...from: readonly T[]): T => from[roll(from.length)]!;
  const place = (): string => pick(tree.city, tree.north, tree.northTown, tree.south);
  const stamp = (): Row => ({ id: newId(), created_by: BY, created_at: ENTERED, updated_at: ENTERED, version: 1 });
  const when = (): string => day(pick(2011, 2012), roll(365));
  const people = Array.from({ length: 120 }, (_, i) => ({
    id: newId(),
    name: `职工${i}`,
    search_keys: [],
    created_by: BY,
    created_at: ENTERED,
    id_type: 'resident-id',
    version: 1,
  }));
  const firms = Array.from({ length: 12 }, (_, i) => ({
    id: newId(),
    name: `单位${i}`,
    name_key: `单位${i}`,
    search_keys: [],
    industry: pick('C', 'E', 'H', null),
    ownership: pick('private', 'foreign', null),
    code_unverified: false,
    created_at: ENTERED,
    version: 1,
  }));
  await insert(owner, 'person', people);
  await insert(owner, 'employer', firms);
  const firm = (): Row => {
    const known = roll(3) > 0 ? pick(...firms) : null;
    return { employer_id: known?.id ?? null, employer_name: known?.name ?? `散户${roll(5)}` };
  };

  const many = (make: () => Row): Row[] => Array.from({ length: count }, make);
  await insert(
    owner,
    'dispute',
    many(() => {
      const registered = when();
      const accepted = roll(10) > 0;
      const closed = !accepted || roll(8) > 0;
      const success = accepted && closed && roll(10) > 1;
      const acceptedOn = accepted ? later(registered, roll(5)) : null;
      return {
        ...stamp(),
        ...firm(),
        organisation_id: place(),
        status: closed ? 'closed' : 'mediating',
        channel: pick('V', 'T', 'W'),
        category: pick('51', '51', '53', '43', '10'),
        secondary: [],
        severity: 'ordinary',
        applicant_name: '申请人',
        worker_count: pick(1, 1, 1, 3, 12, 40),
        common_request: false,
        registered_on: registered,
        accepted_on: acceptedOn,
        closed_on: closed ? later(acceptedOn ?? registered, roll(40)) : null,
        outcome: !accepted ? pick('06', '07') : !closed ? null : success ? pick('01', '02', '03') : pick('04', '05', '08', '11', '12'),
        claimed_fen: pick(null, 100_000 + roll(9_999_999)),
        agreed_fen: success ? roll(5_000_000) : null,
        performed_fen: success ? roll(3_000_000) : null,
      };
    }),
  );
  await insert(
    owner,
    'petition',
    many(() => {
      const registered = when();
      const accepted = roll(4) > 0;
      return {
        ...stamp(),
        ...firm(),
        matter_id: newId(),
        organisation_id: place(),
        status: 'registered',
        channel: pick('L', 'V', 'V', 'T', 'W'),
        purpose: pick('settlement', 'enquiry', 'appeal'),
        subject: pick('20', '20', '01', '02'),
        detail: pick('51', '53', null),
        anonymous: roll(20) === 0,
        person_count: pick(1, 1, 2, 5, 9),
        contact_kind: pick('first', 'first', 'repeat'),
        handling: pick('handle', 'refer', 'decline', null),
        registered_on: registered,
        accepted_on: accepted ? later(registered, roll(25)) : null,
        closed_on: roll(5) > 0 ? later(registered, 30 + roll(90)) : null,
        result: pick('granted', 'explained', null),
        satisfaction: pick('satisfied', 'fairly', 'dissatisfied', 'not_rated', null),
      };
    }),
  );
  // Some matters are taken to the office a second time.
  await owner.query(
    `UPDATE petition SET matter_id = (SELECT matter_id FROM petition ORDER BY id LIMIT 1), updated_at = $1 WHERE id IN (SELECT id FROM petition ORDER BY id LIMIT 12)`,
    [ENTERED],
  );
  await insert(
    owner,
    'mass_incident',
    Array.from({ length: 60 }, (_, i) => ({
      ...stamp(),
      ...firm(),
      number: `群${i}`,
      organisation_id: place(),
      occurred_on: when(),
      industry: pick('C', 'E', null),
      ownership: pick('private', null),
      worker_count: 10 + roll(200),
      form: pick('stoppage', 'gathering', null),
      category: pick('51', '53'),
      amount_fen: pick(null, roll(90_000_000)),
    })),
  );
  const households = people.map(() => ({ id: newId(), organisation_id: place(), created_at: ENTERED, version: 1 }));
  await insert(owner, 'household', households);
  await insert(
    owner,
    'hardship_file',
    people.map((person, i) => ({
      ...stamp(),
      organisation_id: place(),
      household_id: households[i]!.id,
      holder_id: person.id,
      holder_name: person.name,
      status: 'active',
      era: 'R1',
      hardship_class: pick('severe', 'ordinary', 'ordinary'),
      main_cause: pick('own-illness', 'schooling', 'low-income'),
      other_causes: [],
      employment: pick('employed', 'retired', null),
      filed_by: pick('北镇', '南街', null),
      household_size: 1 + roll(5),
      filed_on: when(),
      ended_on: roll(9) === 0 ? '2012-12-20' : null,
    })),
  );
  await insert(
    owner,
    'disbursement',
    many(() => {
      const programme = pick('visit', 'visit', 'visit', 'model-worker', 'closed-enterprise-allowance');
      const visit = programme === 'visit';
      const person = pick(...people);
      return {
        ...stamp(),
        programme,
        organisation_id: place(),
        person_id: person.id,
        payee_name: person.name,
        hardship_kind: visit ? pick('severe', 'ordinary', 'illness', null) : null,
        level: visit ? pick('city', 'district', 'town') : null,
        campaign: visit ? pick('元旦春节送温暖', '金秋助学', null) : null,
        fund_source: visit ? pick('工会经费', '社会捐赠') : null,
        cash_fen: 1 + roll(300_000),
        goods_fen: visit ? roll(30_000) : 0,
        method: pick('card', 'cash'),
        paid_on: when(),
        honour_level: programme === 'model-worker' ? pick('national', 'provincial', 'city') : null,
        parts: programme === 'model-worker' ? { festival: roll(9000), living: roll(9000) } : null,
      };
    }),
  );
  await insert(
    owner,
    'legal_aid_matter',
    Array.from({ length: 80 }, () => {
      const kind = pick('service', 'service', 'case');
      return {
        ...stamp(),
        kind,
        organisation_id: place(),
        status: 'closed',
        form: kind === 'case' ? pick('arbitration', 'litigation') : pick('advice', 'drafting'),
        category: pick('51', '53', null),
        person_name: '受援人',
        beneficiary_count: 1 + roll(20),
        started_on: when(),
        recovered_fen: kind === 'case' ? roll(9_000_000) : null,
        subsidy_fen: kind === 'case' ? 130_000 : null,
      };
    }),
  );
}
