/** A city with files of fifteen years, the people who work on them, and all that happens to people and organisations. */
import type pg from 'pg';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import type { Dice } from '../support/dice.js';

export interface City {
  districts: string[];
  /** every organisation below the city */
  places: string[];
  users: string[];
  /** somebody who is never taken away */
  last: string;
}

const fill = (owner: pg.Pool, table: string, rows: readonly object[]): Promise<unknown> =>
  owner.query(
    `INSERT INTO ${table} (${Object.keys(rows[0]!).join(', ')}) SELECT ${Object.keys(rows[0]!).join(', ')} FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );

export async function buildCity(owner: pg.Pool, roll: Dice): Promise<City> {
  const organisations: object[] = [];
  const parents: object[] = [];
  const place = (kind: string, parent: string, name: string): string => {
    const id = newId();
    organisations.push({ id, name, short_name: name, kind, version: 1, created_at: '2012-01-01' });
    parents.push({ id: newId(), organisation_id: id, parent_id: parent, valid_from: '2000-01-01', recorded_at: '2012-01-01' });
    return id;
  };
  const users: object[] = [];
  const grants: object[] = [];
  const worker = (role: string, at: string): string => {
    const id = newId();
    users.push({ id, username: `p${id.replaceAll('-', '').slice(-20)}`, name: `${role} ${id.slice(-4)}`, organisation_id: at, status: 'active', language: 'zh', must_change: false, failed_attempts: 0, version: 1, created_at: '2012-01-01' });
    grants.push({ id: newId(), user_id: id, role_code: role, organisation_id: at, valid_from: '2012-01-01', granted_by: id, granted_at: '2012-01-01' });
    return id;
  };
  const districts: string[] = [];
  for (let d = 0; d < 8; d += 1) {
    const district = place('district', ROOT_ORGANISATION, `第${d}区总工会`);
    districts.push(district);
    for (const role of ['aid-officer', 'aid-officer', 'reviewer', 'approver', 'window-clerk']) worker(role, district);
    for (let t = 0; t < 6; t += 1) {
      const town = place('town', district, `第${d}区${t}镇总工会`);
      if (t % 2 === 0) worker('aid-officer', town);
      if (t % 3 === 0) worker('window-clerk', town);
      for (let e = 0; e < 3; e += 1) {
        const firm = place('enterprise', town, `第${d}区${t}镇${e}厂工会`);
        if (roll(3) === 0) worker('unit-union', firm);
      }
    }
  }
  const last = worker('aid-officer', ROOT_ORGANISATION);
  await fill(owner, 'organisation', organisations);
  await fill(owner, 'organisation_parent', parents);
  await fill(owner, '"user"', users);
  await fill(owner, 'role_grant', grants);
  return { districts, places: organisations.map((one) => (one as { id: string }).id), users: users.map((one) => (one as { id: string }).id), last };
} // prettier-ignore

const statuses = [
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'under_review',
  'class_notice',
  'exit_objected',
  'notice',
  'draft',
  'lifted',
  'refused',
];
const dayOf = (roll: Dice, from: number, to: number): string =>
  new Date(Date.UTC(from, 0, 1) + roll((to - from) * 365) * 86_400_000).toISOString().slice(0, 10);

/** Never since it was filed, at some time since, or within this year. */
function reviewedOf(roll: Dice, filed: string): string | null {
  const when = roll(5);
  if (when < 2) return null;
  const day = new Date(Date.UTC(2026, 0, 1) + roll(320) * 86_400_000).toISOString().slice(0, 10);
  return when === 2 ? dayOf(roll, Number(filed.slice(0, 4)), 2026) : day;
}

/** So many files with all that a plan asks of them, whoever may have them now, be it somebody who never could. */
export async function fillRegister(owner: pg.Pool, city: City, files: number, roll: Dice): Promise<void> {
  for (let from = 0; from < files; from += 2_000) {
    const [people, households, members, rows, disputes]: object[][] = [[], [], [], [], []];
    for (let n = from; n < Math.min(files, from + 2_000); n += 1) {
      const [id, household, holder, spouse, place] = [newId(), newId(), newId(), newId(), roll.pick(city.places)];
      const status = roll.pick(statuses);
      const applying = status === 'notice' || status === 'draft' || status === 'refused';
      const filed = dayOf(roll, 2012, 2026);
      for (const person of [holder, spouse])
        people!.push({ id: person, name: '某人', search_keys: [], id_type: 'resident-id', created_at: '2012-01-01', created_by: person, version: 1 });
      households!.push({ id: household, organisation_id: place, created_at: '2012-01-01', version: 1 });
      members!.push({ id: newId(), household_id: household, person_id: holder, relation: 'holder', recorded_at: '2012-01-01', version: 1 });
      members!.push({ id: newId(), household_id: household, person_id: spouse, relation: 'spouse', joined_on: roll(9) === 0 ? '2026-10-05' : null, recorded_at: '2012-01-01', version: 1 });
      rows!.push({
        id, organisation_id: place, household_id: household, holder_id: holder, holder_name: '某人', status, era: 'R3', hardship_class: roll.pick(['severe', 'deep', 'relative', 'sudden']),
        main_cause: 'other', other_causes: [], employment: roll.pick(['employed', 'flexible', 'retired', null]), household_size: 2, begun_on: filed, filed_on: applying ? null : filed,
        reviewed_on: applying ? null : reviewedOf(roll, filed), ended_on: status === 'lifted' ? '2026-06-01' : null, handler_id: roll(3) === 0 ? null : roll.pick(city.users),
        created_at: '2012-01-01', created_by: id, updated_at: '2012-01-01', version: 1,
      });
      if (roll(20) === 0)
        disputes!.push({ id: newId(), organisation_id: place, status: 'closed', channel: 'V', category: '51', secondary: [], severity: 'ordinary', employer_name: '某厂', applicant_id: spouse, applicant_name: '某人', worker_count: 1, common_request: false,
          registered_on: '2026-03-01', closed_on: '2026-09-01', outcome: '01', agreed_fen: 100_000, created_at: '2026-03-01', created_by: id, updated_at: '2026-03-01', version: 1 });
    }
    for (const [table, made] of [['person', people], ['household', households], ['household_member', members], ['hardship_file', rows], ['dispute', disputes]] as const)
      if (made!.length > 0) await fill(owner, table, made!);
  }
} // prettier-ignore

/** A year of the city: accounts closed, rights revoked, run out or not begun, roles changed, organisations moved and gone from the tree. */
export async function letTimePass(owner: pg.Pool, { users, districts, places, last }: City, roll: Dice, today: string): Promise<void> {
  for (const id of users.filter((user) => user !== last)) {
    const what = roll(10);
    if (what < 3) await owner.query(`UPDATE "user" SET status = 'closed' WHERE id = $1`, [id]);
    else if (what === 3) await owner.query(`UPDATE role_grant SET revoked_at = now() WHERE user_id = $1`, [id]);
    else if (what === 4) await owner.query(`UPDATE role_grant SET valid_to = $2::date - 1 WHERE user_id = $1`, [id, today]);
    else if (what === 5) await owner.query(`UPDATE role_grant SET valid_from = $2::date + 1 WHERE user_id = $1`, [id, today]);
    else if (what === 6) await owner.query(`UPDATE role_grant SET role_code = 'approver' WHERE user_id = $1`, [id]);
  }
  for (let n = 0; n < 30; n += 1)
    await moveOrganisation(
      owner,
      roll.pick(places.filter((id) => !districts.includes(id))),
      roll(4) === 0 ? null : roll.pick(districts),
      today,
    );
}

export async function moveOrganisation(owner: pg.Pool, id: string, to: string | null, today: string): Promise<void> {
  await owner.query(`DELETE FROM organisation_parent WHERE organisation_id = $1 AND valid_from >= $2`, [id, today]);
  await owner.query(`UPDATE organisation_parent SET valid_to = $2 WHERE organisation_id = $1 AND valid_to IS NULL`, [id, today]);
  if (to)
    await owner.query(`INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES ($1, $2, $3, $4)`, [
      newId(),
      id,
      to,
      today,
    ]);
}
