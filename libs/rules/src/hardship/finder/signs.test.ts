import { describe, expect, it } from 'vitest';
import { addDays, addMonths, plainDate } from '../../shared/plain-date.js';
import { suzhouFinderPlan as plan, within } from './finder-plan.js';
import { fileNeverHelped, fileUnchanged, type IdleFileFacts } from './idle-files.js';
import { incomeLost, losesIncome, type DisputeFacts } from './income-lost.js';
import { legalAidClient, type LegalAidFacts } from './legal-aid-client.js';
import { liftedNewSign } from './lifted-new-sign.js';
import { petitionForHelp, type PetitionFacts } from './petition-for-help.js';
import { refusedTwice } from './refused-twice.js';
import { visitedWithoutFile, type VisitFacts } from './visited-without-file.js';

const on = plainDate('2026-11-20');
const recently = plainDate('2026-10-08');
const aYearAgo = addMonths(on, -12);

describe('a window', () => {
  it('ends with the day itself and leaves out the day so many months ago', () => {
    expect([on, addDays(aYearAgo, 1), aYearAgo, addDays(on, 1)].map((day) => within(day, 12, on))).toEqual([true, true, false, false]);
  });
});

describe('income lost in a dispute', () => {
  const facts: DisputeFacts = {
    disputeId: 'd',
    categories: ['51'],
    registeredOn: recently,
    outcome: null,
    agreedFen: null,
    performedFen: null,
    onFile: false,
  };
  const found = (over: Partial<DisputeFacts>) => incomeLost(plan, { ...facts, ...over }, on);

  it('is about wages, injury or the end of employment, in any of its categories', () => {
    expect(['51', '52', '24', '25', '31', '53', '54'].every(losesIncome)).toBe(true);
    expect(['10', '21', '32', '43', '60', '80', '90', 'toString', ''].some(losesIncome)).toBe(false);
    expect(found({})).toMatchObject({ rule: 'income-lost', noun: 'dispute', on: recently, priority: 2, facts: { category: '51' } });
    expect(found({ categories: ['21', '52'] })).toMatchObject({ priority: 1, facts: { category: '52' } });
    expect(found({ categories: ['21', '43'] })).toBeUndefined();
  });

  it('is none for who is on file, long ago, in the future, taken back, or paid as agreed', () => {
    expect(found({ onFile: true })).toBeUndefined();
    expect(found({ registeredOn: aYearAgo })).toBeUndefined();
    expect(found({ registeredOn: addDays(on, 1) })).toBeUndefined();
    expect(found({ outcome: '05' })).toBeUndefined();
    expect(found({ outcome: '01', agreedFen: 800_000, performedFen: 800_000 })).toBeUndefined();
  });

  it('stays one where less was paid than agreed, nothing yet, or the way was lost', () => {
    expect(found({ outcome: '01', agreedFen: 800_000, performedFen: 799_999 })).toBeDefined();
    expect(found({ outcome: '01', agreedFen: 800_000, performedFen: null })).toBeDefined();
    expect(found({ outcome: '02', agreedFen: null, performedFen: 0 })).toBeDefined();
    expect(found({ outcome: '04' })).toBeDefined();
    expect(found({ outcome: '07' })).toBeDefined();
  });
});

describe('a client of legal aid', () => {
  const facts: LegalAidFacts = { matterId: 'l', kind: 'case', form: 'arbitration', category: '52', startedOn: recently, onFile: false };
  const found = (over: Partial<LegalAidFacts>) => legalAidClient(plan, { ...facts, ...over }, on);

  it('is one on wages or injury, by case or service', () => {
    expect(found({})).toMatchObject({ rule: 'legal-aid-client', facts: { kind: 'case', category: '52' } });
    expect(found({ kind: 'service', form: 'advice', category: '51' })).toBeDefined();
  });

  it('is none on another matter, at a lecture, on file, or before the window', () => {
    for (const over of [{ category: '43' }, { category: null }, { form: 'publicity' }, { onFile: true }, { startedOn: aYearAgo }])
      expect(found(over)).toBeUndefined();
  });
});

describe('a petition for help', () => {
  const facts: PetitionFacts = {
    petitionId: 'p',
    subject: '02',
    purpose: 'settlement',
    registeredOn: recently,
    result: null,
    onFile: false,
  };
  const found = (over: Partial<PetitionFacts>) => petitionForHelp(plan, { ...facts, ...over }, on);

  it('asks for or about help', () => {
    expect(found({})).toMatchObject({ rule: 'petition-for-help', noun: 'petition' });
    expect(found({ purpose: 'enquiry', result: 'explained' })).toBeDefined();
  });

  it('is none on another subject, in thanks or accusation, when aid was given, on file, or before the window', () => {
    const others = [{ subject: '20' }, { purpose: 'thanks' }, { purpose: 'accusation' }, { result: 'aided' }, { result: 'withdrawn' }];
    for (const over of [...others, { onFile: true }, { registeredOn: aYearAgo }]) expect(found(over)).toBeUndefined();
  });
});

