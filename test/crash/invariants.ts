/** What must be true after everything that was killed has come back. Each check answers with the sentences of what it found. */
import { Data } from '#data/data';
import { walkAudit } from '#casework/audit/verify-audit';
import type { Deed } from './insisting.js';
import { hardshipChecks } from './hardship-invariants.js';
import { listed, none, type Aftermath, type Check } from './looking.js';
import { ROWS_A_LEDGER, YUAN_A_ROW } from './statisticians.js';

/** Where the mark of each kind of deed stands. */
const marked = {
  dispute: { table: 'dispute', mark: `substr(request, length(request) - 7)` },
  petition: { table: 'petition', mark: `substr(content, length(content) - 7)` },
  person: { table: 'person', mark: 'address' },
  file: { table: 'hardship_file', mark: 'employer_name' },
} as const;

/** Every acknowledged row is there, by its mark and by the id that was told; and no mark is there twice, acknowledged or not. */
function present(kind: keyof typeof marked): Check {
  const { table, mark } = marked[kind];
  return async ({ owner, deeds }) => {
    const { rows } = await owner.query<{ mark: string; ids: string[] }>(
      `SELECT ${mark} AS mark, array_agg(id::text) AS ids FROM ${table} WHERE ${mark} ~ '^D[0-9]{7}$' GROUP BY 1`,
    );
    const found = new Map(rows.map((row) => [row.mark, row.ids]));
    const mine = deeds.filter((deed) => deed.kind === kind);
    return [
      ...listed(
        `acknowledged ${kind}s that are not there`,
        mine.filter((deed) => !found.has(deed.mark)).map((deed) => ({ ...deed })),
      ),
      ...listed(
        `acknowledged ${kind}s under another id`,
        mine.filter((deed) => deed.id && found.has(deed.mark) && !found.get(deed.mark)!.includes(deed.id)).map((deed) => ({ ...deed })),
      ),
      ...listed(
        `${kind}s made twice`,
        rows.filter((row) => row.ids.length > 1),
      ),
    ];
  };
}

/** Every acknowledged move is the second version of its case. */
function moved(kind: 'apply' | 'accept', of: 'dispute' | 'petition', status: string): Check {
  const { table, mark } = marked[of];
  return async ({ owner, deeds }) => {
    const marks = deeds.filter((deed) => deed.kind === kind).map((deed) => deed.mark);
    const { rows } = await owner.query<Record<string, unknown>>(
      `SELECT m AS mark, status, version FROM unnest($1::text[]) m LEFT JOIN ${table} ON ${mark} = m WHERE status IS DISTINCT FROM $2 OR version <> 2`,
      [marks, status],
    );
    return listed(`acknowledged moves (${kind}) that are not there, or there twice`, rows);
  };
}

/** As many lines in the timeline, entries in the audit trail and versions in the history as the case has versions. */
const told = (table: 'dispute' | 'petition'): Check =>
  none(
    `${table}s whose timeline, audit trail or history is not as long as their life`,
    `SELECT c.id, c.version, a.n AS activities, e.n AS audited, h.n AS versions FROM ${table} c
     LEFT JOIN LATERAL (SELECT count(*) AS n FROM activity WHERE subject_id = c.id) a ON true
     LEFT JOIN LATERAL (SELECT count(*) AS n FROM audit_entry WHERE subject_id = c.id) e ON true
     LEFT JOIN LATERAL (SELECT count(*) AS n FROM history.${table} v WHERE v.id = c.id) h ON true
     WHERE a.n <> c.version OR e.n <> c.version OR h.n <> c.version`,
  );

/** Every ledger that was handed in is there once; one that was started was taken in whole, each row once, and its money too. */
const ledgers: Check = async ({ owner, deeds }) => {
  const { rows } = await owner.query<{ mark: string; ids: string[] }>(
    `SELECT replace(file_name, '.xlsx', '') AS mark, array_agg(id::text) AS ids FROM import GROUP BY 1`,
  );
  const found = new Map(rows.map((row) => [row.mark, row.ids]));
  const marks = (kind: Deed['kind']): string[] => deeds.filter((deed) => deed.kind === kind).map((deed) => deed.mark);
  const taken = await owner.query<Record<string, unknown>>(
    `SELECT i.file_name, i.status, i.rows_done, r.rows, r.records, r.fen FROM import i
     LEFT JOIN LATERAL (SELECT count(*) AS rows, count(DISTINCT d.id) AS records, sum(d.cash_fen) AS fen FROM import_row r JOIN disbursement d ON d.import_row_id = r.id WHERE r.import_id = i.id) r ON true
     WHERE replace(i.file_name, '.xlsx', '') = ANY ($1) AND (i.status <> 'done' OR (i.statement ->> 'balanced')::boolean IS FALSE OR r.rows <> $2 OR r.records <> $2 OR r.fen <> $3)`,
    [marks('run'), ROWS_A_LEDGER, ROWS_A_LEDGER * YUAN_A_ROW * 100],
  );
  return [
    ...listed(
      'acknowledged ledgers that are not there',
      marks('upload')
        .filter((mark) => !found.has(mark))
        .map((mark) => ({ mark })),
    ),
    ...listed(
      'ledgers there twice',
      rows.filter((row) => row.ids.length > 1),
    ),
    ...listed('ledgers not taken in whole, or rows taken in twice', taken.rows),
  ];
};

