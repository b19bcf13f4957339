import { describe, expect, it } from 'vitest';
import { changedAnswers, mayAnswerForm, type PlainAnswers } from './file-form.js';
import { applyingStatuses, fileStatuses, onFileStatuses, type FileStatus } from './file-lifecycle.js';
import { isOpenFile, mayRecordInFile, mustBeOpen, openToRecording, ruleDay } from './file-parts.js';
import { mayRecord, recordingOperations, type RecordingOperation } from './recording-operations.js';
import { refuseRecording } from './recording-refusals.js';
import { plainDate } from '../shared/plain-date.js';

describe('an answer of the form', () => {
  it('is one of the list of its layer, and of no other year’s', () => {
    expect(mayAnswerForm('R3', { marriage: 'widowed', health: 'malignant-tumour', housing: null })).toBeUndefined();
    expect(mayAnswerForm('R1', { health: 'cancer' })).toBeUndefined();
    expect(mayAnswerForm('R3', { health: 'cancer' })?.code).toBe('hardship.answer-not-on-form');
    expect(mayAnswerForm('R3', { priorityGroup: 'migrant' })?.code).toBe('hardship.answer-not-on-form');
    expect(mayAnswerForm('R2', { priorityGroup: 'migrant' })).toBeUndefined();
    expect(mayAnswerForm('R3', { disabilityGrade: 'toString' })?.details).toMatchObject({ field: 'disabilityGrade' });
  });

  it('stays when it is left out and is emptied by null', () => {
    const was: PlainAnswers = { marriage: 'married', postalCode: '215000', singleParent: false };
    expect(changedAnswers(was, { marriage: 'divorced', postalCode: null, singleParent: undefined })).toEqual({
      marriage: 'divorced',
      singleParent: false,
    });
    expect(changedAnswers(was, undefined)).toEqual(was);
  });
});

describe('a file between its moves', () => {
  const all = Object.keys(fileStatuses) as FileStatus[];
  it.each(all)('%s is written in unless a decision rests on it', (status) => {
    const open = (openToRecording as readonly FileStatus[]).includes(status);
    expect(mayRecordInFile(status) === undefined).toBe(open);
    expect(isOpenFile(status)).toBe([...applyingStatuses, ...onFileStatuses].includes(status as never));
    for (const name of Object.keys(recordingOperations) as RecordingOperation[]) {
      const always = 'always' in recordingOperations[name];
      expect(mayRecord(name, status) === undefined, name).toBe(always ? isOpenFile(status) : open);
    }
  });

  it('says whether it has ended or only waits', () => {
    expect(mayRecordInFile('notice')?.code).toBe('hardship.part-closed');
    expect(mayRecordInFile('lifted')?.code).toBe('hardship.file-ended');
    expect(mustBeOpen('notice')).toBeUndefined();
    expect(openToRecording.every(isOpenFile)).toBe(true);
  });

  it.each([
    ['draft', null, null, '2026-11-20'],
    ['draft', '2026-03-01', null, '2026-03-01'],
    ['notice', '2026-03-01', '2025-01-01', '2026-03-01'],
    ['active', '2019-03-01', '2025-01-01', '2026-11-20'],
    ['under_review', '2019-03-01', '2026-10-01', '2026-10-01'],
    ['class_notice', null, '2026-10-01', '2026-10-01'],
  ] as const)('as %s, received %s, review begun %s, is governed by the rule of %4$s', (status, receivedOn, reviewBegunOn, day) => {
    const on = (text: string | null) => (text === null ? null : plainDate(text));
    const facts = { status, receivedOn: on(receivedOn), reviewBegunOn: on(reviewBegunOn), today: plainDate('2026-11-20') };
    expect(ruleDay(facts)).toBe(day);
  });
});

it('every refusal of an entry says in two languages what is wrong and what to do', () => {
  for (const [code, { zh, en }] of Object.entries(refuseRecording.texts)) {
    expect(code).toMatch(/^hardship\.[a-z-]+$/);
    expect(zh, code).toMatch(/。.*。$/);
    expect(en, code).toMatch(/[.:].*\.$/);
    expect([...zh.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/Zh$/, '')).sort(), code).toEqual(
      [...en.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/En$/, '')).sort(),
    );
  }
});
