import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../plain-date.js';
import { Refusal } from '../refusal.js';
import { luhnHolds, maskBankCard, readBankCard } from './bank-card.js';
import { divisionReader } from './division.js';
import { readEmployerCode } from './employer-code.js';
import { formatOrgCode, orgCodeCheckCharacter, readOrgCode } from './org-code.js';
import { maskPersonName, readPersonName } from './person-name.js';
import { maskPhone, readPhone } from './phone.js';
import { idCheckCharacter, maskResidentId, readResidentId } from './resident-id.js';
import { readUscc, usccCheckCharacter } from './uscc.js';

const today = plainDate('2012-12-31');
const refusalOf = (result: unknown): string | undefined => (result instanceof Refusal ? result.code : undefined);

describe('resident ID', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['320508188001010017', '1880-01-01', 'male'],
    ['32058518800101001X', '1880-01-01', 'male'],
  ])('%s is read with what it tells', (number, birthDate, sex) => {
    expect(readResidentId(number, today)).toEqual({ number, type: 'resident-id', birthDate, sex });
  });

  test('15 digits become 18 and stay on record', () => {
    expect(readResidentId('110105491231002', today)).toMatchObject({ number: '11010519491231002X', original: '110105491231002' });
  });

  test.each([
    '110105 19491231 002x',
    ' 11010519491231002X\u00a0',
    '１１０１０５１９４９１２３１００２Ｘ',
    "'11010519491231002X",
    '="11010519491231002X"',
  ])('typed as %j it is the same number', (typed) => expect(readResidentId(typed, today)).toMatchObject({ number: '11010519491231002X' }));

  test.each([
    ['110105194912310021', 'identifiers.id-check'],
    ['11010519491231002', 'identifiers.id-length'],
    ['', 'identifiers.id-length'],
    ['3.20503E+17', 'identifiers.id-characters'],
    ['1101051949X231002X', 'identifiers.id-characters'],
    ['11010549123100X', 'identifiers.id-characters'],
    ['110105490231002', 'identifiers.id-birth-date'],
    ['32050820130101001' + idCheckCharacter('32050820130101001'), 'identifiers.id-birth-date'],
  ])('%s is refused', (number, code) => expect(refusalOf(readResidentId(number, today))).toBe(code));

  test('any single wrong digit is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const number = '320508199001010017'.slice(0, 17);
        const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        return idCheckCharacter(wrong) !== idCheckCharacter(number);
      }),
    );
  });

  test('kinds and mask', () => {
    expect(readResidentId(`81000019900101001${idCheckCharacter('81000019900101001')}`, today)).toMatchObject({
      type: 'hk-mo-tw-residence',
    });
    expect(readResidentId(`91101019900101001${idCheckCharacter('91101019900101001')}`, today)).toMatchObject({
      type: 'foreigner-residence',
    });
    expect(maskResidentId('320508199001010017')).toBe('320508********0017');
  });
});

describe('codes of employers', () => {
  test.each(['91350100M000100Y43', '91110108551385082Q', '91320594MA0000007P', '81320508MC00000042'])(
    '%s holds, its organisation code too',
    (code) => expect(readUscc(code)).toEqual({ code, orgCode: code.slice(8, 17), verified: true }),
  );

  test('a sum divisible by 31 ends in 0', () => expect(usccCheckCharacter('81320508MC0000013')).toBe('0'));

  test('a wrong check character is for a person to confirm, a wrong form is refused', () => {
    expect(readUscc('91350100M000100Y44')).toMatchObject({ verified: false });
    expect(refusalOf(readUscc('91350100I000100Y43'))).toBe('identifiers.uscc-form');
    expect(refusalOf(readUscc('9135'))).toBe('identifiers.uscc-form');
  });

  test('organisation codes with and without dash', () => {
    expect(orgCodeCheckCharacter('55138508')).toBe('2');
    expect(readOrgCode('55138508-2')).toEqual({ code: '551385082', verified: true });
    expect(readOrgCode('７１５８３９５８－x')).toEqual({ code: '71583958X', verified: true });
    expect(readOrgCode('55138508-3')).toMatchObject({ verified: false });
    expect(refusalOf(readOrgCode('5513-85082'))).toBe('identifiers.org-code-form');
    expect(formatOrgCode('551385082')).toBe('55138508-2');
  });

  test('both codes of one firm lead to the same organisation code', () => {
    expect(readEmployerCode('29952031-7')).toEqual({ orgCode: '299520317', verified: true });
    expect(readEmployerCode('913205942995203174')).toEqual({ orgCode: '299520317', uscc: '913205942995203174', verified: true });
    expect(refusalOf(readEmployerCode('待查'))).toBe('identifiers.employer-code-form');
  });
});

