import { refusals } from '../shared/refusal.js';

export const refuseEmployer = refusals({
  'organisations.code-unconfirmed': {
    kind: 'conflict',
    zh: '单位代码校验码不符，可能有一位写错。请核对证照；确认无误的，勾选“代码已核对”后再保存。',
    en: 'The check character of the code is wrong: one character may be mistyped. Compare it with the licence; if it is right, confirm the code and save again.',
  },
  'organisations.employer-there': {
    kind: 'conflict',
    zh: '该代码的单位已在名册中：{name}。请直接使用，或在其名下补充名称。',
    en: 'A firm with this code is in the register: {name}. Use that one, or add the name to it.',
  },
  'organisations.codes-disagree': {
    kind: 'invalid',
    zh: '统一社会信用代码第9至17位应为组织机构代码，两者不符。请核对。',
    en: 'Characters 9 to 17 of the unified social credit code are the organisation code; the two given disagree. Check them.',
  },
});
