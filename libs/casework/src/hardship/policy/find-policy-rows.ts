import { joined, sql, type Sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import type { HardshipClass } from '#rules/hardship/codes';
import type { PolicyFinding } from '#rules/hardship/policy/policy-effect';
import { refusePolicy } from '#rules/hardship/policy/policy-refusals';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { Fen } from '#rules/shared/money';
import { ID, pageOf, readCursor } from '../../paging.js';
import { visibleTo } from '../../visible.js';
import { inTransaction, type Work } from '../../work.js';
import type { PolicyRow } from './policy-record.js';

export interface PolicyRowSearch {
  draftId: string;
  effect?: PolicyFinding | undefined;
  /** `none`: no class */
  before?: HardshipClass | 'none' | undefined;
  after?: HardshipClass | 'none' | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface Row {
  id: string;
  number: string | null;
  holderName: string;
  status: string;
  hardshipClass: HardshipClass | null;
  organisationName: string;
  effect: PolicyFinding;
  classBefore: HardshipClass | null;
  classAfter: HardshipClass | null;
  costFen: Fen;
}

/**
 * The files behind a number. The number counts the whole city; the rows are those that the reader's rights to hardship files
 * reach, and `hidden` is how many others there are.
 */
export async function findPolicyRows(work: Work, search: PolicyRowSearch) {
  const { actor, data } = work;
  const draft = await data.readOne<Pick<PolicyRow, 'id' | 'organisationId' | 'effect'>>(
    actor,
    sql`SELECT d.id, d.organisation_id, d.effect FROM policy_draft d WHERE d.id = ${search.draftId} AND ${visibleTo(actor, 'policy.read', 'd')}`,
  );
  if (!draft.effect?.found) throw refusePolicy('policy.not-tried');
  const place = readCursor(search.cursor, [ID]);
  const meant = meantBy(search);
  const seen = visibleTo(actor, 'hardship.read', 'f');
  const rows = await data.read<Row>(
    actor,
    sql`SELECT f.id, f.number, f.holder_name, f.status, f.hardship_class, o.name AS organisation_name, e.effect, e.class_before, e.class_after, e.cost_fen
        FROM policy_effect e JOIN hardship_file f ON f.id = e.file_id JOIN organisation o ON o.id = f.organisation_id
        WHERE ${meant} AND ${seen}${place ? sql` AND e.file_id < ${place[0]}` : sql``} ORDER BY e.file_id DESC LIMIT ${search.limit + 1}`,
  );
  const [[all], [reached]] = await Promise.all([
    data.readSlowly<{ files: number }>(KEEPER, sql`SELECT count(*) AS files FROM policy_effect e WHERE ${meant}`),
    data.readSlowly<{ files: number }>(
      actor,
      sql`SELECT count(*) AS files FROM policy_effect e JOIN hardship_file f ON f.id = e.file_id WHERE ${meant} AND ${seen}`,
    ),
  ]);
  if (!place) await tellOf(work, draft, search.effect ?? 'all');
  const page = pageOf(rows, search.limit, (row) => [row.id]);
  return {
    items: page.items.map((row) => ({ ...row, holderName: maskPersonName(row.holderName) })),
    nextCursor: page.nextCursor,
    total: reached!.files,
    hidden: all!.files - reached!.files,
  };
}

function meantBy({ draftId, effect, before, after }: PolicyRowSearch): Sql {
  const isClass = (column: Sql, wanted: string | undefined): Sql[] =>
    wanted === undefined ? [] : [wanted === 'none' ? sql`${column} IS NULL` : sql`${column} = ${wanted}`];
  return joined(
    [
      sql`e.draft_id = ${draftId}`,
      ...(effect ? [sql`e.effect = ${effect}`] : []),
      ...isClass(sql`e.class_before`, before),
      ...isClass(sql`e.class_after`, after),
    ],
    ' AND ',
  );
}

/** Who opened which number is part of the audit trail; once a drill, not once a page. */
function tellOf(work: Work, { id, organisationId }: { id: string; organisationId: string }, effect: string): Promise<void> {
  return inTransaction(work, async (tx) => {
    tx.audit({ type: 'policy.drilled', subject: { noun: 'policy', id }, organisationId, details: { effect } });
  });
}
