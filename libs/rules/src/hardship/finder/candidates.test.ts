import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { mayCloseCandidate, dayIsPossible, type ClosingFacts } from './candidate-closing.js';
import { closingCodes } from './candidate-codes.js';
import { chooseOwner, type Owner } from './choose-owner.js';
import { suzhouFinderPlan as plan } from './finder-plan.js';
import { finderRuleCodes, type Sign } from './finder-rules.js';
import { reasonInWords } from './reason-in-words.js';
import { priorityOf, whatIsNew, type KeptCandidate } from './what-is-new.js';

const on = plainDate('2026-11-20');
const sign = (over: Partial<Sign> = {}): Sign => ({
  rule: 'income-lost',
  noun: 'dispute',
  subjectId: 'a',
  on: plainDate('2026-10-01'),
  priority: 2,
  facts: { category: '51' },
  ...over,
});
const kept = (signs: Sign[], closedOn?: string): KeptCandidate => ({
  signs,
  dueOn: plainDate('2026-12-01'),
  closedOn: closedOn ? plainDate(closedOn) : undefined,
});

describe('what tonight adds', () => {
  it('is a new candidate, due by its priority', () => {
    expect(whatIsNew(plan, [sign()], [], on)).toMatchObject({ priority: 2, dueOn: '2026-12-10', added: [{ subjectId: 'a' }] });
  });

  it('is nothing where the open one has it already, and one reason more where not', () => {
    expect(whatIsNew(plan, [sign()], [kept([sign()])], on)).toBeUndefined();
    const petition = sign({ rule: 'petition-for-help', noun: 'petition', subjectId: 'b' });
    const more = whatIsNew(plan, [sign(), petition], [kept([sign()])], on)!;
    expect(more.signs).toHaveLength(2);
    expect(more.added).toEqual([petition]);
    expect(more.priority, 'two registers say it').toBe(1);
    expect(more.dueOn, 'brought forward').toBe('2026-11-30');
  });

  it('never puts a day off', () => {
    const soon = { ...kept([sign()]), dueOn: plainDate('2026-11-22') };
    expect(whatIsNew(plan, [sign({ subjectId: 'b' })], [soon], on)!.dueOn).toBe('2026-11-22');
  });

  it('leaves closed what was closed within the year for the same reason, and opens for a new one alone', () => {
    expect(whatIsNew(plan, [sign()], [kept([sign()], '2026-01-15')], on)).toBeUndefined();
    expect(whatIsNew(plan, [sign()], [kept([sign()], '2025-11-20')], on)).toBeDefined();
    const again = whatIsNew(plan, [sign(), sign({ subjectId: 'b' })], [kept([sign()], '2026-11-19')], on)!;
    expect(again.signs.map(({ subjectId }) => subjectId)).toEqual(['b']);
  });

  it('takes one record once a rule', () => {
    expect(whatIsNew(plan, [sign(), sign()], [], on)!.signs).toHaveLength(1);
    expect(priorityOf([sign({ priority: 3 }), sign({ priority: 3, subjectId: 'b' })])).toBe(3);
  });
});

describe('the owner', () => {
  const owner = (id: string, organisationId: string, records: boolean, reach: string[] | 'city'): Owner => ({
    id,
    organisationId,
    records,
    everything: reach === 'city',
    organisationIds: new Set(reach === 'city' ? [] : reach),
  });
  const upwards = ['town', 'district', 'city'];
  const city = owner('city officer', 'city', true, 'city');
  const far = owner('far', 'south', true, ['south']);
  const reviewer = owner('reviewer', 'district', false, ['district', 'town']);
  const one = owner('one', 'district', true, ['district', 'town']);
  const other = owner('other', 'district', true, ['district', 'town']);

  it('may work there, records files, is near, and has the least to do', () => {
    const load = new Map([['one', 3], ['other', 2]]); // prettier-ignore
    expect(chooseOwner([city, far, reviewer, one, other], upwards, load)?.id).toBe('other');
    expect(chooseOwner([city, far, reviewer], upwards, load)?.id).toBe('city officer');
    expect(chooseOwner([far, reviewer], upwards, load)?.id).toBe('reviewer');
    expect(chooseOwner([far], upwards, load)).toBeUndefined();
  });
});

