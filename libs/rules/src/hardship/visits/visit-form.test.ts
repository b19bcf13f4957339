import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/refusal.js';
import { fileStatuses, type FileStatus } from '../file-lifecycle.js';
import { emptyVisit, mergeVisit } from './merge-visit.js';
import {
  isAsked,
  isVisitField,
  missingOf,
  visitField,
  visitFieldNames,
  visitorsOf,
  visitSections,
  type VisitFieldName,
  type VisitValue,
} from './visit-form.js';
import { refuseVisit } from './visit-refusals.js';
import { mayCompleteVisit, mayOpenVisit, visitMayChange } from './visit-times.js';
import { LARGEST_PICTURE, LONGEST_PROSE, readVisitValue } from './visit-value.js';

const anna = { name: '陈安', userId: '00000000-0000-7000-8000-000000000001' };
/** A form with everything that is always asked. */
const whole: Partial<Record<VisitFieldName, VisitValue>> = {
  visitedOn: '2026-11-20', place: 'home', metName: '李月', metRelation: 'spouse', livingTogether: 3, housing: 'bought', housingState: 'poor', vehicle: 'none', incomeToldFen: 0,
  illness: false, disability: false, pupils: 0, neighbours: 'agree', needs: ['medical'], visitor1: anna, conclusion1: 'true', visitor2: { name: '周宁', userId: null }, conclusion2: 'true',
  signedBy: '李月', signature: 'data:image/png;base64,AAAA',
}; // prettier-ignore
const formOf = (values: Partial<Record<VisitFieldName, VisitValue>>) =>
  mergeVisit(emptyVisit(), {
    changeId: 'x',
    by: 'a',
    byName: 'a',
    fields: Object.entries(values).map(([name, value]) => ({ name: name as VisitFieldName, value, at: '', base: 1 })),
  }).form;

describe('the form', () => {
  it('says everything in both languages, in sections that are there, and asks conditions of fields that are there', () => {
    for (const name of visitFieldNames) {
      const { zh, en, section, codes, when } = visitField(name);
      expect([zh, en, visitSections[section], ...Object.values(codes ?? {}).flatMap((label) => [label.zh, label.en])].every(Boolean)).toBe(
        true,
      );
      if (when)
        expect(isVisitField(when.field) && when.is.every((value) => !(readVisitValue(when.field, value) instanceof Refusal))).toBe(true);
    }
    for (const text of Object.values(refuseVisit.texts)) expect(text.zh && text.en).toBeTruthy();
  });

  it('is complete with what is always asked, and with photographs or the reason why there are none', () => {
    expect(missingOf(whole, 1)).toEqual([]);
    expect(missingOf(whole, 0)).toEqual(['noPhotos']);
    expect(missingOf({ ...whole, noPhotos: '家属不同意' }, 0)).toEqual([]);
  });

  it.each(Object.keys(whole) as VisitFieldName[])('is not complete without %s', (name) => {
    const { [name]: _, ...rest } = whole;
    expect(missingOf(rest, 1)).toEqual([name]);
    expect(missingOf({ ...rest, [name]: null }, 1)).toEqual([name]);
  });

  it('asks for more where somebody is ill', () => {
    expect(isAsked('illnessNote', { illness: false })).toBe(false);
    expect(missingOf({ ...whole, illness: true }, 1)).toEqual(['illnessNote']);
    expect(missingOf({ ...whole, disability: true, disabilityNote: '肢体' }, 1)).toEqual([]);
  });

  it('names who came', () => {
    expect(visitorsOf(whole).map(({ name }) => name)).toEqual(['陈安', '周宁']);
    expect(visitorsOf({ visitor1: null, visitor3: anna })).toEqual([anna]);
  });
});

