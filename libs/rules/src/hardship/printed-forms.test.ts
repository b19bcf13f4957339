import { describe, expect, it } from 'vitest';
import { mayPrint, printedFormNames, printedForms, refusePrint, type PrintFacts } from './printed-forms.js';

const nothing: PrintFacts = { moves: [], worksheets: 0, visits: 0, notices: 0, validCertificates: 0, worksOnIt: true };
const everything: PrintFacts = {
  moves: ['approve', 'refuse'],
  worksheets: 1,
  visits: 1,
  notices: 1,
  validCertificates: 1,
  worksOnIt: true,
};

describe('a printed form', () => {
  it('is there as soon as what it prints is, and not before', () => {
    expect(printedFormNames.filter((form) => !mayPrint(form, nothing))).toEqual(['register']);
    expect(printedFormNames.filter((form) => !mayPrint(form, everything))).toEqual(printedFormNames);
    expect(mayPrint('approval', { ...nothing, moves: ['refuse'] })?.code).toBe('hardship.print-not-approved');
    expect(mayPrint('refusal', { ...nothing, moves: ['approve'] })?.code).toBe('hardship.print-not-refused');
  });

  it('that shows incomes or health is only for who works on the file; the notice hangs on the wall', () => {
    const reader = { ...everything, worksOnIt: false };
    expect(printedFormNames.filter((form) => !mayPrint(form, reader))).toEqual(['notice']);
  });

  it('shows no more of a person in full than its purpose asks', () => {
    expect(printedForms.notice.inFull).toEqual([]);
    for (const form of ['worksheet', 'visit', 'approval', 'refusal'] as const) expect(printedForms[form].inFull).toEqual(['name']);
    for (const text of Object.values(refusePrint.texts)) expect(text.zh && text.en).toBeTruthy();
  });
});
