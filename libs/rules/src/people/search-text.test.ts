import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../shared/plain-date.js';
import { gramsAsked, gramsOf } from './name-grams.js';
import { readSearchText } from './search-text.js';

const read = (text: string) => readSearchText(text, '2026-11-20' as PlainDate);

describe('the text in a search box', () => {
  it.each([
    ['', { kind: 'nothing' }],
    [' ', { kind: 'nothing' }],
    ['11010519491231002x', { kind: 'id', number: '11010519491231002X' }],
    ['110105491231002', { kind: 'id', number: '11010519491231002X' }],
    ['13812341234', { kind: 'phone', number: '13812341234' }],
    ['0512-65221234', { kind: 'phone', number: '0512-65221234' }],
    ['91320594MA0000007P', { kind: 'code', code: '91320594MA0000007P' }],
    ['61080157-7', { kind: 'code', code: '610801577' }],
    ['苏劳调字〔2026〕第0012号', { kind: 'number', start: '苏劳调字〔2026〕第0012号' }],
    ['苏劳调字(2026)第12', { kind: 'number', start: '苏劳调字〔2026〕第12' }],
    ['昆信[2026]', { kind: 'number', start: '昆信〔2026〕' }],
    ['20260012', { kind: 'digits', digits: '20260012' }],
    ['2026-12', { kind: 'digits', digits: '20260012' }],
    ['张伟', { kind: 'name', part: '张伟', grams: ['张伟'] }],
    ['张', { kind: 'name', part: '张', grams: ['张'] }],
    ['zhang wei', { kind: 'pinyin', letters: 'zhangwei' }],
    ['LÜ', { kind: 'pinyin', letters: 'lv' }],
  ])('%s', (text, meant) => expect(read(text)).toEqual(meant));
});

describe('pieces of a name', () => {
  it('has one- and two-character pieces', () => expect(gramsOf('张 伟明').sort()).toEqual(['伟', '伟明', '张', '张伟', '明']));
  it('keeps characters beyond the basic plane whole', () => expect(gramsOf('𠮷田')).toEqual(['𠮷', '𠮷田', '田']));
  it('asks for pairs of a longer part', () => expect(gramsAsked('张伟明')).toEqual(['张伟', '伟明']));
});
