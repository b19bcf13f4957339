import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import {
  CERTIFICATE_BEGINS,
  certificateAfter,
  certificateClockEffects,
  certificateMoveLabels,
  certificateMoveOpen,
  certificateMoves,
  certificateStatuses,
  heldCertificates,
  mayCheckCertificate,
  mayIssueCertificate,
  type CertificateMove,
  type CertificateStatus,
} from './certificate-lifecycle.js';

const expected: Record<CertificateStatus, CertificateMove[]> = {
  valid: ['check', 'lapse', 'reportLost', 'cancel'],
  lapsed: ['check', 'reportLost', 'cancel'],
  lost: ['find', 'replace', 'cancel'],
  replaced: [],
  cancelled: [],
};
const statuses = Object.keys(certificateStatuses) as CertificateStatus[];
const codeOf = (judgement: { code: string } | undefined) => judgement?.code;

describe('a certificate', () => {
  it.each(statuses.flatMap((status) => certificateMoves.names.map((move) => [status, move] as const)))('when %s: %s', (status, move) => {
    const open = expected[status].includes(move);
    expect(certificateMoves.open(move, status)).toBe(open);
    expect(codeOf(certificateMoveOpen(move, status))).toBe(open ? undefined : 'hardship.certificate-move-not-open');
  });

  const issue = { hardshipClass: 'severe', fileStatus: 'active', earlier: [], number: '苏特0002' } as const;
  it.each([
    [{}, undefined],
    [{ fileStatus: 'approved' as const }, undefined],
    [{ hardshipClass: 'deep' as const }, 'hardship.certificate-only-severe'],
    [{ fileStatus: 'lifted' as const }, 'hardship.certificate-only-severe'],
    [{ fileStatus: 'draft' as const }, 'hardship.certificate-only-severe'],
    [{ earlier: [{ number: '苏特0001', status: 'lost' as const }] }, 'hardship.certificate-exists'],
    [{ earlier: [{ number: '苏特0001', status: 'replaced' as const }] }, undefined],
    [{ earlier: [{ number: '苏特0002', status: 'replaced' as const }] }, 'hardship.certificate-number-used'],
  ])('is issued with %o', (change, code) => {
    expect(codeOf(mayIssueCertificate({ ...issue, ...change }))).toBe(code);
  });

  /** Issued on 2027-01-10. */
  const check = {
    hardshipClass: 'severe' as const,
    reviewedOn: plainDate('2027-12-20'),
    validUntil: plainDate('2028-01-10'),
    on: plainDate('2028-01-05'),
  };
  it('is checked on the review of its file', () => {
    expect(mayCheckCertificate(check)).toBeUndefined();
    expect(codeOf(mayCheckCertificate({ ...check, hardshipClass: 'deep' }))).toBe('hardship.certificate-only-severe');
  });

  it.each([
    ['a review of December, checked in January', '2027-12-20', '2028-01-05', true],
    ['the day it was issued, in the same calendar year', '2027-01-10', '2027-12-30', false],
    ['the day after', '2027-01-11', '2027-12-30', true],
    ['a review a year ago', '2027-03-01', '2028-03-01', true],
    ['a review longer ago than a year', '2027-03-01', '2028-03-02', false],
    ['no review', null, '2027-12-30', false],
  ] as const)('is checked on %s', (_, reviewedOn, on, may) => {
    const judged = mayCheckCertificate({ ...check, reviewedOn: reviewedOn && plainDate(reviewedOn), on: plainDate(on) });
    expect(codeOf(judged)).toBe(may ? undefined : 'hardship.certificate-file-unreviewed');
  });

  it('goes when its file leaves the class, and only then', () => {
    for (const status of statuses) {
      expect(certificateAfter(status, 'severe'), status).toBeUndefined();
      const held = (heldCertificates as readonly CertificateStatus[]).includes(status);
      expect(certificateAfter(status, 'deep'), status).toBe(held ? 'cancel' : undefined);
      expect(certificateAfter(status, undefined), status).toBe(held ? 'cancel' : undefined);
    }
  });

  it('has one clock at most, and none when it is gone', () => {
    const seen = new Set<string>();
    const walk = (status: CertificateStatus, running: boolean): void => {
      if (seen.has(`${status} ${running}`)) return;
      seen.add(`${status} ${running}`);
      for (const move of expected[status]) {
        const { start, meet, cancel } = certificateClockEffects[move];
        // It lapses because its clock did.
        const left = running && move !== 'lapse' && !meet && !cancel;
        expect(left && start, `${move} when ${status}`).toBeFalsy();
        walk(certificateMoves.target(move), left || start !== undefined);
      }
    };
    walk(CERTIFICATE_BEGINS, certificateClockEffects.issue.start !== undefined);
    expect([...seen].sort()).toEqual(['cancelled false', 'lapsed false', 'lost false', 'replaced false', 'valid true']);
    expect(Object.keys(certificateMoveLabels).sort()).toEqual([...certificateMoves.names].sort());
  });
});
