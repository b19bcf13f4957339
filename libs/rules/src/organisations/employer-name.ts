/** Names of firms: two spellings of one firm meet, two firms of different places with the same fancy name do not. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';

export interface EmployerName {
  /** Without place, form of firm, brackets and blanks: 苏州嵘昕园林建设有限公司 and 嵘昕园林建设 share one. */
  readonly key: string;
  /** The place in the name, where there is one. */
  readonly place?: string;
}

/** Places that names of firms of this city begin with or hold in brackets; the longer before the shorter. */
const PLACES = [
  '苏州工业园区',
  '苏州高新区',
  '苏州吴中',
  '苏州相城',
  '苏州吴江',
  '苏州',
  '工业园区',
  '高新区',
  '张家港',
  '昆山',
  '常熟',
  '太仓',
  '吴江',
  '吴中',
  '相城',
  '姑苏',
  '虎丘',
  '平江',
  '沧浪',
  '金阊',
  '江苏',
  '中国',
];
const PLACE = `(?:江苏省?)?(${PLACES.join('|')})[市区县省]?`;
const LEADING = new RegExp(`^${PLACE}`);
const BRACKETED = new RegExp(`\\(${PLACE}\\)`);
const FORM = /(?:集团)?(?:股份有限公司|有限责任公司|股份公司|有限公司|总公司|分公司|公司|责任有限)$/;

export function employerName(name: string): EmployerName {
  const plain = withoutBlanks(halfWidth(name)).toLowerCase();
  const place = (BRACKETED.exec(plain) ?? LEADING.exec(plain))?.[1];
  const key = plain
    .replace(BRACKETED, '')
    .replace(LEADING, '')
    .replace(FORM, '')
    .replace(/[()·.,、-]/g, '');
  // A name that is nothing but place and form (苏州公司) is kept whole.
  return { key: key.length >= 2 ? key : plain, ...(place !== undefined && { place }) };
}

/** Whether two names may be one firm's: places that are both given have to agree. */
export function maySameEmployer(a: EmployerName, b: EmployerName): boolean {
  return a.key === b.key && (a.place === undefined || b.place === undefined || a.place === b.place);
}
