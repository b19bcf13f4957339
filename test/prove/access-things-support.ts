/** Plants one thing of a kind at a place, past every rule, as the owner of the tables. */
import { newId } from '#runtime/ids';
import { aClock, aPerson, BEGAN, casePlantings, made, MAKER, put, type How, type Planting } from './access-cases-support.js';
import { hardshipPlantings } from './access-hardship-support.js';
import type { TestDatabase } from '../support/database.js';
import { bytes, type Actor, type World } from './access-world-support.js';

export type Noun =
  | 'user'
  | 'session'
  | 'organisation'
  | 'employer'
  | 'mediation-body'
  | 'person'
  | 'person-merge'
  | 'dispute'
  | 'mass-incident'
  | 'petition'
  | 'hardship'
  | 'candidate'
  | 'pairing'
  | 'policy'
  | 'disbursement'
  | 'legal-aid'
  | 'import'
  | 'report'
  | 'job'
  | 'audit'
  | 'clock'
  | 'service-site';

export interface Planted {
  id: string;
  noun: Noun;
  place: string;
  handler: string | null;
  /** other ids that its paths and bodies need */
  also: Record<string, string>;
}

const LEDGER = '姓名,身份证号,慰问金(元),发放日期\n某人,1,100,2026-11-02\n';
const HEADERS = LEDGER.split('\n')[0]!.split(',');
const SHEETS = JSON.stringify([
  {
    sheet: 'x',
    hidden: false,
    kind: 'visit',
    headerRow: 1,
    rows: 1,
    headers: HEADERS.map((header, column) => ({ column, header, hidden: false })),
    columns: { name: 0, idNumber: 1, cash: 2, paidOn: 3 },
  },
]);

const plantings: Record<Noun, Planting> = {
  async user(owner, id, place, { status = 'active' }) {
    const [grantId, sessionId] = [newId(), newId()];
    await put(owner, 'user', { id, username: `s${id.replaceAll('-', '').slice(-20)}`, name: '某用户', organisation_id: place, status });
    await put(owner, 'role_grant', {
      id: grantId,
      user_id: id,
      role_code: 'cashier',
      organisation_id: place,
      valid_from: '2000-01-01',
      granted_by: MAKER,
    });
    await put(owner, 'session', { id: sessionId, token_hash: bytes(), csrf_token: 'x', user_id: id, expires_at: '2100-01-01' });
    return { grantId, sessionId };
  },
  async session(owner, id, place) {
    const userId = newId();
    await put(owner, 'user', { id: userId, username: `s${id.replaceAll('-', '').slice(-20)}`, name: '某用户', organisation_id: place });
    await put(owner, 'session', { id, token_hash: bytes(), csrf_token: 'x', user_id: userId, expires_at: '2100-01-01' });
    return { userId };
  },
  async organisation(owner, id, place) {
    await put(owner, 'organisation', { id, name: `某社区工会${id.slice(-4)}`, short_name: '某社区', kind: 'enterprise' });
    await put(owner, 'organisation_parent', { id: newId(), organisation_id: id, parent_id: place, valid_from: '2000-01-01' });
  },
  employer: (owner, id) => put(owner, 'employer', { id, name: `某厂${id.slice(-6)}`, name_key: id, search_keys: ['某', '厂'] }),
  'mediation-body': (owner, id, place) => put(owner, 'mediation_body', { id, kind: 'regional', name: '某调委会', organisation_id: place }),
  'service-site': (owner, id, place) =>
    put(owner, 'service_site', { id, kind: 'point', name: '某服务点', organisation_id: place, functions: [] }),
  async person(owner, id, place) {
    await put(owner, 'person', { id, name: `某${id.slice(-4)}`, search_keys: ['某', id.slice(-4)], phone_masked: '138****0000', ...made });
    await put(owner, 'person_presence', { person_id: id, organisation_id: place });
    await put(owner, 'bank_account', { id: newId(), person_id: id, number_cipher: bytes(), number_index: bytes(), last4: '1234' });
    return { otherId: await aPerson(owner, place) };
  },
  async 'person-merge'(owner, id, place) {
    const [keptId, mergedId] = [await aPerson(owner, place), await aPerson(owner, place)];
    await owner.query('UPDATE person SET merged_into = $1 WHERE id = $2', [keptId, mergedId]);
    await put(owner, 'person_merge', { id, kept_id: keptId, merged_id: mergedId, moved: '{}', reason: '重复', merged_by: MAKER });
    return { keptId, mergedId };
  },
  ...casePlantings,
  ...hardshipPlantings,
  async import(owner, id, place, { status = 'done', columns }, { secrets }) {
    const hash = bytes();
    await put(owner, 'blob', { hash, bytes: secrets.seal(LEDGER), media_type: 'text/csv' });
    await put(owner, 'import', {
      id,
      file_name: 'x.csv',
      file_hash: hash,
      format: 'csv',
      organisation_id: place,
      status,
      sheets: SHEETS,
      ...made,
      ...columns,
    });
    await put(owner, 'import_row', {
      id: newId(),
      import_id: id,
      organisation_id: place,
      sheet: 'x',
      row_number: 2,
      outcome: 'rejected',
      findings: '[]',
    });
  },
  async report(owner, id, place, { columns }) {
    const year = String(1 + (Number.parseInt(id.slice(-6), 16) % 9_000)).padStart(4, '0');
    await put(owner, 'report', {
      id,
      organisation_id: place,
      kind: 'month',
      period_from: `${year}-01-01`,
      period_to: `${year}-01-31`,
      as_of: BEGAN,
      status: 'draft',
      requested_by: MAKER,
      made_at: BEGAN,
      body: '{"titleZh":"月报","titleEn":"Report","sections":[]}',
      ...columns,
    });
    await put(owner, 'report_figure', {
      report_id: id,
      key: 'd.accepted',
      metric: 'disputes.accepted',
      unit: '件',
      value: 0,
      filter: JSON.stringify({ from: `${year}-01-01`, to: `${year}-01-31`, by: {} }),
    });
  },
  job: (owner, id, _place, { status = 'waiting' }) =>
    put(owner, 'outbox', { id, job: 'reports.make', payload: '{}', key: id, status, run_at: '2100-01-01' }),
  audit: (owner, id, place) => put(owner, 'audit_entry', { id, at: BEGAN, type: 'user.unlocked', organisation_id: place, details: '{}' }),
  async clock(owner, id, place, { handler = null }, db) {
    const dispute = await plant(db, 'dispute', place, { handler });
    await aClock(owner, id, 'dispute', 'M2', { id: dispute.id, place, handler });
    return { disputeId: dispute.id };
  },
};

