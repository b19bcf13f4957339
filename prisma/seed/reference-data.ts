/**
 * What every installation needs before the first sign-in: roles, the system's own accounts, a root organisation, divisions,
 * the calendar, the clock rules and the first data key. Safe to run again: it brings rows up to date and removes nothing that
 * people made. Run as the owner of the tables.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { sealLeftPlain } from '#data/seal-left-plain';
import { Secrets } from '#data/secrets';
import { permissions, type Permission } from '#rules/access/permissions';
import { roles } from '#rules/access/roles';
import { GATE, KEEPER, systemRoles } from '#rules/access/system-actors';
import { clockRuleId } from '#rules/deadlines/clock-rule';
import { readCalendar, readClockRules, type CalendarFile, type ClockRuleRow } from '#rules/deadlines/read-rows';
import { criteriaOf, eligibilityRuleId } from '#rules/hardship/eligibility/eligibility-rule';
import { readEligibilityFile, readStandards, type EligibilityFile } from '#rules/hardship/eligibility/read-eligibility';
import { standardId } from '#rules/hardship/eligibility/subsistence-standard';
import { newId } from '#runtime/ids';
import { divisions } from './data/divisions.js';

export const ROOT_ORGANISATION = '00000000-0000-7000-8000-00000000000a';

const read = <T>(name: string): T => JSON.parse(readFileSync(resolve('prisma/seed/data', name), 'utf8')) as T;

export async function loadReferenceData(url: string, masterKey: Buffer): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'bangfu reference data' });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Two programs that start at once must not both do this.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('bangfu reference data', 0))`);
    await loadRoles(client);
    await loadRoot(client);
    await loadCalendar(client);
    await loadEligibility(client);
    for (const { code, name, otherNames, kind, parentCode } of divisions) {
      await client.query(
        `INSERT INTO division (code, name, other_names, kind, parent_code) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, other_names = excluded.other_names, kind = excluded.kind, parent_code = excluded.parent_code`,
        [code, name, otherNames, kind, parentCode],
      );
    }
    if ((await client.query('SELECT 1 FROM data_key LIMIT 1')).rowCount === 0) {
      await client.query('INSERT INTO data_key (id, wrapped) VALUES (1, $1)', [Secrets.newWrappedKey(masterKey)]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function loadRoles(client: pg.Client): Promise<void> {
  const rows: [string, Permission, string][] = [];
  const known = Object.entries(roles).map(([code, role]) => {
    for (const [permission, reach] of Object.entries(role.permissions)) rows.push([code, permission as Permission, reach as string]);
    return [code, role.zh, role.en, role.sentenceZh, 'officer' in role ? role.officer : null] as const;
  });
  for (const [code, held] of Object.entries(systemRoles)) for (const permission of held) rows.push([code, permission, 'city']);
  const own = [
    ['system-gate', GATE.name, 'Sign-in gate', '系统内部账号。', null],
    ['system-keeper', KEEPER.name, 'Background jobs', '系统内部账号。', null],
  ] as const;
  for (const role of [...known, ...own]) {
    await client.query(
      `INSERT INTO role (code, name_zh, name_en, sentence_zh, officer) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, sentence_zh = excluded.sentence_zh, officer = excluded.officer`,
      [...role],
    );
  }
  const wanted = {
    roles: rows.map((row) => row[0]),
    permissions: rows.map((row) => row[1]),
    reaches: rows.map((row) => row[2]),
    modes: rows.map((row) => permissions[row[1]].mode),
  };
  const all = [wanted.roles, wanted.permissions, wanted.reaches, wanted.modes];
  await client.query(
    `DELETE FROM role_permission p WHERE NOT EXISTS (SELECT FROM unnest($1::text[], $2::text[]) w(r, n) WHERE w.r = p.role_code AND w.n = p.permission)`,
    all.slice(0, 2),
  );
  await client.query(
    `INSERT INTO role_permission (role_code, permission, reach, mode) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT (role_code, permission) DO UPDATE SET reach = excluded.reach, mode = excluded.mode`,
    all,
  );
}

async function loadRoot(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO organisation (id, name, short_name, kind, number_prefix) VALUES ($1, '市总工会', '市总', 'city', '市') ON CONFLICT DO NOTHING`,
    [ROOT_ORGANISATION],
  );
  for (const account of [GATE, KEEPER]) {
    await client.query(`INSERT INTO "user" (id, username, name, organisation_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, [
      account.id,
      account.username,
      account.name,
      ROOT_ORGANISATION,
    ]);
    await client.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) SELECT $1, $2, $3, $4, '2000-01-01', $2
       WHERE NOT EXISTS (SELECT FROM role_grant WHERE user_id = $2 AND revoked_at IS NULL)`,
      [newId(), account.id, account.role, ROOT_ORGANISATION],
    );
  }
  await client.query('SELECT bangfu.refresh_reach()');
}

async function loadCalendar(client: pg.Client): Promise<void> {
  const file = read<CalendarFile>('calendar.json');
  const { coveredYears, days } = readCalendar(file);
  await client.query(`INSERT INTO calendar_year (year, source) SELECT y, $2 FROM unnest($1::int[]) y ON CONFLICT (year) DO NOTHING`, [
    coveredYears,
    file.source,
  ]);
  await client.query(
    `INSERT INTO calendar_day (day, kind, name, source) SELECT d, k, n, $4 FROM unnest($1::date[], $2::text[], $3::text[]) AS t(d, k, n) ON CONFLICT (day) DO NOTHING`,
    [days.map((day) => day.day), days.map((day) => day.kind), days.map((day) => day.name), file.source],
  );
  for (const rule of readClockRules(read<ClockRuleRow[]>('clock-rules.json'))) {
    // A rule that cases were decided by is never changed; a new version is a new row.
    await client.query(
      `INSERT INTO clock_rule (id, code, version, valid_from, valid_to, unverified, enabled, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
      [clockRuleId(rule), rule.code, rule.version, rule.validFrom, rule.validTo, rule.unverified, rule.enabled, JSON.stringify(rule)],
    );
  }
}

/** A row that somebody was decided by is never changed: what is there already stays, also what the federation has published since. */
async function loadEligibility(client: pg.Client): Promise<void> {
  for (const rule of readEligibilityFile(read<EligibilityFile>('eligibility-rules.json')))
    await client.query(
      `INSERT INTO eligibility_rule (id, code, version, valid_from, valid_to, unverified, body) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
      [
        eligibilityRuleId(rule),
        rule.code,
        rule.version,
        rule.validFrom,
        rule.validTo,
        rule.periodUnverified || criteriaOf(rule).some(({ unverified }) => unverified),
        JSON.stringify(rule),
      ],
    );
  for (const row of readStandards(read<unknown[]>('subsistence-standards.json')))
    await client.query(
      `INSERT INTO subsistence_standard (id, division, valid_from, valid_to, version, amount_fen, recalled_fen, evidence, unverified, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING`,
      [
        standardId(row),
        row.division,
        row.validFrom,
        row.validTo,
        row.version,
        row.amountFen,
        row.recalledFen,
        row.evidence,
        row.unverified,
        row.source,
      ],
    );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { DATABASE_URL, BANGFU_KEY } = process.env;
  if (!DATABASE_URL || !BANGFU_KEY) throw new Error('DATABASE_URL and BANGFU_KEY must be set');
  const masterKey = Buffer.from(BANGFU_KEY, 'base64');
  await loadReferenceData(DATABASE_URL, masterKey);
  const sealed = await sealLeftPlain(DATABASE_URL, masterKey);
  if (sealed > 0) process.stdout.write(`旧版本的明文 ${sealed} 行已加密 / ${sealed} rows that an older version left plain are sealed\n`);
}
