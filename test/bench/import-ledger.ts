/** A ledger of visits as large as asked, as the CSV file that such a ledger comes as: every row valid, every person new. */
import { personNames } from './fill/names.js';
import { residentNumber } from '../support/resident-number.js';

const HEADERS =
  '序号,姓名,性别,身份证号,联系电话,工作单位,困难类别,家庭人口,慰问层级,慰问活动,资金来源,慰问金(元),物资折价(元),合计(元),发放方式,开户银行,银行卡号,发放日期,慰问单位,所属区(市),经办人,备注';

const names = personNames(40_000);

export function aLedgerOf(rows: number): Buffer {
  const lines = ['走访慰问发放表', HEADERS];
  for (let n = 1; n <= rows; n += 1) {
    const id = residentNumber(n);
    const [cash, goods] = [1_000 + (n % 50) * 100, (n % 7) * 10.5];
    lines.push(
      [
        n,
        names[n % names.length],
        Number(id[16]) % 2 ? '男' : '女',
        id,
        `138${String(n).padStart(8, '0')}`,
        `苏州某某${n % 3_000}有限公司`,
        '困难职工',
        1 + (n % 5),
        '市级',
        '元旦春节送温暖',
        '工会经费',
        cash,
        goods,
        cash + goods,
        '银行卡',
        '中国工商银行苏州分行',
        cardOf(n),
        `2012-01-${String(1 + (n % 28)).padStart(2, '0')}`,
        '姑苏区总工会',
        '姑苏区',
        `李${n % 50}`,
        '',
      ].join(','),
    );
  }
  return Buffer.from(`\ufeff${lines.join('\n')}\n`);
}

function cardOf(n: number): string {
  const body = `629991${String(n).padStart(12, '0')}`;
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return body + ((10 - (sum % 10)) % 10);
}
