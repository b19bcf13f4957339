import { refusals } from '../refusal.js';

/** Why a number on paper is not what it claims to be. The number itself is never repeated: it is personal data. */
export const refuseIdentifier = refusals({
  'identifiers.id-length': {
    kind: 'invalid',
    zh: '身份证号应为18位（旧证15位），这里是{length}位。请核对后重新填写。',
    en: 'A resident ID number has 18 characters (old cards 15); this one has {length}. Check it against the card.',
  },
  'identifiers.id-characters': {
    kind: 'invalid',
    zh: '身份证号含有数字和末位X以外的字符。请核对后重新填写。',
    en: 'A resident ID number holds only digits and a final X. Check it against the card.',
  },
  'identifiers.id-birth-date': {
    kind: 'invalid',
    zh: '身份证号中的出生日期不存在或晚于今天。请核对后重新填写。',
    en: 'The birth date within the ID number does not exist or lies in the future. Check it against the card.',
  },
  'identifiers.id-check': {
    kind: 'invalid',
    zh: '身份证号校验码不符，可能有一位写错。请核对后重新填写。',
    en: 'The check character of the ID number is wrong: probably one character is mistyped. Check it against the card.',
  },
  'identifiers.uscc-form': {
    kind: 'invalid',
    zh: '统一社会信用代码应为18位数字或大写字母（不含I、O、S、V、Z）。请核对后重新填写。',
    en: 'A unified social credit code has 18 digits or capitals (no I, O, S, V, Z). Check it and type it again.',
  },
  'identifiers.org-code-form': {
    kind: 'invalid',
    zh: '组织机构代码应为8位数字或大写字母加1位校验码。请核对后重新填写。',
    en: 'An organisation code has 8 digits or capitals and a check character. Check it and type it again.',
  },
  'identifiers.employer-code-form': {
    kind: 'invalid',
    zh: '既不是18位统一社会信用代码，也不是9位组织机构代码。请核对后重新填写。',
    en: 'This is neither a unified social credit code (18) nor an organisation code (9). Check it and type it again.',
  },
  'identifiers.card-form': {
    kind: 'invalid',
    zh: '银行卡号应为13至19位数字。请核对后重新填写。',
    en: 'A bank card number has 13 to 19 digits. Check it and type it again.',
  },
  'identifiers.card-check': {
    kind: 'invalid',
    zh: '银行卡号校验位不符，可能有一位写错。请核对后重新填写。',
    en: 'The check digit of the bank card number is wrong: probably one digit is mistyped. Check it and type it again.',
  },
  'identifiers.phone-form': {
    kind: 'invalid',
    zh: '联系电话既不是11位手机号，也不是固定电话。请核对后重新填写。',
    en: 'This is neither a mobile number of 11 digits nor a landline number. Check it and type it again.',
  },
});