describe('something new after lifting', () => {
  const lifted = { fileId: 'f', liftedOn: plainDate('2026-05-01'), onFile: false };
  const sign = { noun: 'dispute', subjectId: 'd', on: recently } as const;

  it('is urgent, and rests on what is new', () => {
    expect(liftedNewSign(plan, lifted, sign, on)).toMatchObject({
      rule: 'lifted-new-sign',
      subjectId: 'd',
      priority: 1,
      facts: { fileId: 'f', liftedOn: '2026-05-01' },
    });
  });

  it('is none when it was there before, on the day itself, more than a year after, or the family applies again', () => {
    expect(liftedNewSign(plan, lifted, { ...sign, on: lifted.liftedOn }, on)).toBeUndefined();
    expect(liftedNewSign(plan, lifted, { ...sign, on: plainDate('2026-04-30') }, on)).toBeUndefined();
    expect(liftedNewSign(plan, { ...lifted, liftedOn: aYearAgo }, sign, on)).toBeUndefined();
    expect(liftedNewSign(plan, { ...lifted, onFile: true }, sign, on)).toBeUndefined();
  });
});

describe('a visit without a file', () => {
  const facts: VisitFacts = { disbursementId: 'b', kind: 'ordinary', paidOn: recently, onFile: false, onFileThen: false };
  const found = (over: Partial<VisitFacts>) => visitedWithoutFile(plan, { ...facts, ...over }, on);

  it('is to be checked, and sooner in an illness', () => {
    expect(found({})).toMatchObject({ rule: 'visited-without-file', priority: 3 });
    expect(found({ kind: 'illness' })).toMatchObject({ priority: 2 });
    expect(found({ paidOn: addDays(addMonths(on, -24), 1) })).toBeDefined();
  });

  it('is none of a model worker, of a family that was or is on file, or before the window', () => {
    for (const over of [{ kind: null }, { kind: '劳模' }, { onFile: true }, { onFileThen: true }, { paidOn: addMonths(on, -24) }])
      expect(found(over)).toBeUndefined();
  });
});

describe('an idle file', () => {
  const facts: IdleFileFacts = { fileId: 'f', status: 'active', filedOn: plainDate('2025-01-10'), changedOn: aYearAgo, helped: false };

  it('is unchanged from the day a year has gone by, and never helped from half a year on', () => {
    expect(fileUnchanged(plan, facts, on)).toMatchObject({ rule: 'file-unchanged', on: aYearAgo });
    expect(fileUnchanged(plan, { ...facts, changedOn: addDays(aYearAgo, 1) }, on)).toBeUndefined();
    expect(fileNeverHelped(plan, { ...facts, filedOn: addMonths(on, -6) }, on)).toMatchObject({ rule: 'file-never-helped' });
    expect(fileNeverHelped(plan, { ...facts, filedOn: addDays(addMonths(on, -6), 1) }, on)).toBeUndefined();
    expect(fileNeverHelped(plan, { ...facts, helped: true }, on)).toBeUndefined();
  });

  it('is one on file only: not an application, not what has ended', () => {
    for (const status of ['draft', 'approved', 'lifted', 'refused', 'transferred'])
      expect([fileUnchanged(plan, { ...facts, status }, on), fileNeverHelped(plan, { ...facts, status }, on)]).toEqual([
        undefined,
        undefined,
      ]);
    expect(fileUnchanged(plan, { ...facts, status: 'exit_objected' }, on)).toBeDefined();
  });
});

describe('a family refused twice', () => {
  const days = [plainDate('2026-09-01'), plainDate('2025-03-01'), addMonths(on, -24)];
  it('counts the refusals of the last two years', () => {
    expect(refusedTwice(plan, { fileId: 'f', refusedOn: days, onFile: false }, on)).toMatchObject({
      on: '2026-09-01',
      facts: { times: 2 },
    });
    expect(refusedTwice(plan, { fileId: 'f', refusedOn: [days[0]!, days[2]!], onFile: false }, on)).toBeUndefined();
    expect(refusedTwice(plan, { fileId: 'f', refusedOn: days, onFile: true }, on)).toBeUndefined();
  });
});
