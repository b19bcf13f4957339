import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Secrets } from '#data/secrets';
import { sealLeftPlain } from '#data/seal-left-plain';
import { newId } from '#runtime/ids';
import { loadReferenceData, ROOT_ORGANISATION } from '../../prisma/seed/reference-data.js';
import { masterKey, migrations } from '../support/database.js';

const SEALING = '20261127003000_seal_what_is_told';
const name = `bangfu_test_upgrade_${newId().replaceAll('-', '')}`;
const [person, household, file, notice, clock, user] = [newId(), newId(), newId(), newId(), newId(), newId()];
let admin: pg.Client;
let owner: pg.Client;
let url: string;

async function put(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await owner.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** The database of the version before, with a family of which something was said in every place. */
beforeAll(async () => {
  const address = new URL(process.env['DATABASE_URL'] ?? '');
  admin = new pg.Client({ connectionString: address.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  address.pathname = `/${name}`;
  url = address.href;
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
  for (const { text } of migrations().filter((one) => one.name < SEALING)) await owner.query(text);
  await loadReferenceData(url, masterKey());
  await put('"user"', { id: user, username: 'officer', name: '周宁', organisation_id: ROOT_ORGANISATION });
  await put('person', { id: person, name: '单雄信', search_keys: [], created_by: user });
  await put('household', { id: household, organisation_id: ROOT_ORGANISATION });
  await put('household_member', { id: newId(), household_id: household, person_id: person, relation: 'holder', income_fen: 123_456 });
  const [of, said] = [
    { file_id: file, organisation_id: ROOT_ORGANISATION },
    { organisation_id: ROOT_ORGANISATION, person_id: person },
  ];
  const row = {
    id: file,
    organisation_id: ROOT_ORGANISATION,
    household_id: household,
    holder_id: person,
    holder_name: '单雄信',
    status: 'active',
    era: 'R3',
  };
  await put('hardship_file', {
    ...row,
    hardship_class: 'deep',
    main_cause: 'other',
    other_causes: [],
    household_size: 1,
    filed_on: '2026-01-01',
    begun_on: '2026-01-01',
    remark: '备注一',
    created_by: user,
  });
  await owner.query(`UPDATE hardship_file SET remark = '备注二', version = 2, updated_at = now() + interval '1 second'`);
  const rule = (await owner.query<{ id: string }>(`SELECT id FROM clock_rule WHERE code = 'H2' LIMIT 1`)).rows[0]!.id;
  await put('clock', {
    id: clock,
    noun: 'hardship',
    subject_id: file,
    organisation_id: ROOT_ORGANISATION,
    code: 'H2',
    rule_id: rule,
    started_on: '2026-11-01',
    due_on: '2026-11-06',
    events: '[]',
  });
  await put('hardship_notice', {
    id: notice,
    ...of,
    kind: 'exit',
    given_on: '2026-11-01',
    clock_id: clock,
    phone: '0512',
    text_zh: '公示',
    reason: '公示理由',
    told_on: '2026-11-01',
    given_by: user,
    given_by_name: 'x',
  });
  const decision = {
    ...of,
    from_status: 'active',
    to_status: 'active',
    decided_on: '2026-11-01',
    decided_by: user,
    decided_by_name: 'x',
    decided_at: new Date(),
  };
  await put('hardship_decision', { id: newId(), ...decision, file_version: 2, move: 'sendBack', reason: '退回 C:\\理由' });
  await put('hardship_decision', { id: newId(), ...decision, file_version: 3, move: 'end', details: { proof: '死亡证明' } });
  const raised = { class_before: 'relative', class_after: 'deep' };
  await put('hardship_decision', { id: newId(), ...decision, file_version: 4, move: 'raiseClass', ...raised });
  const eligibility = (await owner.query<{ id: string }>('SELECT id FROM eligibility_rule LIMIT 1')).rows[0]!.id;
  const asked = {
    override_asked_by: user,
    override_agreed_by: newId(),
    override_agreed_at: new Date(),
    override_reason: '家庭支出型困难，另有凭证',
  };
  await put('hardship_assessment', {
    id: newId(),
    ...of,
    rule_id: eligibility,
    received_on: '2026-11-01',
    assessed_on: '2026-11-01',
    verdict: 'eligible',
    opens_file: true,
    unverified: false,
    household_cipher: Buffer.alloc(40),
    made_by: user,
    made_by_name: 'x',
    ...asked,
  });
  await put('hardship_candidate', {
    id: newId(),
    ...said,
    reasons: '[]',
    priority: 1,
    found_on: '2026-11-01',
    due_on: '2026-11-09',
    status: 'closed',
    closing: 'helped',
    closed_by: user,
    closing_note: '办结说明',
  });
  await put('pairing', {
    id: newId(),
    ...of,
    cadre_name: 'x',
    paired_on: '2026-11-01',
    ended_on: '2026-11-02',
    ended_reason: '解除理由',
    made_by: user,
  });
  const paper = {
    noun: 'hardship',
    subject_id: file,
    organisation_id: ROOT_ORGANISATION,
    kind: 'other',
    media_type: 'a/b',
    size: 1,
    hash: Buffer.alloc(1),
    key_cipher: Buffer.alloc(1),
    scan: 'clean',
    added_by: user,
    added_by_name: 'x',
    added_at: new Date(),
  };
  await put('attachment', { id: newId(), ...paper, content_index: Buffer.from('1'), file_name: '诊断.pdf' });
  await put('attachment', {
    id: newId(),
    ...paper,
    content_index: Buffer.from('2'),
    file_name: '病历.pdf',
    removed_at: new Date(),
    removed_by: user,
    removed_reason: '传错',
  });
  const line = { ...said, happened_on: '2026-11-01', actor_id: user, actor_name: 'x' };
  for (const [noun, note] of [
    ['hardship', '经过一'],
    ['candidate', '经过二'],
    ['dispute', '争议经过'],
  ] as const)
    // prettier-ignore
    await put('activity', { id: newId(), noun, subject_id: file, kind: `${noun}.note`, ...line, note });
});
afterAll(async () => {
  await owner.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

it('a database of the version before is brought over whole, and keeps nothing of it plain', async () => {
  for (const { text } of migrations().filter((one) => one.name >= SEALING)) await owner.query(text);
  await loadReferenceData(url, masterKey());
  expect(await sealLeftPlain(url, masterKey())).toBeGreaterThan(10);
  const secrets = new Secrets(masterKey());
  secrets.learn((await owner.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
  const all = async (table: string, column: string): Promise<string[]> =>
    (await owner.query<{ sealed: Buffer }>(`SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`)).rows
      .map(({ sealed }) => secrets.open(sealed))
      .sort();
  expect(await all('hardship_file', 'remark_cipher')).toEqual(['备注二']);
  expect(new Set(await all('history.hardship_file', 'remark_cipher'))).toEqual(new Set(['备注一', '备注二']));
  // It was raised since: in every version it came on file as what it was.
  const entered = await owner.query(`SELECT filed_class FROM hardship_file UNION SELECT filed_class FROM history.hardship_file`);
  expect(entered.rows).toEqual([{ filed_class: 'relative' }]);
  expect(await all('household_member', 'income_cipher')).toEqual(['123456']);
  expect(await all('hardship_notice', 'reason_cipher')).toEqual(['公示理由']);
  expect(await all('hardship_decision', 'reason_cipher')).toEqual(['死亡证明', '退回 C:\\理由'].sort());
  expect(await all('hardship_assessment', 'override_reason_cipher')).toEqual(['家庭支出型困难，另有凭证']);
  expect(await all('hardship_candidate', 'closing_note_cipher')).toEqual(['办结说明']);
  expect(await all('pairing', 'ended_reason_cipher')).toEqual(['解除理由']);
  expect(await all('attachment', 'file_name_cipher')).toEqual(['病历.pdf', '诊断.pdf'].sort());
  expect(await all('attachment', 'removed_reason_cipher')).toEqual(['传错']);
  expect(await all('activity', 'note_cipher')).toEqual(['经过一', '经过二'].sort());
  expect((await owner.query('SELECT note FROM activity WHERE note IS NOT NULL')).rows).toEqual([{ note: '争议经过' }]);
  expect((await owner.query('SELECT version FROM hardship_file')).rows).toEqual([{ version: 2 }]);
  expect(await sealLeftPlain(url, masterKey())).toBe(0);
  // Every wall holds for what is there now as well.
  const { rows } = await owner.query<{ on: string; wall: string }>(
    `SELECT conrelid::regclass::text AS on, conname AS wall FROM pg_constraint WHERE conname IN ('told_sealed', 'told_with_a_reason', 'overridden_by_two', 'removed_with_reason')`,
  );
  expect(rows.length).toBe(12);
  for (const { on, wall } of rows) await owner.query(`ALTER TABLE ${on} VALIDATE CONSTRAINT ${wall}`);
});