describe('bank card', () => {
  test.each(['6217000000000000004', '6222020000000000000', '4111111111111111'])('%s holds', (number) =>
    expect(readBankCard(`${number.slice(0, 4)} ${number.slice(4)}`)).toBe(number),
  );

  test('refusals and mask', () => {
    expect(refusalOf(readBankCard('6217000000000000005'))).toBe('identifiers.card-check');
    expect(refusalOf(readBankCard('6.29999E+18'))).toBe('identifiers.card-form');
    expect(refusalOf(readBankCard('411111111111'))).toBe('identifiers.card-form');
    expect(maskBankCard('6217000000000000004')).toBe('**** 0004');
  });

  test('every run of digits has exactly one Luhn digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12,18}$/), (digits) => {
        expect([...'0123456789'].filter((check) => luhnHolds(digits + check))).toHaveLength(1);
      }),
    );
  });
});

describe('phone', () => {
  test.each([
    '13400002932',
    '134-0000-2932',
    '134 0000 2932',
    '+8613400002932',
    '+86 134-0000-2932',
    '008613400002932',
    '１３４００００２９３２',
  ])('%s is one mobile number', (typed) => expect(readPhone(typed)).toBe('13400002932'));
  test.each(['0512-65123456', '051265123456', '0512-65123456-801', '65123456', '(0512)65123456'])('%s is a landline', (typed) =>
    expect(readPhone(typed)).not.toBeInstanceOf(Refusal),
  );
  test.each(['', '1340000293', '134000029321', '12345', '见备注', '1.34E+10'])('%j is refused', (typed) =>
    expect(refusalOf(readPhone(typed))).toBe('identifiers.phone-form'),
  );
  test('mask', () => {
    expect(maskPhone('13400002932')).toBe('134****2932');
    expect(maskPhone('0512-65123456')).toBe('0512-****3456');
  });
});

describe('person name', () => {
  test.each([
    ['钱\u3000睿', '钱睿'],
    ['金振\u3000', '金振'],
    ['迪丽努尔•努尔买买提', '迪丽努尔·努尔买买提'],
    ['热依汗．玉素甫', '热依汗·玉素甫'],
    ['阿曼古丽.玉素甫', '阿曼古丽·玉素甫'],
    ['古丽・阿不都', '古丽·阿不都'],
    ['古丽‧阿不都', '古丽·阿不都'],
    ['朱𠮷明', '朱𠮷明'],
    ['徐𤋮', '徐𤋮'],
    ['沈㛃', '沈㛃'],
    ['朱𠮷.𤋮', '朱𠮷·𤋮'],
    ['John  A. Smith ', 'John A. Smith'],
  ])('%j is %j', (typed, name) => expect(readPersonName(typed)).toBe(name));

  test('masks count characters, not halves of them', () => {
    expect(maskPersonName('张明')).toBe('张*');
    expect(maskPersonName('张小明')).toBe('张*明');
    expect(maskPersonName('欧阳小明')).toBe('欧**明');
    expect(maskPersonName('徐𤋮')).toBe('徐*');
    expect(maskPersonName('朱𠮷明')).toBe('朱*明');
  });
});

describe('division', () => {
  const read = divisionReader(
    [
      { code: '320508', name: '姑苏区', otherNames: ['平江区', '沧浪区', '金阊区'] },
      { code: '320505', name: '虎丘区(高新区)', otherNames: ['高新区', '虎丘区'] },
      { code: '320594', name: '工业园区', otherNames: ['苏州工业园区', '园区'] },
    ],
    ['苏州市', '江苏省苏州市'],
  );
  test.each([
    ['沧浪区', '320508'],
    ['虎丘区（高新区）', '320505'],
    ['高新区', '320505'],
    ['园区', '320594'],
    ['苏州市姑苏区', '320508'],
    ['江苏省苏州市姑苏区', '320508'],
    ['320508', '320508'],
    [' 姑 苏 区', '320508'],
  ])('%s', (name, code) => expect(read(name)?.code).toBe(code));
  test.each(['东园区', '阳澄区', '吴北区', '', '苏州市'])('%j is none', (name) => expect(read(name)).toBeUndefined());
});