describe('closing', () => {
  const facts: ClosingFacts = { closing: 'declined', rules: ['income-lost'], attempts: [], criteria: ['two-dwellings'] };
  const why = (over: Partial<ClosingFacts>) => mayCloseCandidate(plan, { ...facts, ...over })?.code;
  const call = (day: string, result: 'no-answer' | 'declines' = 'no-answer') => ({ on: plainDate(day), form: 'call', result }) as const;

  it('asks of every way for what shows it', () => {
    expect(Object.fromEntries(closingCodes.map((closing) => [closing, why({ closing })]))).toEqual({
      filed: 'candidates.file-missing',
      helped: 'candidates.help-missing',
      'government-aid': 'candidates.government-aid-missing',
      'not-eligible': 'candidates.criterion-missing',
      declined: 'candidates.not-spoken-to',
      unreachable: 'candidates.attempts-too-few',
    });
  });

  it('as filed needs a submitted application or file of the family, which was not on file before', () => {
    expect(why({ closing: 'filed', file: { ofFamily: false, status: 'active' } })).toBe('candidates.file-not-theirs');
    expect(why({ closing: 'filed', file: { ofFamily: true, status: 'draft' } })).toBe('candidates.file-only-draft');
    expect(why({ closing: 'filed', file: { ofFamily: true, status: 'submitted' } })).toBeUndefined();
    const file = { ofFamily: true, status: 'active' };
    expect(why({ closing: 'filed', file, rules: ['file-unchanged', 'file-never-helped'] })).toBe('candidates.on-file-before');
  });

  it('as not eligible names a criterion of the rule in force', () => {
    expect(why({ closing: 'not-eligible', criterion: 'made-up' })).toBe('candidates.criterion-missing');
    expect(why({ closing: 'not-eligible', criterion: 'two-dwellings' })).toBeUndefined();
  });

  it('as declined needs a conversation, as unreachable three tries on two days and none that reached', () => {
    expect(why({ closing: 'declined', attempts: [call('2026-11-01', 'declines')] })).toBeUndefined();
    const tries = [call('2026-11-01'), call('2026-11-01'), call('2026-11-01')];
    expect(why({ closing: 'unreachable', attempts: tries })).toBe('candidates.attempts-too-few');
    expect(why({ closing: 'unreachable', attempts: [...tries.slice(1), call('2026-11-03')] })).toBeUndefined();
    expect(why({ closing: 'unreachable', attempts: [...tries, call('2026-11-03', 'declines')] })).toBe('candidates.was-reached');
  });

  it('happens between the day it was found and today', () => {
    const days = { foundOn: plainDate('2026-11-10'), today: on };
    expect(dayIsPossible(plainDate('2026-11-09'), days)?.code).toBe('candidates.day-too-early');
    expect(dayIsPossible(plainDate('2026-11-21'), days)?.code).toBe('candidates.day-in-future');
    expect(dayIsPossible(on, days)).toBeUndefined();
  });
});

describe('the sentence of a reason', () => {
  it('is there for every rule in both languages, whatever the facts', () => {
    for (const rule of finderRuleCodes) {
      const { zh, en } = reasonInWords({ rule, noun: 'dispute', on, facts: { liftedOn: '2026-05-01', times: 2, months: 24 } });
      expect(`${zh}${en}`).not.toMatch(/undefined|null/);
      expect(zh).toContain('。');
    }
    expect(reasonInWords(sign()).zh).toBe('2026-10-01登记“劳动报酬”争议，收入受损，未建困难档案。');
  });
});
