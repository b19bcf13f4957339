/** What must be true of hardship files, visits, papers and candidates after everything that was killed has come back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Data } from '#data/data';
import { openKeyRing } from '#data/key-ring';
import type { Secrets } from '#data/secrets';
import type { Said, VisitForm } from '#rules/hardship/visits/merge-visit';
import { sha256 } from '#runtime/files/sha256';
import { masterKey } from '../support/database.js';
import { listed, none, type Aftermath, type Check } from './looking.js';

const marksOf = ({ deeds }: Aftermath, kind: Aftermath['deeds'][number]['kind']) => deeds.filter((deed) => deed.kind === kind);

/** Keys as the database has them now, read over a connection of the drill's own. */
async function keysOf({ url }: Aftermath): Promise<Secrets> {
  const data = new Data({ url, pool: 1, program: 'bangfu crash drill' });
  try {
    return await openKeyRing(data, masterKey().toString('base64'));
  } finally {
    await data.close();
  }
}

/** A change that was acknowledged is in the form once, with what it said, as a value or as a side of a conflict; and none is there twice. */
const visits: Check = async (aftermath) => {
  const secrets = await keysOf(aftermath);
  const { rows } = await aftermath.owner.query<{ id: string; version: number; cipher: Buffer; merged: string }>(
    `SELECT v.id, v.version, v.form_cipher AS cipher, (SELECT count(*) FROM audit_entry e WHERE e.type = 'hardship.visit-merged' AND e.details ->> 'visitId' = v.id::text) AS merged FROM hardship_visit v`,
  );
  const found: Record<string, unknown>[] = [];
  const forms = new Map(rows.map((row) => [row.id, JSON.parse(secrets.open(row.cipher)) as VisitForm]));
  for (const { id, version, merged } of rows) {
    const { changes } = forms.get(id)!;
    if (new Set(changes).size !== changes.length) found.push({ id, twice: changes });
    if (version !== 1 + changes.length || Number(merged) !== changes.length) found.push({ id, version, merged, changes: changes.length });
  }
  for (const { id, mark } of marksOf(aftermath, 'merge')) {
    const form = id && forms.get(id);
    if (!form || !form.changes.includes(mark) || heard(form, mark) !== 1) found.push({ id, lost: mark });
  }
  return listed('visits with a change lost, or merged twice', found);
};

/** How often the form has what a change said: every change of the drill writes its own id. */
function heard({ fields, conflicts, late }: VisitForm, mark: string): number {
  const sides: Said[] = [
    ...Object.entries(fields).flatMap(([name, entry]) => (Object.hasOwn(conflicts, name) ? [] : [entry])),
    ...Object.values(conflicts).flatMap((conflict) => conflict.sides),
    ...late,
  ];
  return sides.filter(({ value }) => value === mark).length;
}

/** What a row names is in the store, whole. */
const papers: Check = async (aftermath) => {
  const { rows } = await aftermath.owner.query<{ id: string; name: string; cipher: Buffer }>(
    `SELECT id::text, encode(hash, 'hex') AS name, file_name_cipher AS cipher FROM attachment`,
  );
  const secrets = await keysOf(aftermath);
  const lost: Record<string, unknown>[] = [];
  for (const { id, name } of rows) {
    const bytes = await readFile(join(aftermath.files, name.slice(0, 2), name.slice(2, 4), name)).catch(() => undefined);
    if (!bytes || sha256(bytes).toString('hex') !== name) lost.push({ id, name });
  }
  const kept = Map.groupBy(rows, ({ cipher }) => secrets.open(cipher));
  const deeds = marksOf(aftermath, 'paper');
  return [
    ...listed('papers whose file is not in the store, or not whole', lost),
    ...listed(
      'acknowledged papers that are not there, or there twice',
      deeds.filter(({ mark }) => kept.get(`${mark}.pdf`)?.length !== 1).map((deed) => ({ ...deed })),
    ),
  ];
};

const consents: Check = async (aftermath) => {
  const deeds = marksOf(aftermath, 'consent');
  const { rows } = await aftermath.owner.query<Record<string, unknown>>(
    `SELECT d.file, d.kind, count(c.id) AS n FROM unnest($1::uuid[], $2::text[]) AS d(file, kind) LEFT JOIN hardship_consent c ON c.file_id = d.file AND c.kind = d.kind
     GROUP BY 1, 2 HAVING count(c.id) <> 1`,
    [deeds.map(({ id }) => id), deeds.map(({ mark }) => mark)],
  );
  return listed('acknowledged consents that are not there, or there twice', rows);
};

function decided(kind: 'submit' | 'withdraw'): Check {
  return async (aftermath) => {
    const files = marksOf(aftermath, kind).map(({ mark }) => mark);
    const { rows } = await aftermath.owner.query<Record<string, unknown>>(
      `SELECT f AS file, count(d.id) AS n FROM unnest($1::uuid[]) f LEFT JOIN hardship_decision d ON d.file_id = f AND d.move = $2 GROUP BY f HAVING count(d.id) <> 1`,
      [files, kind],
    );
    return listed(`acknowledged moves of files (${kind}) that were not decided, or twice`, rows);
  };
}

