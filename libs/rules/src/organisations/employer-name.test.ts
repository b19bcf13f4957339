import { describe, expect, test } from 'vitest';
import { employerName, maySameEmployer } from './employer-name.js';

const same = (a: string, b: string): boolean => maySameEmployer(employerName(a), employerName(b));

describe('spellings of one firm', () => {
  test.each([
    ['苏州嵘昕园林建设有限公司', '嵘昕园林建设'],
    ['苏州嵘昕园林建设有限公司', '苏州嵘昕园林建设公司'],
    ['苏州嵘昕园林建设有限公司', '苏州 嵘昕园林建设有限公司'],
    ['苏州市嵘昕园林建设有限责任公司', '苏州嵘昕园林建设股份有限公司'],
    ['炜盛塑胶（吴江）有限公司', '炜盛塑胶(吴江)有限公司'],
    ['炜盛塑胶（吴江）有限公司', '炜盛塑胶有限公司'],
    ['苏州工业园区智源科技有限公司', '智源科技'],
  ])('%s and %s', (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ['苏州嵘昕园林建设有限公司', '昆山嵘昕园林建设有限公司'],
    ['炜盛塑胶（吴江）有限公司', '炜盛塑胶（昆山）有限公司'],
    ['苏州嵘昕园林建设有限公司', '苏州嵘昕绿化建设有限公司'],
    ['苏州公司', '昆山公司'],
  ])('%s and %s are two firms', (a, b) => expect(same(a, b)).toBe(false));

  test('the key keeps enough to tell a firm', () => expect(employerName('苏州有限公司').key).toBe('苏州有限公司'));
});
