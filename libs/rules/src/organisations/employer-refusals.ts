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
  'organisations.prefix-missing': {
    kind: 'conflict',
    zh: '该组织及其上级没有设置文号代字，无法编号。请由中心管理员在组织信息中补充。',
    en: 'Neither this organisation nor one above it has letters for its numbers. Ask the centre administrator to add them.',
  },
  'organisations.organisation-missing': {
    kind: 'forbidden',
    zh: '您不能在该组织登记。请选择您权限范围内的组织。',
    en: 'You cannot register there. Choose an organisation within your rights.',
  },
});
