import { describe, expect, it } from 'vitest';
import { whichEmployer } from './which-employer.js';

describe('which firm is meant', () => {
  const known = [
    { id: 'kunshan', names: ['昆山恒丰纺织有限公司'], orgCode: '610801577' },
    { id: 'changshu', names: ['常熟恒丰纺织有限公司'], orgCode: null },
    { id: 'garden', names: ['苏州嵘昕园林建设有限公司', '嵘昕园林'], orgCode: null },
  ];
  it('by code before any name', () => expect(whichEmployer({ name: '写错的名字', orgCode: '610801577' }, known)?.id).toBe('kunshan'));
  it('by a spelling that one firm alone can mean', () => expect(whichEmployer({ name: '嵘昕园林建设' }, known)?.id).toBe('garden'));
  it('by a spelling that was met before', () => expect(whichEmployer({ name: '嵘昕园林' }, known)?.id).toBe('garden'));
  it('by none when two can be meant', () => expect(whichEmployer({ name: '恒丰纺织' }, known)).toBeUndefined());
  it('not by a spelling without a place where another one has a different place', () => {
    const kunshan = [{ id: 'kunshan', names: ['昆山芷曦纺织有限公司', '芷曦纺织'], orgCode: null }];
    expect(whichEmployer({ name: '常熟芷曦纺织有限公司' }, kunshan)).toBeUndefined();
    expect(whichEmployer({ name: '芷曦纺织公司' }, kunshan)?.id).toBe('kunshan');
  });
  it('never by a name where the code is another one', () =>
    expect(whichEmployer({ name: '昆山恒丰纺织有限公司', orgCode: '699999999' }, known)).toBeUndefined());
});
