import { sql, type Sql } from '#data/sql';
import type { PlainDate } from '#rules/shared/plain-date';
import { newestOf } from '../../newest.js';
import { today, type Work } from '../../work.js';
import { conditions, register, type HardshipFilter } from '../find-hardship-files.js';

/** A file as the export reads it; what is sealed is still sealed. */
export interface RegisterRow {
  id: string;
  householdId: string;
  number: string | null;
  status: string;
  hardshipClass: string | null;
  mainCause: string;
  householdSize: number;
  employment: string | null;
  employerName: string | null;
  employerCode: string | null;
  certificateNo: string | null;
  filedBy: string | null;
  remarkCipher: Buffer | null;
  begunOn: PlainDate;
  filedOn: PlainDate | null;
  reviewOn: PlainDate | null;
  handlerName: string | null;
  organisationId: string;
  organisationName: string;
  divisionName: string | null;
  holderName: string;
  sex: string | null;
  idMasked: string | null;
  idCipher: Buffer | null;
  phoneMasked: string | null;
  phoneCipher: Buffer | null;
  healthCipher: Buffer | null;
  ethnicity: string | null;
  politics: string | null;
  registeredAt: string | null;
  incomeCipher: Buffer | null;
  outlayCipher: Buffer | null;
  sheetCipher: Buffer | null;
}

const PAGE = 500;

/** The files of a list, page after page, in the list’s own order and reach. */
export async function* registerRows(work: Work, filter: HardshipFilter): AsyncGenerator<RegisterRow> {
  const where = conditions(work, filter);
  const below = filter.organisationId ? { organisationId: filter.organisationId, on: today(work) } : undefined;
  const narrow = Boolean(filter.q?.trim());
  let after: string[] | undefined;
  for (;;) {
    const files = newestOf(work.actor, register, { where, below, narrow, after, most: PAGE });
    const rows = await work.data.readSlowly<RegisterRow>(work.actor, page(files));
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.begunOn, last.id];
  }
}

const page = (files: Sql): Sql => sql`
  SELECT f.id, f.household_id, f.number, f.status, f.hardship_class, f.main_cause, f.household_size, f.employment, f.employer_name, coalesce(e.uscc, e.org_code) AS employer_code, f.certificate_no, f.filed_by, f.remark_cipher,
    f.begun_on, f.filed_on, f.review_on, f.handler_name, f.organisation_id, o.short_name AS organisation_name, d.name AS division_name,
    f.holder_name, p.sex, p.id_masked, p.id_cipher, p.phone_masked, p.phone_cipher, p.health_cipher, p.ethnicity, p.politics, p.registered_at, f.income_cipher, f.outlay_cipher,
    (SELECT w.sheet_cipher FROM hardship_worksheet w WHERE w.file_id = f.id AND w.status IN ('signed', 'checked') ORDER BY w.number DESC LIMIT 1) AS sheet_cipher
  FROM ${files} JOIN organisation o ON o.id = f.organisation_id LEFT JOIN person p ON p.id = f.holder_id LEFT JOIN employer e ON e.id = f.employer_id LEFT JOIN division d ON d.code = f.division_code
  ORDER BY f.begun_on DESC, f.id DESC`;
