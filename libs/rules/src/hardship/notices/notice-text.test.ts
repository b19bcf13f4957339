import { describe, expect, it } from 'vitest';
import { plainDate } from '../../shared/plain-date.js';
import { hardshipCauses, type HardshipCause } from '../codes.js';
import { causeCategory, isMasked, noticeText, type NoticeFacts } from './notice-text.js';
import { noticeKinds, type NoticeKind } from './notices.js';

const facts: NoticeFacts = {
  kind: 'application',
  holderName: '张晓明',
  unit: '苏州煜泓纺织有限公司',
  present: 'deep',
  wanted: 'relative',
  cause: 'major-illness',
  givenOn: plainDate('2026-11-20'),
  endsOn: plainDate('2026-11-27'),
  phone: '0512-65221234',
};
const hidden = { names: ['张晓明', '张小宝'], addresses: ['劳动路66号3幢201室', null], phone: facts.phone };

describe('a notice', () => {
  it.each(Object.keys(noticeKinds) as NoticeKind[])('of kind %s says who, masked, until when and whom to call', (kind) => {
    const text = noticeText({ ...facts, kind });
    expect(text).toContain('张*明');
    expect(text).toContain(facts.unit);
    expect(text).toMatch(/2026-11-20.*2026-11-27/);
    expect(text).toContain(facts.phone);
    expect(isMasked(text, hidden)).toBe(true);
  });

  it('says the class and the category of the cause, never the cause itself', () => {
    expect(noticeText(facts)).toMatch(/拟定类别：相对困难；致困原因：患病。/);
    expect(noticeText({ ...facts, kind: 'lower' })).toMatch(/现类别：深度困难；拟定类别：相对困难。/);
    expect(noticeText({ ...facts, kind: 'exit' })).not.toContain('相对困难');
    for (const cause of Object.keys(hardshipCauses) as HardshipCause[]) expect(causeCategory(cause).zh).not.toMatch(/癌|子女|残疾|单亲/);
  });

  it.each([
    ['the name on a shop sign', '张晓明裁缝店'],
    ['a child', '张小宝就读的学校'],
    ['the address', '劳动路66号3幢201室'],
    ['an ID number', '320508188001010013'],
    ['a mobile number', '13812345678'],
  ])('is not masked with %s on it', (_, unit) => {
    expect(isMasked(noticeText({ ...facts, unit }), hidden)).toBe(false);
  });

  it('may give the office’s own mobile telephone', () => {
    const phone = '13900000001';
    expect(isMasked(noticeText({ ...facts, phone }), { ...hidden, phone })).toBe(true);
  });
});
