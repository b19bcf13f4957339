/**
 * What an import is held against: the parsed rows by COPY, the same checks in SQL, and the same rows in the same tables (with
 * their indexes, foreign keys and history) by one INSERT … SELECT each. Names are cut, numbers sealed and hashed beforehand.
 */
import pg from 'pg';
import type { Secrets } from '#data/secrets';
import { personSearchKeys } from '#casework/people/search-keys';
import { judgeWorkbook } from '#casework/imports/judge-workbook';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { recogniseSheet } from '#rules/imports/recognise-sheet';
import { divisionReader } from '#rules/shared/identifiers/division';
import { maskPhone } from '#rules/shared/identifiers/phone';
import { maskResidentId, type ResidentId } from '#rules/shared/identifiers/resident-id';
import { plainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { copyRows } from './fill/bulk.js';

const COLUMNS = [
  'row_number',
  'name',
  'search_keys',
  'id_number',
  'id_cipher',
  'id_index',
  'id_masked',
  'phone',
  'phone_cipher',
  'phone_index',
  'phone_masked',
  'card',
  'card_cipher',
  'card_index',
  'cash',
  'goods',
  'total',
  'paid_on',
  'district',
  'employer',
  'size',
  'campaign',
  'fund',
  'payer',
  'handler',
  'key_hash',
  'content_hash',
];

type Parsed = (string | Buffer | string[])[];

/** The rows as COPY takes them; the time that this takes is not the limit's. */
export async function parsedRows(file: Buffer, secrets: Secrets): Promise<Parsed[]> {
  const workbook = await readWorkbook('表.csv', file);
  const mapping = recogniseSheet((await workbook.outline('表')).firstRows)!;
  const around = {
    today: plainDate('2012-12-31'),
    district: divisionReader([{ code: '320508', name: '姑苏区', otherNames: [] }]),
    headsRegistered: async () => new Set<string>(),
  };
  const rows: Parsed[] = [];
  for await (const stretch of judgeWorkbook(workbook, [{ sheet: '表', mapping }], around)) {
    for (const { judged } of stretch.rows) {
      if (judged.outcome !== 'accepted') throw new Error(`Row ${judged.row} was not accepted`);
      const of = judged.record as Record<string, string | number>;
      const id = (judged.record['idNumber'] as ResidentId).number;
      const [name, phone, card] = [String(of['name']), String(of['phone']), String(of['card'])];
      const yuan = (column: string): string => (Number(of[column]) / 100).toFixed(2);
      rows.push([
        String(judged.row),
        name,
        personSearchKeys(name),
        id,
        secrets.seal(id),
        secrets.index('id', id),
        maskResidentId(id),
        phone,
        secrets.seal(phone),
        secrets.index('phone', phone),
        maskPhone(phone),
        card,
        secrets.seal(card),
        secrets.index('card', card),
        yuan('cash'),
        yuan('goods'),
        yuan('total'),
        String(of['paidOn']),
        '姑苏区',
        String(of['employerName']),
        String(of['householdSize']),
        String(of['campaign']),
        String(of['fundSource']),
        String(of['payer']),
        String(of['handler']),
        secrets.index('import', judged.keys[0]!),
        secrets.index('import', JSON.stringify(judged.record)),
      ]);
    }
  }
  return rows;
}

const idHolds = `id_number ~ '^\\d{17}[\\dX]$' AND substr('10X98765432', 1 + ((${[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].map((weight, i) => `${weight} * substr(id_number, ${i + 1}, 1)::int`).join(' + ')}) % 11), 1) = right(id_number, 1)`;
const digit = (i: number): string =>
  i % 2 === 0
    ? `substr(reverse(card), ${i + 1}, 1)::int`
    : `(2 * substr(reverse(card), ${i + 1}, 1)::int) / 10 + (2 * substr(reverse(card), ${i + 1}, 1)::int) % 10`;
const cardHolds = `card ~ '^\\d{19}$' AND (${Array.from({ length: 19 }, (_, i) => digit(i)).join(' + ')}) % 10 = 0`;

/** Seconds, in one transaction as the owner of the tables. */
export async function runLimit(url: string, rows: readonly Parsed[], organisationId: string, userId: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await writeAll(client, rows, organisationId, userId);
  } finally {
    await client.end();
  }
}

