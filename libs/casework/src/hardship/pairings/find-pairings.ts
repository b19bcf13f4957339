import { sql, type Sql } from '#data/sql';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { lacksContact, MONTHS_WITHOUT_CONTACT } from '#rules/hardship/pairings/pairing';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import { DAY, ID, pageOf, readCursor } from '../../paging.js';
import { visibleTo } from '../../visible.js';
import { today, type Work } from '../../work.js';

export interface PairingFilter {
  /** mine: I am the cadre; silent: nothing was heard for months; ended */
  view: 'all' | 'mine' | 'silent' | 'ended';
  organisationId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  count?: boolean | undefined;
}

interface Row {
  id: string;
  fileId: string;
  holderName: string;
  hardshipClass: string | null;
  status: FileStatus;
  organisationName: string;
  cadreName: string;
  cadrePost: string | null;
  pairedOn: PlainDate;
  endedOn: PlainDate | null;
  lastContactOn: PlainDate | null;
  contacts: number;
  version: number;
}

/** Cadres and families, the newest pair first. */
export async function findPairings(work: Work, filter: PairingFilter) {
  const { actor, data } = work;
  const on = today(work);
  const after = readCursor(filter.cursor, [DAY, ID]);
  const where = sql`${visibleTo(actor, 'hardship.read', 'f')} AND ${conditionOf(work, filter)}`;
  const from = sql`pairing p JOIN hardship_file f ON f.id = p.file_id JOIN organisation o ON o.id = p.organisation_id
    CROSS JOIN LATERAL (SELECT max(c.contacted_on) AS last_contact_on, count(*) AS contacts FROM pairing_contact c WHERE c.pairing_id = p.id) c`;
  const rows = await data.read<Row>(
    actor,
    sql`SELECT p.id, p.file_id, f.holder_name, f.hardship_class, f.status, o.short_name AS organisation_name, p.cadre_name, p.cadre_post, p.paired_on, p.ended_on, c.last_contact_on, c.contacts, p.version
        FROM ${from} WHERE ${where} ${after ? sql`AND (p.paired_on, p.id) < (${after[0]}, ${after[1]})` : sql``} ORDER BY p.paired_on DESC, p.id DESC LIMIT ${filter.limit + 1}`,
  );
  const shown = rows.map((row) => ({
    ...row,
    holderName: maskPersonName(row.holderName),
    silent: row.endedOn === null && lacksContact(row.lastContactOn, row.pairedOn, on),
  }));
  const page = pageOf(shown, filter.limit, (row) => [row.pairedOn, row.id]);
  if (!filter.count) return page;
  const { total } = await data.readOne<{ total: number }>(actor, sql`SELECT count(*) AS total FROM ${from} WHERE ${where}`);
  return { ...page, total };
}

function conditionOf(work: Work, { view, organisationId }: PairingFilter): Sql {
  const on = today(work);
  const views = {
    all: sql`p.ended_on IS NULL`,
    mine: sql`p.ended_on IS NULL AND p.cadre_id = ${work.actor.id}`,
    silent: sql`p.ended_on IS NULL AND (coalesce(c.last_contact_on, p.paired_on) + make_interval(months => ${MONTHS_WITHOUT_CONTACT}))::date < ${on}`,
    ended: sql`p.ended_on IS NOT NULL`,
  };
  return organisationId ? sql`${views[view]} AND p.organisation_id IN (SELECT bangfu.subtree(${organisationId}, ${on}))` : views[view];
}