describe('a value', () => {
  const refused = (name: string, value: unknown): string | undefined => {
    const read = readVisitValue(name, value);
    return read instanceof Refusal ? read.code : undefined;
  };
  it.each<[VisitFieldName, unknown]>([
    ['metName', ''], ['metName', ' 李'], ['metName', '李\n月'], ['metName', 'x'.repeat(81)], ['illnessNote', 'x'.repeat(LONGEST_PROSE + 1)], ['illnessNote', 'a\u0000'], ['illnessNote', '\ud800'],
    ['housing', 'palace'], ['housing', 'constructor'], ['housing', ['rented']], ['needs', 'medical'], ['needs', ['medical', 'medical']], ['needs', ['toString']], ['pupils', -1], ['pupils', 1.5],
    ['pupils', '1'], ['rentFen', Number.NaN], ['floorArea', '-1'], ['floorArea', '1e3'], ['illness', 'true'], ['visitedOn', '2026-02-30'], ['visitedOn', '0001-01-01'], ['present', ['李月']],
    ['visitor1', '陈安'], ['visitor1', { name: '陈安' }], ['visitor1', { ...anna, admin: true }], ['visitor1', { name: 3, userId: null }], ['signature', 'data:image/svg+xml;base64,AAAA'],
    ['signature', 'data:image/png;base64,<script>'], ['signature', `data:image/png;base64,${'A'.repeat(LARGEST_PICTURE)}`],
  ])('of %s is not %j', (name, value) => expect(refused(name, value)).toBe('hardship.visit-value')); // prettier-ignore

  it('of a field that is none is refused', () => {
    for (const name of ['', 'x', '__proto__', 'constructor']) expect(refused(name, 'x')).toBe('hardship.visit-field-unknown');
  });

  it('is kept as it is, lists in their own order, empty lists as nothing', () => {
    for (const [name, value] of Object.entries(whole)) expect(readVisitValue(name, value)).toEqual(value);
    expect(readVisitValue('needs', ['work', 'living', 'medical'])).toEqual(['living', 'medical', 'work']);
    expect([readVisitValue('needs', []), readVisitValue('illnessNote', null), readVisitValue('illnessNote', '一\n二')]).toEqual([
      null,
      null,
      '一\n二',
    ]);
    expect(JSON.stringify(readVisitValue('visitor1', { userId: anna.userId, name: anna.name }))).toBe(JSON.stringify(anna));
  });
});

describe('a visit', () => {
  const statuses = Object.keys(fileStatuses) as FileStatus[];
  it('is due at its step and at no other, once at a time', () => {
    expect(statuses.filter((status) => !mayOpenVisit('intake', status, false))).toEqual(['submitted', 'prelim_ok']);
    expect(statuses.filter((status) => !mayOpenVisit('review', status, false))).toEqual(['active', 'under_review']);
    expect(mayOpenVisit('intake', 'prelim_ok', true)?.code).toBe('hardship.visit-open');
    expect(mayOpenVisit('review', 'prelim_ok', false)?.code).toBe('hardship.visit-not-due');
  });

  it('keeps its form from the moment the file goes on', () => {
    expect(statuses.filter((status) => visitMayChange('intake', status))).toEqual(['draft', 'submitted', 'sent_back', 'prelim_ok']);
    expect(statuses.filter((status) => visitMayChange('review', status))).toEqual(['active', 'under_review']);
  });

  it('is complete when nothing is missing and nothing is torn', () => {
    const form = formOf(whole);
    expect(mayCompleteVisit(form, 1)).toBeUndefined();
    expect(mayCompleteVisit(form, 0)?.details).toEqual({ count: 1, fieldsZh: '未拍照的原因', fieldsEn: 'Why there are no photographs' });
    expect(mayCompleteVisit(formOf({}), 0)?.sentence('zh')).toContain('等。');
    const torn = mergeVisit(form, { changeId: 'y', by: 'b', byName: 'b', fields: [{ name: 'pupils', value: 2, at: '', base: 1 }] }).form;
    expect(mayCompleteVisit(torn, 1)).toMatchObject({ code: 'hardship.visit-conflicts-open', details: { count: 1 } });
  });
});
