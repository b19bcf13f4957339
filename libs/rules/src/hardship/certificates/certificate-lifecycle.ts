/** 特困证: issued with the file, checked every year, replaced when lost, and gone when its file leaves the class. */
import type { ClockEffects } from '../../deadlines/clock-effects.js';
import type { Label } from '../../shared/label.js';
import { lifecycle } from '../../shared/lifecycle.js';
import type { Judgement } from '../../shared/refusal.js';
import { addYears, type PlainDate } from '../../shared/plain-date.js';
import { refuseCertificate } from './certificate-refusals.js';
import { CERTIFICATE_CLASS, type HardshipClass } from '../codes.js';
import { onFileStatuses, type FileStatus } from '../file-lifecycle.js';

export const certificateStatuses = {
  valid: { zh: '有效', en: 'Valid' },
  lapsed: { zh: '未年检失效', en: 'Not checked this year' },
  lost: { zh: '挂失', en: 'Reported lost' },
  replaced: { zh: '已补发', en: 'Replaced' },
  cancelled: { zh: '注销', en: 'Cancelled' },
} as const satisfies Record<string, Label>;
export type CertificateStatus = keyof typeof certificateStatuses;

export const CERTIFICATE_BEGINS: CertificateStatus = 'valid';

export const certificateMoves = lifecycle<CertificateStatus>()({
  check: { from: ['valid', 'lapsed'], to: 'valid', document: '特困证年检记录' },
  lapse: { from: ['valid'], to: 'lapsed' },
  reportLost: { from: ['valid', 'lapsed'], to: 'lost', document: '特困证挂失申请' },
  find: { from: ['lost'], to: 'valid', document: '撤销挂失申请' },
  replace: { from: ['lost'], to: 'replaced', document: '特困证补发登记' },
  cancel: { from: ['valid', 'lapsed', 'lost'], to: 'cancelled', document: '特困证注销登记' },
});
export type CertificateMove = keyof typeof certificateMoves.moves;

export const certificateMoveLabels: Readonly<Record<CertificateMove, Label>> = {
  check: { zh: '年检', en: 'Annual check' },
  lapse: { zh: '逾期未年检', en: 'Lapse unchecked' },
  reportLost: { zh: '挂失', en: 'Report lost' },
  find: { zh: '撤销挂失', en: 'Found again' },
  replace: { zh: '补发', en: 'Replace' },
  cancel: { zh: '注销', en: 'Cancel' },
};

/** H4 is the annual check. A lost certificate is not checked: found or replaced, its clock counts from where it counted before. */
export const certificateClockEffects: ClockEffects<CertificateMove | 'issue'> = {
  issue: { start: ['H4'] },
  check: { meet: ['H4'], start: ['H4'] },
  lapse: {},
  reportLost: { cancel: ['H4'] },
  find: { start: ['H4'] },
  replace: {},
  cancel: { cancel: ['H4'] },
};

/** Certificates that the family still holds or could find: one a file. */
export const heldCertificates = ['valid', 'lapsed', 'lost'] as const satisfies readonly CertificateStatus[];

export function certificateMoveOpen(move: CertificateMove, status: CertificateStatus): Judgement {
  if (certificateMoves.open(move, status)) return undefined;
  const [from, name] = [certificateStatuses[status], certificateMoveLabels[move]];
  return refuseCertificate('hardship.certificate-move-not-open', {
    statusZh: from.zh,
    statusEn: from.en,
    moveZh: name.zh,
    moveEn: name.en,
  });
}

export interface IssueFacts {
  readonly hardshipClass: HardshipClass;
  readonly fileStatus: FileStatus;
  /** The certificates that the file has had. */
  readonly earlier: readonly { readonly number: string; readonly status: CertificateStatus }[];
  readonly number: string;
}

export function mayIssueCertificate({ hardshipClass, fileStatus, earlier, number }: IssueFacts): Judgement {
  const onFile = (onFileStatuses as readonly FileStatus[]).includes(fileStatus) || fileStatus === 'approved';
  if (hardshipClass !== CERTIFICATE_CLASS || !onFile) return refuseCertificate('hardship.certificate-only-severe');
  if (earlier.some(({ status }) => (heldCertificates as readonly CertificateStatus[]).includes(status)))
    return refuseCertificate('hardship.certificate-exists');
  return earlier.some((one) => one.number === number) ? refuseCertificate('hardship.certificate-number-used') : undefined;
}

export interface CheckFacts {
  readonly hardshipClass: HardshipClass;
  /** The last review of the file, which may be the day it was opened. */
  readonly reviewedOn: PlainDate | null;
  /** Until when the certificate holds, or held. */
  readonly validUntil: PlainDate;
  readonly on: PlainDate;
}

/** A check confirms what a review found in the certificate's own year: not the day it was issued, and not longer ago than a year. */
export function mayCheckCertificate({ hardshipClass, reviewedOn, validUntil, on }: CheckFacts): Judgement {
  if (hardshipClass !== CERTIFICATE_CLASS) return refuseCertificate('hardship.certificate-only-severe');
  const reviewed = reviewedOn && reviewedOn > addYears(validUntil, -1) && on <= addYears(reviewedOn, 1);
  return reviewed ? undefined : refuseCertificate('hardship.certificate-file-unreviewed');
}

/** What becomes of a certificate when its file changes class or ends; `undefined` is no class any more. */
export function certificateAfter(status: CertificateStatus, hardshipClass: HardshipClass | undefined): CertificateMove | undefined {
  return hardshipClass !== CERTIFICATE_CLASS && certificateMoves.open('cancel', status) ? 'cancel' : undefined;
}
