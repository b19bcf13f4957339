import type { Secrets } from '#data/secrets';
import { employmentStates, hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { computeWorksheet } from '#rules/hardship/worksheet/worksheet';
import { hardshipHeads } from '#rules/imports/kinds/hardship-heads';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { reaches } from '#rules/access/rights';
import type { CellValue } from '../../documents/stream-workbook.js';
import type { Work } from '../../work.js';
import { seesSealed } from '../in-file.js';
import { openSheet } from '../worksheet/kept-worksheet.js';
import type { RegisterRow } from './register-rows.js';

export interface RegisterColumn {
  readonly header: string;
  readonly width: number;
  readonly value: (row: RegisterRow, seen: Seen) => CellValue;
}

/** What of this very row the exporter may have in the clear. */
export interface Seen {
  readonly open: (sealed: Buffer | null) => string | null;
  readonly secrets: Secrets;
  /** the reveal right reaches the file, and a purpose was stated */
  readonly person: boolean;
  /** and the exporter works on the file */
  readonly sealed: boolean;
}

export function seenOf(work: Work, row: RegisterRow, full: boolean): Seen {
  const { organisationId } = row;
  const person = full && reaches(work.actor.rights, work.actor.id, 'person.reveal', { organisationId });
  return {
    secrets: work.secrets,
    open: (sealed) => (sealed ? work.secrets.open(sealed) : null),
    person,
    sealed: person && seesSealed(work.actor, organisationId),
  };
}

const heads = hardshipHeads.columns;
const word = (list: Readonly<Record<string, { readonly zh: string }>>, code: string | null): string | null =>
  code === null ? null : (list[code]?.zh ?? code);

/** Headed as the ledger of the same name, so that what went out can come in again; what a ledger has not follows behind. */
const common: readonly RegisterColumn[] = [
  { header: heads.name.zh, width: 10, value: (row, { person }) => (person ? row.holderName : maskPersonName(row.holderName)) },
  { header: heads.sex.zh, width: 6, value: ({ sex }) => (sex === 'male' ? '男' : sex === 'female' ? '女' : null) },
  { header: heads.idNumber.zh, width: 21, value: (row, { person, open }) => (person ? open(row.idCipher) : row.idMasked) },
  { header: heads.phone.zh, width: 14, value: (row, { person, open }) => (person ? open(row.phoneCipher) : row.phoneMasked) },
  { header: heads.employerName.zh, width: 28, value: ({ employerName }) => employerName },
  { header: heads.employment.zh, width: 10, value: ({ employment }) => word(employmentStates, employment) },
  { header: heads.householdSize.zh, width: 9, value: ({ householdSize }) => householdSize },
  { header: heads.mainCause.zh, width: 20, value: ({ mainCause }) => word(hardshipCauses, mainCause) },
  { header: heads.hardshipClass.zh, width: 12, value: ({ hardshipClass }) => word(hardshipClasses, hardshipClass) },
  { header: heads.certificateNo.zh, width: 14, value: ({ certificateNo }) => certificateNo },
  { header: heads.filedOn.zh, width: 12, value: ({ filedOn }) => filedOn },
  { header: heads.district.zh, width: 12, value: ({ divisionName }) => divisionName },
];

/** Only with the right, and for a purpose. */
const inFull: readonly RegisterColumn[] = [
  { header: heads.ethnicity.zh, width: 8, value: (row, { person }) => (person ? row.ethnicity : null) },
  { header: heads.politics.zh, width: 10, value: (row, { person }) => (person ? row.politics : null) },
  { header: heads.registeredAt.zh, width: 16, value: (row, { person }) => (person ? row.registeredAt : null) },
  { header: heads.employerCode.zh, width: 21, value: ({ employerCode }) => employerCode },
  { header: heads.health.zh, width: 12, value: (row, { sealed, open }) => (sealed ? open(row.healthCipher) : null) },
  { header: heads.income.zh, width: 14, value: (row, seen) => monthOf(row, seen, row.incomeCipher, 'incomeMonthFen') },
  { header: heads.outlay.zh, width: 14, value: (row, seen) => monthOf(row, seen, row.outlayCipher, 'outlayMonthFen') },
  { header: heads.filedBy.zh, width: 18, value: ({ filedBy }) => filedBy },
  { header: heads.remark.zh, width: 24, value: (row, { sealed, open }) => (sealed ? open(row.remarkCipher) : null) },
];

const ours: readonly RegisterColumn[] = [
  { header: '档案编号', width: 22, value: ({ number }) => number },
  { header: '档案状态', width: 12, value: ({ status }) => word(fileStatuses, status) },
  { header: '归属工会', width: 20, value: ({ organisationName }) => organisationName },
  { header: '经办人', width: 10, value: ({ handlerName }) => handlerName },
  { header: '申请日期', width: 12, value: ({ begunOn }) => begunOn },
  { header: '下次复核', width: 12, value: ({ reviewOn }) => reviewOn },
];

export const registerColumns = (full: boolean): readonly RegisterColumn[] =>
  full ? [...common, ...inFull, ...ours] : [...common, ...ours];

/** From the worksheet that was signed last; a file that came with a ledger has the ledger’s figure. */
function monthOf(
  { sheetCipher }: RegisterRow,
  { sealed, open, secrets }: Seen,
  ledgers: Buffer | null,
  total: 'incomeMonthFen' | 'outlayMonthFen',
): CellValue {
  if (!sealed) return null;
  const sheet = sheetCipher && openSheet(secrets, sheetCipher);
  if (sheet && sheet.memberIds.length > 0) return { fen: computeWorksheet(sheet)[total] };
  const figure = open(ledgers);
  return figure === null ? null : { fen: Number(figure) };
}
