import { sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { openConflicts } from '#rules/hardship/visits/merge-visit';
import type { VisitorNamed } from '#rules/hardship/visits/visit-form';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { visibleTo } from '../../visible.js';
import type { Work } from '../../work.js';
import { openForm } from './visit-row.js';

interface Row {
  fileId: string;
  fileNumber: string | null;
  fileStatus: string;
  holderName: string;
  organisationName: string;
  handlerName: string | null;
  begunOn: PlainDate;
  visitId: string | null;
  purpose: string | null;
  visitedOn: PlainDate | null;
  visitors: VisitorNamed[] | null;
  complete: boolean | null;
  formCipher: Buffer | null;
  version: number | null;
}

/** The visits still to be made: forms that are not complete, and applications that wait for their visit. */
export async function findVisits(work: Work, query: { mine?: boolean | undefined; cursor?: string | undefined; limit: number }) {
  const { actor, data } = work;
  const after = readCursor(query.cursor, [DAY, ID]);
  const me = JSON.stringify([{ userId: actor.id }]);
  const rows = await data.read<Row>(
    actor,
    sql`SELECT f.id AS file_id, f.number AS file_number, f.status AS file_status, f.holder_name, o.name AS organisation_name, f.handler_name, f.begun_on,
          v.id AS visit_id, v.purpose, v.visited_on, v.visitors, v.complete, v.form_cipher, v.version
        FROM (SELECT id FROM hardship_file WHERE status = 'prelim_ok' UNION SELECT file_id FROM hardship_visit WHERE NOT complete) due JOIN hardship_file f ON f.id = due.id
          JOIN organisation o ON o.id = f.organisation_id
          LEFT JOIN LATERAL (SELECT w.* FROM hardship_visit w WHERE w.file_id = f.id ORDER BY w.complete, w.made_at DESC LIMIT 1) v ON true
        WHERE ${visibleTo(actor, 'hardship.record', 'f')} AND f.status IN ('draft', 'submitted', 'sent_back', 'prelim_ok', 'active', 'under_review')
          ${query.mine ? sql`AND (f.handler_id = ${actor.id} OR v.made_by = ${actor.id} OR v.visitors @> ${me}::jsonb)` : sql``}
          ${after ? sql`AND (f.begun_on, f.id) < (${after[0]}, ${after[1]})` : sql``}
        ORDER BY f.begun_on DESC, f.id DESC LIMIT ${query.limit + 1}`,
  );
  const page = pageOf(rows, query.limit, (row) => [row.begunOn, row.fileId]);
  return {
    ...page,
    items: page.items.map(({ formCipher, visitors, version, ...row }) => ({
      ...row,
      holderName: maskPersonName(row.holderName),
      visitors: (visitors ?? []).map(({ name }) => name),
      version,
      conflicts: formCipher ? openConflicts(openForm(work, { formCipher, version: version! })).length : 0,
    })),
  };
}
