import { describe, expect, it } from 'vitest';
import { employerSearchKeys, personSearchKeys, wholeReadings } from '#casework/people/search-keys';

describe('what finds a person', () => {
  it('every reading of a surname that has several', () => {
    const keys = personSearchKeys('单雄信');
    for (const asked of ['单', '雄信', 'shanxiongxin', 'danxiong', 'chanx', 'sxx', 'dx']) expect(keys).toContain(asked);
    expect(keys).not.toContain('xiongxin');
  });
  it('ü is typed v and u', () => expect(personSearchKeys('吕布')).toEqual(expect.arrayContaining(['lvbu', 'lubu', 'lb'])));
  it('does not grow without bound for a name of many readings', () =>
    expect(personSearchKeys('乐曾单解仇朴查盖').length).toBeLessThan(1200));
  it('says whether two names are heard alike', () => {
    const alike = (a: string, b: string): boolean => [...wholeReadings(a)].some((way) => wholeReadings(b).has(way));
    expect(alike('张伟', '章玮')).toBe(true);
    expect(alike('张伟', '张伟明')).toBe(false);
  });
});

describe('what finds a firm', () => {
  const keys = employerSearchKeys(['苏州恒力纺织有限公司'], '恒力纺织');
  it.each(['恒力', '纺织', '有限', 'suzhouheng', 'hengli', 'hlfz', 'szhl'])('%s', (asked) => expect(keys).toContain(asked));
});
