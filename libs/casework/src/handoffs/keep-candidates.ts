import { insertMany } from '#data/bulk';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { FinderPlan } from '#rules/hardship/finder/finder-plan';
import type { Sign } from '#rules/hardship/finder/finder-rules';
import { whatIsNew, type Addition } from '#rules/hardship/finder/what-is-new';
import type { PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { inTransaction, type Work } from '../work.js';
import type { CandidateOwners } from './candidate-owners.js';
import type { FoundSign } from './found-sign.js';

type Row = Tables['hardship_candidate'];
/** As the row keeps it: with the day it was found. */
export type KeptSign = Sign & { readonly foundOn: PlainDate };
const BATCH = 300;

export interface Kept {
  opened: number;
  added: number;
}

/** Writes what is new, some hundred people at a time. A second run finds everything kept and writes nothing. */
export async function keepCandidates(
  work: Work,
  plan: FinderPlan,
  found: readonly FoundSign[],
  owners: CandidateOwners,
  on: PlainDate,
): Promise<Kept> {
  const byPerson = [...Map.groupBy(found, ({ personId }) => personId)].sort(([a], [b]) => a.localeCompare(b));
  const kept: Kept = { opened: 0, added: 0 };
  for (let at = 0; at < byPerson.length; at += BATCH) {
    const batch = byPerson.slice(at, at + BATCH);
    const done = await inTransaction(work, (tx) => keepBatch(tx, plan, batch, owners, on));
    kept.opened += done.opened;
    kept.added += done.added;
  }
  return kept;
}

async function keepBatch(
  tx: Transaction,
  plan: FinderPlan,
  batch: readonly (readonly [string, FoundSign[]])[],
  owners: CandidateOwners,
  on: PlainDate,
): Promise<Kept> {
  // Two finders at once would each open the candidate that the other has not yet written.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('bangfu finder', 0))`);
  const rows = await tx.rows<Row>(
    sql`SELECT * FROM hardship_candidate WHERE person_id = ANY (${batch.map(([personId]) => personId)}) ORDER BY id FOR UPDATE`,
  );
  const before = Map.groupBy(rows, ({ personId }) => personId);
  const fresh: Partial<Row>[] = [];
  let added = 0;
  for (const [personId, signs] of batch) {
    const known = before.get(personId) ?? [];
    const addition = whatIsNew(
      plan,
      signs.map(({ sign }) => sign),
      known.map((row) => ({ signs: signsOf(row), dueOn: row.dueOn, closedOn: row.closedOn ?? undefined })),
      on,
    );
    if (!addition) continue;
    const open = known.find(({ status }) => status === 'open');
    if (open) {
      await addTo(tx, open, addition, on);
      added += 1;
    } else fresh.push(opened(tx, personId, signs, addition, owners, on));
  }
  await insertMany(tx, 'hardship_candidate', fresh);
  return { opened: fresh.length, added };
}

const signsOf = (row: Row): KeptSign[] => row.reasons as unknown as KeptSign[];

function opened(
  tx: Transaction,
  personId: string,
  found: readonly FoundSign[],
  addition: Addition,
  owners: CandidateOwners,
  on: PlainDate,
): Partial<Row> {
  const first = found.find(({ sign }) => sign === addition.signs[0])!;
  const { organisationId } = first;
  const owner = owners.take(organisationId);
  const id = newId(tx.now.getTime());
  const rules = addition.signs.map(({ rule }) => rule);
  tx.tell({ noun: 'candidate', subjectId: id, organisationId, personId, kind: 'candidate.found', happenedOn: on, toStatus: 'open' });
  tx.audit({ type: 'candidate.found', subject: { noun: 'candidate', id }, organisationId, details: { rules } });
  return {
    id,
    organisationId,
    personId,
    fileId: found.find(({ fileId }) => fileId)?.fileId ?? null,
    reasons: dated(addition, [], on) as unknown as Row['reasons'],
    priority: addition.priority,
    foundOn: on,
    dueOn: addition.dueOn,
    ownerId: owner?.id ?? null,
    ownerName: owner?.name ?? null,
    status: 'open',
    updatedAt: tx.now,
  };
}

async function addTo(tx: Transaction, row: Row, addition: Addition, on: PlainDate): Promise<void> {
  const reasons = JSON.stringify(dated(addition, signsOf(row), on)) as unknown as Row['reasons'];
  await tx.update('hardship_candidate', row, { reasons, priority: addition.priority, dueOn: addition.dueOn, updatedAt: tx.now });
  const { id, organisationId, personId } = row;
  tx.tell({ noun: 'candidate', subjectId: id, organisationId, personId, kind: 'candidate.add', happenedOn: on });
  const rules = addition.added.map(({ rule }) => rule);
  tx.audit({ type: 'candidate.added', subject: { noun: 'candidate', id }, organisationId, details: { rules } });
}

function dated({ signs }: Addition, kept: readonly KeptSign[], on: PlainDate): KeptSign[] {
  return signs.map((sign) => ({ ...sign, foundOn: kept.find((one) => one === sign)?.foundOn ?? on }));
}
