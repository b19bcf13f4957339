import { sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../paging.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

export interface MassIncidentQuery {
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
  q?: string | undefined;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
}

interface Row {
  id: string;
  number: string;
  occurredOn: PlainDate;
  employerName: string;
  workerCount: number;
  form: string | null;
  category: string | null;
  resolvedOn: PlainDate | null;
  result: string | null;
  organisationName: string;
  amountFen: number | null;
}

/** 群体性事件: some dozens a year. */
export async function findMassIncidents(work: Work, { cursor, limit, count, q = '', from, to }: MassIncidentQuery) {
  const place = readCursor(cursor, [DAY, ID]);
  const where = sql`${visibleTo(work.actor, 'mass-incident.read', 'm')} AND (${q} = '' OR position(${q} IN m.employer_name) > 0 OR m.number ^@ ${q})
    AND (${from ?? null}::date IS NULL OR m.occurred_on >= ${from ?? null}) AND (${to ?? null}::date IS NULL OR m.occurred_on <= ${to ?? null})`;
  const rows = await work.data.read<Row>(
    work.actor,
    sql`SELECT m.id, m.number, m.occurred_on, m.employer_name, m.worker_count, m.form, m.category, m.resolved_on, m.result, o.name AS organisation_name, m.amount_fen
        FROM mass_incident m JOIN organisation o ON o.id = m.organisation_id WHERE ${where} ${place ? sql`AND (m.occurred_on, m.id) < (${place[0]}, ${place[1]})` : sql``}
        ORDER BY m.occurred_on DESC, m.id DESC LIMIT ${limit + 1}`,
  );
  const total = count
    ? (await work.data.readOne<{ total: number }>(work.actor, sql`SELECT count(*) AS total FROM mass_incident m WHERE ${where}`)).total
    : null;
  return { ...pageOf(rows, limit, (row) => [row.occurredOn, row.id]), total };
}