async function writeAll(client: pg.Client, rows: readonly Parsed[], organisationId: string, userId: string): Promise<number> {
  const importId = newId();
  const since = performance.now();
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMP TABLE parsed (${COLUMNS.map((column) => `${column} ${column.endsWith('_keys') ? 'text[]' : /cipher|index|hash/.test(column) ? 'bytea' : 'text'}`).join(', ')}) ON COMMIT DROP`,
  );
  await copyRows(client, 'parsed', COLUMNS, rows);
  await client.query(`CREATE TEMP TABLE judged ON COMMIT DROP AS
    SELECT p.*, gen_random_uuid() AS person_id, gen_random_uuid() AS account_id, gen_random_uuid() AS record_id, gen_random_uuid() AS row_id,
      row_number() OVER (PARTITION BY id_number, campaign, paid_on ORDER BY row_number::int) AS nth,
      (${idHolds}) AND (${cardHolds}) AND phone ~ '^1[3-9]\\d{9}$' AND paid_on ~ '^\\d{4}-\\d{2}-\\d{2}$' AND substr(id_number, 7, 8)::date < now() AND paid_on::date < now()
        AND cash::numeric >= 0 AND goods::numeric >= 0 AND cash::numeric + goods::numeric = total::numeric AND size ~ '^\\d+$'
        AND greatest(length(p.name), length(employer), length(payer), length(handler)) <= 200 AND d.code IS NOT NULL AS fit, d.code
    FROM parsed p LEFT JOIN division d ON d.name = p.district OR p.district = ANY (d.other_names)`);
  const fit = 'FROM judged WHERE fit AND nth = 1';
  await client.query(
    `INSERT INTO import (id, file_name, file_hash, format, organisation_id, status, sheets, created_by) VALUES ($1, 'limit', '\\x00', 'csv', $2, 'done', '[]', $3)`,
    [importId, organisationId, userId],
  );
  await client.query(
    `INSERT INTO person (id, name, search_keys, id_cipher, id_index, id_last4, id_masked, sex, birth_date, phone_cipher, phone_index, phone_masked, created_by)
    SELECT person_id, name, search_keys, id_cipher, id_index, right(id_number, 4), id_masked, CASE substr(id_number, 17, 1)::int % 2 WHEN 1 THEN 'male' ELSE 'female' END, substr(id_number, 7, 8)::date, phone_cipher, phone_index, phone_masked, $1 ${fit}`,
    [userId],
  );
  await client.query(`INSERT INTO person_presence (person_id, organisation_id) SELECT person_id, $1 ${fit}`, [organisationId]);
  await client.query(
    `INSERT INTO bank_account (id, person_id, bank, number_cipher, number_index, last4) SELECT account_id, person_id, 'x', card_cipher, card_index, right(card, 4) ${fit}`,
  );
  await client.query(
    `INSERT INTO disbursement (id, programme, organisation_id, division_code, person_id, payee_name, hardship_kind, level, campaign, fund_source, cash_fen, goods_fen, bank_account_id, method, paid_on, payer, handler, employer_name, household_size, import_row_id, created_by)
    SELECT record_id, 'visit', $1, code, person_id, name, 'ordinary', 'city', campaign, fund, (cash::numeric * 100)::bigint, (goods::numeric * 100)::bigint, account_id, 'card', paid_on::date, payer, handler, employer, size::int, row_id, $2 ${fit}`,
    [organisationId, userId],
  );
  await client.query(
    `INSERT INTO import_row (id, import_id, organisation_id, sheet, row_number, kind, outcome, noun, record_id, record_version, key_hash, content_hash, amount_fen)
    SELECT row_id, $1, $2, 'x', row_number::int, 'visit', CASE WHEN NOT fit THEN 'rejected' WHEN nth > 1 THEN 'duplicate' ELSE 'created' END, 'disbursement', record_id, 1, key_hash, content_hash, (total::numeric * 100)::bigint FROM judged`,
    [importId, organisationId],
  );
  await client.query(
    `INSERT INTO import_key (kind, key_hash, noun, record_id, content_hash, import_id) SELECT 'visit', key_hash, 'disbursement', record_id, content_hash, $1 ${fit}`,
    [importId],
  );
  await client.query(
    `INSERT INTO activity (id, noun, subject_id, organisation_id, person_id, kind, happened_on, actor_id, actor_name)
    SELECT gen_random_uuid(), 'disbursement', record_id, $1, person_id, 'disbursement.imported', paid_on::date, $2, 'x' ${fit}`,
    [organisationId, userId],
  );
  await client.query('COMMIT');
  return (performance.now() - since) / 1000;
}