export async function plant(db: TestDatabase, noun: Noun, place: string, how: How = {}): Promise<Planted> {
  const id = newId();
  const also = (await plantings[noun](db.owner, id, place, how, db)) ?? {};
  return { id, noun, place, handler: how.handler ?? null, also };
}

/** Rows of the tables that no noun of the list fills, and of the actors' own. */
export async function plantTheRest({ db, places, moved, left }: World, actors: readonly Actor[]): Promise<void> {
  const { owner } = db;
  for (const place of Object.values(places))
    for (const noun of ['session', 'service-site', 'person-merge', 'clock', 'policy'] as const) await plant(db, noun, place);
  for (const place of [moved, left])
    for (const noun of ['dispute', 'petition', 'person', 'hardship', 'import', 'user'] as const) await plant(db, noun, place);
  const employer = await plant(db, 'employer', places.city);
  const person = await plant(db, 'person', places.north);
  await put(owner, 'employer_alias', { employer_id: employer.id, name: '某厂旧名', name_key: 'x' });
  await put(owner, 'import_key', {
    kind: 'dispute',
    key_hash: bytes(),
    noun: 'dispute',
    record_id: newId(),
    content_hash: bytes(),
    import_id: newId(),
  });
  await put(owner, 'number_sequence', { kind: 'dispute', organisation_id: places.north, year: 2026, last: 3 });
  await put(owner, 'organisation', { id: newId(), name: '尚无隶属', short_name: '尚无', kind: 'enterprise' });
  for (const { id, place } of actors.slice(0, 8)) {
    await put(owner, 'api_token', { id: newId(), token_hash: bytes(), user_id: id, label: 'x', scopes: [], expires_at: '2100-01-01' });
    await put(owner, 'idempotent_answer', { user_id: id, key: newId(), request_hash: bytes(), status: 200, body: '' });
    await put(owner, 'outbox', { id: newId(), job: 'reports.make', payload: '{}', key: newId(), requested_by: id, run_at: '2100-01-01' });
    await put(owner, 'audit_entry', { id: newId(), at: BEGAN, type: 'user.unlocked', actor_id: id, organisation_id: place, details: '{}' });
    await put(owner, 'activity', {
      id: newId(),
      noun: 'person',
      subject_id: person.id,
      organisation_id: place,
      kind: 'x',
      happened_on: BEGAN,
      actor_id: id,
      actor_name: 'x',
    });
  }
  await owner.query('SELECT bangfu.seal_audit(5)');
}
