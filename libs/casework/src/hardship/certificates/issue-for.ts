import { randomBytes } from 'node:crypto';
import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import {
  certificateClockEffects,
  certificateMoves,
  mayIssueCertificate,
  type CertificateMove,
  type CertificateStatus,
} from '#rules/hardship/certificates/certificate-lifecycle';
import type { HardshipClass } from '#rules/hardship/codes';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { certificateNumber } from '#rules/hardship/file-number';
import { addYears, yearOf, type PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import { newId } from '#runtime/ids';
import { runClocks } from '../../deadlines/run-clocks.js';
import { nextCaseNumber } from '../../documents/case-number.js';
import type { Work } from '../../work.js';
import type { FileRow } from '../move-file.js';

export type CertificateRow = Tables['hardship_certificate'];
/** What hangs on a file's certificate: whose clock, which class. */
export type CertifiedFile = Pick<FileRow, 'id' | 'organisationId' | 'holderId' | 'handlerId' | 'hardshipClass' | 'status'>;

export function nextCertificateNumber(tx: Transaction, file: Pick<FileRow, 'organisationId'>, on: PlainDate): Promise<string> {
  return nextCaseNumber(tx, 'certificate', file.organisationId, yearOf(on), certificateNumber);
}

/** A new certificate under a number that was never used, with a token that nobody can guess; its year of validity is a clock. */
export async function issueFor(
  tx: Transaction,
  work: Work,
  file: CertifiedFile,
  number: string,
  on: PlainDate,
  { replacesId = null, countedFrom = on }: { replacesId?: string | null; countedFrom?: PlainDate } = {},
): Promise<string> {
  const earlier = await tx.rows<{ number: string; status: CertificateStatus }>(
    sql`SELECT number, status FROM hardship_certificate WHERE file_id = ${file.id}`,
  );
  refuseIf(
    mayIssueCertificate({ hardshipClass: file.hardshipClass as HardshipClass, fileStatus: file.status as FileStatus, earlier, number }),
  );
  await runClocks(tx, work.clockwork, clockSubject(file), certificateClockEffects.issue, { on: countedFrom });
  const id = newId();
  await tx.insert('hardship_certificate', {
    id,
    fileId: file.id,
    organisationId: file.organisationId,
    number,
    status: 'valid',
    issuedOn: on,
    validUntil: await checkDue(tx, file.id, countedFrom),
    token: randomBytes(24).toString('base64url'),
    replacesId,
    issuedBy: work.actor.id,
    issuedByName: work.actor.name,
  });
  tellOf(tx, work, file, 'certificate.issue', on, number);
  tx.audit({
    type: 'certificate.issued',
    subject: { noun: 'hardship', id: file.id },
    organisationId: file.organisationId,
    details: { certificateId: id },
  });
  return id;
}

export const clockSubject = ({ id, organisationId, handlerId }: CertifiedFile) =>
  ({ noun: 'hardship', id, organisationId, ownerId: handlerId }) as const;

/** The last day before the annual check, as the clock that runs has it; a year where no rule is in force. */
export async function checkDue(tx: Transaction, fileId: string, on: PlainDate): Promise<PlainDate> {
  const clock = await tx.find<Pick<Tables['clock'], 'dueOn'>>(
    sql`SELECT due_on FROM clock WHERE subject_id = ${fileId} AND code = 'H4' AND state = 'running'`,
  );
  return clock?.dueOn ?? addYears(on, 1);
}

function tellOf(tx: Transaction, { secrets }: Work, file: CertifiedFile, kind: string, happenedOn: PlainDate, note: string): void {
  tx.tell({
    noun: 'hardship',
    subjectId: file.id,
    organisationId: file.organisationId,
    personId: file.holderId,
    kind: `hardship.${kind}`,
    happenedOn,
    noteCipher: sealText(secrets, note),
  });
}

export function tellMove(
  tx: Transaction,
  work: Work,
  file: CertifiedFile,
  certificate: Pick<CertificateRow, 'id' | 'number' | 'status'>,
  move: CertificateMove,
  on: PlainDate,
  note?: string | null,
): void {
  tellOf(tx, work, file, `certificate.${move}`, on, [certificate.number, note].filter(Boolean).join('；'));
  tx.audit({
    type: 'certificate.moved',
    subject: { noun: 'hardship', id: file.id },
    organisationId: file.organisationId,
    details: { certificateId: certificate.id, move, from: certificate.status, to: certificateMoves.target(move) },
  });
}
