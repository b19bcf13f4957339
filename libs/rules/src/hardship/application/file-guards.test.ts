import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import {
  mayActivateFile,
  mayApproveFile,
  mayOpenNotice,
  mayRecordVerification,
  mayRecordVisit,
  mayReviewFile,
  maySubmitFile,
  mayTakeClass,
} from './application-guards.js';
import {
  isLower,
  mayDecideObjection,
  mayDeregister,
  mayEndFile,
  mayKeepOrRaise,
  mayRaiseClass,
  mayRenew,
  mustBeAnnounced,
  mayMakeAdverseMove,
  mayProposeExit,
  mayProposeLower,
  mayReturnToHardship,
  mayTransferFile,
} from '../changes/change-guards.js';
import { refuseFile } from '../file-refusals.js';
import { refuseHardship } from '../refusals.js';
import { refuseCertificate } from '../certificates/certificate-refusals.js';
import { mayObject } from '../notices/notice-window.js';

const day = plainDate;
const codeOf = (judgement: { code: string } | undefined) => judgement?.code;
const eligible = { verdict: 'eligible', proposed: 'relative' } as const;
const window = { givenOn: day('2026-03-02'), endsOn: day('2026-03-09') };

describe('an application', () => {
  const submission = { applicationSigned: true, adultsNotConsenting: 0, childrenWithoutConsent: 0, onFileElsewhere: false };
  it.each([
    [{}, undefined],
    [{ onFileElsewhere: true }, 'hardship.already-on-file'],
    [{ applicationSigned: false }, 'hardship.application-unsigned'],
    [{ adultsNotConsenting: 1 }, 'hardship.consent-missing'],
    [{ childrenWithoutConsent: 2 }, 'hardship.guardian-consent-missing'],
  ])('is submitted with %o', (change, code) => {
    expect(codeOf(maySubmitFile({ ...submission, ...change }))).toBe(code);
  });

  const visit = {
    visitors: ['a', 'b'],
    relatives: ['father', 'uncle'],
    visitedOn: day('2026-03-02'),
    today: day('2026-03-02'),
    formComplete: true,
  };
  it.each([
    [{}, undefined],
    [{ visitors: ['a'] }, 'hardship.visitors-too-few'],
    [{ visitors: ['a', 'a'] }, 'hardship.visitors-too-few'],
    [{ visitors: ['a', 'uncle'] }, 'hardship.visitor-of-household'],
    [{ visitedOn: day('2026-03-03') }, 'hardship.day-in-future'],
    [{ formComplete: false }, 'hardship.visit-form-incomplete'],
  ])('is visited with %o', (change, code) => {
    expect(codeOf(mayRecordVisit({ ...visit, ...change }))).toBe(code);
  });

  const review = {
    outcome: eligible,
    wanted: 'relative',
    overridden: false,
    signedByApplicant: true,
    signedByChecker: true,
    missingVouchers: 0,
    sharedVouchers: 0,
    verificationValidUntil: day('2026-06-30'),
    today: day('2026-06-30'),
    reviewer: 'reviewer01',
    before: ['aid01', 'unit01'],
  } as const;
  it.each([
    [{}, undefined],
    [{ signedByApplicant: false }, 'hardship.worksheet-unsigned'],
    [{ signedByChecker: false }, 'hardship.worksheet-unsigned'],
    [{ missingVouchers: 1 }, 'hardship.vouchers-missing'],
    [{ sharedVouchers: 1 }, 'hardship.voucher-shared'],
    [{ verificationValidUntil: undefined }, 'hardship.verification-missing'],
    [{ today: day('2026-07-01') }, 'hardship.verification-expired'],
    [{ wanted: 'deep' as const }, 'hardship.class-not-proposed'],
    [{ wanted: 'deep' as const, overridden: true }, undefined],
    [{ reviewer: 'aid01' }, 'hardship.second-person-needed'],
  ])('is reviewed with %o', (change, code) => {
    expect(codeOf(mayReviewFile({ ...review, ...change }))).toBe(code);
  });

  it('takes a class that the rule proposes, and one that has files', () => {
    expect(codeOf(mayTakeClass({ outcome: { verdict: 'undecided', proposed: null }, wanted: 'deep', overridden: false }))).toBe(
      'hardship.undecided',
    );
    expect(codeOf(mayTakeClass({ outcome: { verdict: 'not-eligible', proposed: null }, wanted: 'deep', overridden: false }))).toBe(
      'hardship.class-not-proposed',
    );
    expect(codeOf(mayTakeClass({ outcome: { verdict: 'eligible', proposed: 'temporary' }, wanted: 'temporary', overridden: true }))).toBe(
      'hardship.class-opens-no-file',
    );
  });

  const approval = {
    ...review,
    window,
    openObjections: 0,
    today: day('2026-03-10'),
    approver: 'manager01',
    before: ['aid01', 'reviewer01'],
  };
  it.each([
    [{}, undefined],
    [{ window: undefined }, 'hardship.notice-missing'],
    [{ today: day('2026-03-09') }, 'hardship.window-open'],
    [{ openObjections: 1 }, 'hardship.objection-open'],
    [{ verificationValidUntil: day('2026-03-09') }, 'hardship.verification-expired'],
    [{ outcome: { verdict: 'not-eligible', proposed: null } as const }, 'hardship.class-not-proposed'],
    [{ approver: 'reviewer01' }, 'hardship.second-person-needed'],
  ])('is approved with %o', (change, code) => {
    expect(codeOf(mayApproveFile({ ...approval, ...change }))).toBe(code);
  });

  it('goes on a masked notice with a telephone, and on file with a certificate for 特困 only', () => {
    expect(mayOpenNotice({ masked: true, phone: '0512-12345678' })).toBeUndefined();
    expect(codeOf(mayOpenNotice({ masked: false, phone: '0512-12345678' }))).toBe('hardship.notice-unmasked');
    expect(codeOf(mayOpenNotice({ masked: true, phone: ' ' }))).toBe('hardship.notice-without-phone');
    expect(mayActivateFile({ hardshipClass: 'severe', certificateNo: '特0001' })).toBeUndefined();
    expect(codeOf(mayActivateFile({ hardshipClass: 'severe', certificateNo: undefined }))).toBe('hardship.certificate-needed');
    expect(codeOf(mayActivateFile({ hardshipClass: 'deep', certificateNo: '特0001' }))).toBe('hardship.certificate-only-severe');
    expect(mayActivateFile({ hardshipClass: 'deep', certificateNo: undefined })).toBeUndefined();
    expect(codeOf(mayRecordVerification({ reportedOn: day('2026-03-03'), today: day('2026-03-02') }))).toBe('hardship.day-in-future');
    expect(mayRecordVerification({ reportedOn: day('2026-03-02'), today: day('2026-03-02') })).toBeUndefined();
  });

  it('is objected to until the last day of its notice', () => {
    expect(mayObject({ window, today: day('2026-03-09') })).toBeUndefined();
    expect(codeOf(mayObject({ window, today: day('2026-03-10') }))).toBe('hardship.window-closed');
    expect(codeOf(mayObject({ window: undefined, today: day('2026-03-10') }))).toBe('hardship.notice-missing');
    expect(codeOf(mayDecideObjection({ finding: ' ', decidedBy: 'a', before: [] }))).toBe('hardship.reason-missing');
    expect(codeOf(mayDecideObjection({ finding: '情况属实', decidedBy: 'a', before: ['a'] }))).toBe('hardship.second-person-needed');
    expect(mayDecideObjection({ finding: '情况属实', decidedBy: 'a', before: ['b'] })).toBeUndefined();
  });
});

