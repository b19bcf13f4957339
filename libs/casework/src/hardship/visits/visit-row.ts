/** A visit as its row keeps it, with the form opened: read, locked, sealed again. */
import { sql, type Sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { refuseData } from '#data/refusals';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { valuesOf, type VisitForm } from '#rules/hardship/visits/merge-visit';
import { visitorsOf } from '#rules/hardship/visits/visit-form';
import type { VisitPurpose } from '#rules/hardship/visits/visit-codes';
import { visitMayChange } from '#rules/hardship/visits/visit-times';
import type { Permission } from '#rules/access/permissions';
import type { PlainDate } from '#rules/shared/plain-date';
import { visibleTo } from '../../visible.js';
import { whyNotPermitted, type Actor, type Work } from '../../work.js';

export type VisitRow = Tables['hardship_visit'] & {
  fileStatus: FileStatus;
  fileNumber: string | null;
  holderId: string;
  holderName: string;
  householdId: string;
  handlerId: string | null;
  organisationName: string;
  photos: number;
};

/** Photographs of the home that were added since this visit was begun. */
const photosOf = sql`(SELECT count(*) FROM attachment a WHERE a.noun = 'hardship' AND a.subject_id = v.file_id AND a.kind = 'visit-photo' AND a.removed_at IS NULL AND a.added_at >= v.made_at)`;

export function visitRows(actor: Actor, permission: Permission, where: Sql): Sql {
  return sql`SELECT v.*, f.status AS file_status, f.number AS file_number, f.holder_id, f.holder_name, f.household_id, f.handler_id, o.name AS organisation_name, ${photosOf} AS photos
    FROM hardship_visit v JOIN hardship_file f ON f.id = v.file_id JOIN organisation o ON o.id = v.organisation_id WHERE ${where} AND ${visibleTo(actor, permission, 'f')}`;
}

export function lockVisit(tx: Transaction, { actor }: Work, id: string): Promise<VisitRow> {
  return tx.one<VisitRow>(sql`${visitRows(actor, 'hardship.read', sql`v.id = ${id}`)} FOR UPDATE OF v FOR SHARE OF f`);
}

/** Those who work on files read what was seen at a family's home; that one may know of the file is not enough. */
const READERS: readonly Permission[] = ['hardship.record', 'hardship.check', 'hardship.review', 'hardship.approve'];

export function mustReadVisit(actor: Actor, visit: Pick<VisitRow, 'organisationId' | 'handlerId'>): void {
  const reasons = READERS.map((permission) => whyNotPermitted(actor, permission, visit));
  if (reasons.every(Boolean)) throw reasons[0]!;
}

export const openForm = ({ secrets }: Pick<Work, 'secrets'>, row: Pick<VisitRow, 'formCipher' | 'version'>): VisitForm => ({
  ...(JSON.parse(secrets.open(row.formCipher)) as Omit<VisitForm, 'version'>),
  version: row.version,
});

/** The version stands in the row and nowhere else. */
export function sealForm({ secrets }: Pick<Work, 'secrets'>, form: VisitForm): Buffer {
  const { version: _, ...sealed } = form;
  return secrets.seal(JSON.stringify(sealed));
}

export const mayStillChange = (visit: Pick<VisitRow, 'purpose' | 'fileStatus'>): boolean =>
  visitMayChange(visit.purpose as VisitPurpose, visit.fileStatus);

/** Writes the form as it was judged from the locked row; the day and the visitors also stand beside it, for those who record the visit. */
export async function writeForm(tx: Transaction, work: Work, row: VisitRow, form: VisitForm, complete: boolean): Promise<void> {
  if (form.version !== row.version + 1) throw refuseData('data.changed-meanwhile');
  const values = valuesOf(form);
  await tx.update('hardship_visit', row, {
    formCipher: sealForm(work, form),
    visitedOn: (values.visitedOn ?? null) as PlainDate | null,
    visitors: JSON.stringify(visitorsOf(values)),
    complete,
    updatedAt: work.now,
  });
}