/** One report a month however often it was asked for, made, with the figures that its making told. */
const reports: Check = async ({ owner, deeds }) => {
  const asked = [...new Set(deeds.filter((deed) => deed.kind === 'report').map((deed) => deed.mark))];
  const { rows } = await owner.query<Record<string, unknown>>(
    `SELECT m AS period, count(r.id) AS reports, min(r.status) AS status, min(f.n) AS figures, min(e.figures) AS told FROM unnest($1::text[]) m
     LEFT JOIN report r ON to_char(r.period_from, 'YYYY-MM') = m AND r.kind = 'month'
     LEFT JOIN LATERAL (SELECT count(*) AS n FROM report_figure f WHERE f.report_id = r.id) f ON true
     LEFT JOIN LATERAL (SELECT (e.details ->> 'figures')::int AS figures FROM audit_entry e WHERE e.subject_id = r.id AND e.type = 'report.made' ORDER BY e.at DESC, e.id DESC LIMIT 1) e ON true
     GROUP BY m HAVING count(r.id) <> 1 OR min(r.status) <> 'draft' OR min(f.n) IS DISTINCT FROM min(e.figures)`,
    [asked],
  );
  return listed('reports missing, doubled, unmade or with other figures than were made', rows);
};

const chain: Check = async ({ url, auditorId }) => {
  const data = new Data({ url, pool: 2, program: 'bangfu crash drill' });
  try {
    const { whole, links, pending, firstFault } = await walkAudit({ data, actor: { id: auditorId } });
    return [
      ...(whole ? [] : [`the audit chain is broken at ${firstFault?.seq}: ${firstFault?.en}`]),
      ...(pending > 0 ? [`${pending} audit entries were left out of the chain`] : []),
      ...(links === 0 ? ['the audit chain is empty'] : []),
    ];
  } finally {
    await data.close();
  }
};
const checks: readonly Check[] = [
  present('dispute'),
  present('petition'),
  present('person'),
  present('file'),
  moved('apply', 'dispute', 'applied'),
  moved('accept', 'petition', 'accepted'),
  told('dispute'),
  told('petition'),
  none(
    'persons without an entry in the audit trail',
    `SELECT p.id FROM person p WHERE p.address ~ '^D[0-9]{7}$' AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.subject_id = p.id)`,
  ),
  none(
    'audit entries of rows that are not there',
    `SELECT e.id, e.type FROM audit_entry e WHERE e.subject_noun = 'dispute' AND NOT EXISTS (SELECT FROM dispute d WHERE d.id = e.subject_id)`,
  ),
  none(
    'disputes without their two parties',
    `SELECT d.id FROM dispute d WHERE (SELECT count(*) FROM dispute_party p WHERE p.dispute_id = d.id) <> 2`,
  ),
  none(
    'applied disputes without their two clocks',
    `SELECT d.id FROM dispute d WHERE d.status = 'applied' AND (SELECT count(*) FROM clock c WHERE c.subject_id = d.id AND c.state = 'running') <> 2`,
  ),
  none(
    'numbers with gaps',
    `SELECT kind, organisation_id, last FROM number_sequence s WHERE s.kind IN ('dispute', 'petition') AND last <> CASE kind WHEN 'dispute' THEN (SELECT count(*) FROM dispute d WHERE d.organisation_id = s.organisation_id) ELSE (SELECT count(*) FROM petition p WHERE p.organisation_id = s.organisation_id) END`,
  ),
  none(
    'jobs left undone',
    `SELECT id, job, status, attempts, error FROM outbox WHERE status IN ('waiting', 'running') AND run_at < now() OR status = 'failed'`,
  ),
  ledgers,
  reports,
  ...hardshipChecks,
  chain,
];

export async function violationsOf(aftermath: Aftermath): Promise<string[]> {
  const found: string[] = [];
  for (const check of checks) found.push(...(await check(aftermath)));
  return found;
}