const candidates: Check = async (aftermath) => {
  const closed = marksOf(aftermath, 'close').map(({ mark }) => mark);
  const { rows } = await aftermath.owner.query<Record<string, unknown>>(
    `SELECT c.id, c.status, (SELECT count(*) FROM audit_entry e WHERE e.subject_id = c.id AND e.type = 'candidate.closed') AS told FROM unnest($1::uuid[]) AS x(id) LEFT JOIN hardship_candidate c USING (id)
     WHERE c.status IS DISTINCT FROM 'closed' OR (SELECT count(*) FROM audit_entry e WHERE e.subject_id = c.id AND e.type = 'candidate.closed') <> 1`,
    [closed],
  );
  return listed('acknowledged closings of candidates that are not there, or there twice', rows);
};

/** Who belongs to an open file, reckoned from files and households alone. */
const SEATS = `SELECT f.id AS file_id, f.holder_id AS person_id FROM hardship_file f WHERE bangfu.file_is_open(f.status)
  UNION SELECT f.id, m.person_id FROM hardship_file f JOIN household_member m USING (household_id) WHERE m.left_on IS NULL AND bangfu.file_is_open(f.status)`;

export const hardshipChecks: readonly Check[] = [
  none('people in two open files', `SELECT person_id, count(*) FROM (${SEATS}) s GROUP BY 1 HAVING count(*) > 1`),
  none(
    'seats that are not those of files and members',
    `SELECT * FROM ((${SEATS}) EXCEPT SELECT file_id, person_id FROM hardship_seat) missing UNION ALL SELECT * FROM (SELECT file_id, person_id FROM hardship_seat EXCEPT (${SEATS})) over`,
  ),
  none(
    'decisions that do not join the statuses of their file',
    `SELECT f.id, f.status, d.file_version, d.from_status, d.to_status FROM hardship_file f JOIN LATERAL (
       SELECT *, lag(to_status, 1, 'draft') OVER w AS before, lead(to_status) OVER w AS next FROM hardship_decision x WHERE x.file_id = f.id WINDOW w AS (ORDER BY file_version)) d ON true
     WHERE d.from_status <> d.before OR d.next IS NULL AND d.to_status <> f.status OR d.file_version > f.version`,
  ),
  none(
    'files that moved without a decision, or were decided twice at one version',
    `SELECT f.id, f.status, count(d.id) AS decisions, count(DISTINCT d.file_version) AS versions FROM hardship_file f LEFT JOIN hardship_decision d ON d.file_id = f.id WHERE f.employer_name ~ '^D[0-9]{7}$'
     GROUP BY 1, 2 HAVING count(d.id) <> count(DISTINCT d.file_version) OR count(d.id) <> CASE f.status WHEN 'draft' THEN 0 WHEN 'submitted' THEN 1 WHEN 'withdrawn' THEN 2 END`,
  ),
  none(
    'files without their one entry each in audit trail and timeline',
    `SELECT f.id FROM hardship_file f WHERE f.employer_name ~ '^D[0-9]{7}$' AND ((SELECT count(*) FROM audit_entry e WHERE e.subject_id = f.id AND e.type = 'hardship.drafted') <> 1
       OR (SELECT count(*) FROM activity a WHERE a.subject_id = f.id AND a.kind = 'hardship.draft') <> 1)`,
  ),
  none(
    'audit entries of files that are not there',
    `SELECT e.id, e.type FROM audit_entry e WHERE e.subject_noun = 'hardship' AND NOT EXISTS (SELECT FROM hardship_file f WHERE f.id = e.subject_id)`,
  ),
  decided('submit'),
  decided('withdraw'),
  consents,
  none('people with two open candidacies', `SELECT person_id FROM hardship_candidate WHERE status = 'open' GROUP BY 1 HAVING count(*) > 1`),
  none(
    'reasons of candidates that were found twice',
    `SELECT c.person_id, r ->> 'rule' AS rule, r ->> 'subjectId' AS subject FROM hardship_candidate c CROSS JOIN jsonb_array_elements(c.reasons) r GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  ),
  candidates,
  none(
    'trials of rules that stopped on the way',
    `SELECT id, status, effect ->> 'done' AS done, effect ->> 'total' AS total FROM policy_draft WHERE status = 'trying' OR status = 'tried' AND (effect ->> 'done') IS DISTINCT FROM (effect ->> 'total')`,
  ),
  none(
    'nightly jobs that were never done',
    `SELECT job FROM (VALUES ('hardship.plan-reviews'), ('hardship.find-candidates'), ('hardship.try-policy')) AS j(job) WHERE NOT EXISTS (SELECT FROM outbox o WHERE o.job = j.job AND o.status = 'done')`,
  ),
  none(
    'reviews that are due and on nobody’s list after a night that planned them',
    `SELECT id, review_on FROM hardship_file WHERE status = 'active' AND review_on <= current_date AND handler_id IS NULL`,
  ),
  visits,
  papers,
];