describe('a file on review', () => {
  const fresh = { reviewBegunOn: day('2026-09-01'), assessedOn: day('2026-09-01') };
  const renewal = { ...fresh, outcome: eligible, wanted: 'relative', overridden: false, present: 'relative' } as const;
  it.each([
    [{}, undefined],
    [{ present: 'sudden' as const }, undefined],
    [{ present: 'deep' as const }, 'hardship.adverse'],
    [{ assessedOn: day('2026-08-31') }, 'hardship.assessment-stale'],
    [{ assessedOn: undefined }, 'hardship.assessment-stale'],
    [{ outcome: { verdict: 'undecided', proposed: null } as const }, 'hardship.undecided'],
  ])('is renewed or raised with %o', (change, code) => {
    expect(codeOf(mayKeepOrRaise({ ...renewal, ...change }))).toBe(code);
  });

  it('keeps its standing when renewed, also by today’s name of the class, and gets a graver one only as such', () => {
    const facts = { ...renewal, present: 'ordinary' } as const;
    expect(mayRenew(facts)).toBeUndefined();
    expect(codeOf(mayRaiseClass(facts))).toBe('hardship.same-standing');
    const graver = { ...renewal, present: 'sudden' } as const;
    expect(codeOf(mayRenew(graver))).toBe('hardship.graver');
    expect(mayRaiseClass(graver)).toBeUndefined();
    expect(codeOf(mayRenew({ ...renewal, present: 'deep' }))).toBe('hardship.adverse');
    expect(codeOf(mayRaiseClass({ ...renewal, present: 'deep' }))).toBe('hardship.adverse');
  });

  it('ends as was announced', () => {
    expect([mustBeAnnounced('lifted', 'lift'), mustBeAnnounced('left', 'deregister')]).toEqual([undefined, undefined]);
    expect(codeOf(mustBeAnnounced('left', 'lift'))).toBe('hardship.not-as-announced');
    expect(codeOf(mustBeAnnounced('lifted', 'deregister'))).toBe('hardship.not-as-announced');
  });

  const lower = { ...renewal, present: 'deep', reason: '家庭收入增加', householdTold: true } as const;
  it.each([
    [{}, undefined],
    [{ present: 'relative' as const }, 'hardship.not-adverse'],
    [{ assessedOn: day('2026-08-01') }, 'hardship.assessment-stale'],
    [{ reason: '' }, 'hardship.reason-missing'],
    [{ householdTold: false }, 'hardship.household-not-told'],
    [{ wanted: 'sudden' as const }, 'hardship.class-not-proposed'],
  ])('is announced a lower class with %o', (change, code) => {
    expect(codeOf(mayProposeLower({ ...lower, ...change }))).toBe(code);
  });

  const exit = { ...fresh, reason: '收入达到标准', householdTold: true, ground: 'lifted', lifting: 'met', overridden: false } as const;
  it.each([
    [{}, undefined],
    [{ lifting: 'not-met' as const }, 'hardship.not-lifted'],
    [{ lifting: 'unknown' as const }, 'hardship.undecided'],
    [{ lifting: 'not-met' as const, overridden: true }, undefined],
    [{ lifting: 'not-met' as const, ground: 'untrue' as const }, undefined],
    [{ householdTold: false }, 'hardship.household-not-told'],
    [{ assessedOn: undefined }, 'hardship.assessment-stale'],
    [{ assessedOn: undefined, ground: 'left' as const }, undefined],
    [{ ground: 'left' as const, householdTold: false }, 'hardship.household-not-told'],
    [{ ground: 'untrue' as const, reason: ' ' }, 'hardship.reason-missing'],
  ])('is announced its exit with %o', (change, code) => {
    expect(codeOf(mayProposeExit({ ...exit, ...change }))).toBe(code);
  });

  const adverse = { window, openObjections: 0, today: day('2026-03-10'), actor: 'manager01', before: ['aid01'] };
  it.each([
    [{}, undefined],
    [{ window: undefined }, 'hardship.notice-missing'],
    [{ today: day('2026-03-02') }, 'hardship.window-open'],
    [{ today: day('2026-03-09') }, 'hardship.window-open'],
    [{ openObjections: 2 }, 'hardship.objection-open'],
    [{ actor: 'aid01' }, 'hardship.second-person-needed'],
  ])('loses something only with %o', (change, code) => {
    expect(codeOf(mayMakeAdverseMove({ ...adverse, ...change }))).toBe(code);
    expect(codeOf(mayDeregister({ ...adverse, ...change, ground: 'left', recovery: undefined }))).toBe(code);
  });

  it('ends on its other grounds', () => {
    expect(codeOf(mayDeregister({ ...adverse, ground: 'untrue', recovery: undefined }))).toBe('hardship.recovery-undecided');
    expect(mayDeregister({ ...adverse, ground: 'untrue', recovery: 'waive' })).toBeUndefined();
    expect(codeOf(mayEndFile({ ground: 'death', proofId: undefined }))).toBe('hardship.proof-missing');
    expect(mayEndFile({ ground: 'own-request', proofId: 'p1' })).toBeUndefined();
    expect(codeOf(mayTransferFile({ from: 'u1', to: 'u1', accepted: true }))).toBe('hardship.transfer-to-itself');
    expect(codeOf(mayTransferFile({ from: 'u1', to: 'u2', accepted: false }))).toBe('hardship.receiver-not-accepting');
    expect(mayTransferFile({ from: 'u1', to: 'u2', accepted: true })).toBeUndefined();
    expect(codeOf(mayReturnToHardship({ onFileElsewhere: true }))).toBe('hardship.already-on-file');
    expect(mayReturnToHardship({ onFileElsewhere: false })).toBeUndefined();
  });

  it('is lowered by rank, also between the classes of different years', () => {
    expect([isLower('deep', 'relative'), isLower('relative', 'deep'), isLower('deep', 'deep')]).toEqual([true, false, false]);
    expect([isLower('near-subsistence', 'relative'), isLower('ordinary', 'deep'), isLower('severe', 'deep')]).toEqual([false, false, true]);
  });
});

it('every refusal says in two languages what is wrong and what to do', () => {
  const texts = { ...refuseHardship.texts, ...refuseFile.texts, ...refuseCertificate.texts };
  const all = Object.keys(refuseHardship.texts).length + Object.keys(refuseFile.texts).length + Object.keys(refuseCertificate.texts).length;
  expect(Object.keys(texts)).toHaveLength(all);
  for (const [code, { zh, en }] of Object.entries(texts)) {
    expect(code).toMatch(/^hardship\.[a-z-]+$/);
    expect(zh, code).toMatch(/[。]$/);
    expect(en, code).toMatch(/\.$/);
    expect([...zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/Zh$/, '')).sort(), code).toEqual(
      [...en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/En$/, '')).sort(),
    );
  }
});
