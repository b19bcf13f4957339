/**
 * What there is to say about a cell: a refusal rejects the row, a warning goes with it. Kept as codes; the sentences are
 * made when somebody reads them.
 */
import type { RefusalDetails } from '../shared/refusal.js';
import { refuseIdentifier } from '../shared/identifiers/refusals.js';

interface FindingText {
  readonly refuses: boolean;
  readonly zh: string;
  readonly en: string;
}

const texts = {
  'cell.required': { refuses: true, zh: '必填项为空，请补填。', en: 'This cell must not be empty. Fill it in.' },
  'cell.too-long': {
    refuses: true,
    zh: '内容有{length}个字，本列最多{limit}字。请缩短，或移到备注。',
    en: 'The text has {length} characters, the column takes {limit}. Shorten it or move it to the remarks.',
  },
  'cell.excel-error': {
    refuses: true,
    zh: '单元格是错误值{error}。请改为数值或文字后重新导入。',
    en: 'The cell holds the error {error}. Replace it by a value.',
  },
  'cell.digits-lost': {
    refuses: true,
    zh: '号码被存成了数值（科学计数法），后几位已丢失。请将该列设为文本格式并重新录入完整号码。',
    en: 'The number was stored as a quantity and has lost its last digits. Format the column as text and type it again in full.',
  },
  'cell.date-unreadable': {
    refuses: true,
    zh: '无法识别的日期“{text}”。请写成2012-03-05的形式。',
    en: '"{text}" cannot be read as a date. Write it as 2012-03-05.',
  },
  'cell.date-impossible': {
    refuses: true,
    zh: '日期“{text}”不存在。请核对月、日。',
    en: 'There is no such day as "{text}". Check month and day.',
  },
  'cell.date-ahead': {
    refuses: true,
    zh: '日期{date}晚于导入日{today}，尚未发生。请核对年份。',
    en: 'The day {date} lies after that of the import, {today}: it has not come yet. Check the year.',
  },
  'cell.amount-unreadable': {
    refuses: true,
    zh: '无法识别的金额“{text}”。请填写数字，单位元，最多两位小数。',
    en: '"{text}" cannot be read as an amount. Give a number of yuan with at most two decimals.',
  },
  'cell.amount-negative': {
    refuses: true,
    zh: '金额为负数。请填写不小于0的金额。',
    en: 'The amount is negative. Give an amount of 0 or more.',
  },
  'cell.amount-zero': {
    refuses: true,
    zh: '金额为0，没有发放内容。请核对金额。',
    en: 'The amounts come to 0: nothing was paid. Check them.',
  },
  'cell.count-unreadable': {
    refuses: true,
    zh: '无法识别的数量“{text}”。请填写整数。',
    en: '"{text}" cannot be read as a count. Give a whole number.',
  },
  'cell.count-zero': { refuses: true, zh: '人数至少为1。请核对。', en: 'There must be at least one person. Check the count.' },
  'cell.year-unreadable': {
    refuses: true,
    zh: '无法识别的年份“{text}”。请填写四位年份。',
    en: '"{text}" cannot be read as a year. Give four digits.',
  },
  'cell.district-unknown': {
    refuses: true,
    zh: '没有名为“{text}”的区（市）。请填写现行名称。',
    en: 'There is no district called "{text}". Give its present name.',
  },
  'cell.word-unknown': {
    refuses: true,
    zh: '“{text}”不在本列可选值之内。请从下拉列表中选择。',
    en: '"{text}" is not among the values of this column. Choose one of the list.',
  },
  'cell.end-before-start': {
    refuses: true,
    zh: '此日期早于“{start}”。请核对两个日期的先后。',
    en: 'This date lies before "{start}". Check which of the two is right.',
  },
  'cell.household-unknown': {
    refuses: true,
    zh: '没有以此人为户主的困难职工档案。请先登记户主，或核对户主身份证号。',
    en: 'No household with this head is registered. Register the head first, or check the ID number.',
  },
  'row.out-of-reach': {
    refuses: true,
    zh: '您没有“{permissionZh}”此区（市）的权限。请由该区（市）或上级工会导入。',
    en: 'You do not have the right "{permissionEn}" for this district. Have its own union or the city import the row.',
  },
  'row.registered-elsewhere': {
    refuses: true,
    zh: '该记录已由其他组织登记，您无权修改。请与登记单位核对。',
    en: 'Another organisation has registered this record, and you may not change it. Check with that organisation.',
  },
  'row.changed-by-hand': {
    refuses: true,
    zh: '该记录导入后已在系统中修改，未用本行覆盖。请在系统中直接更正。',
    en: 'The record was changed in the system after it was imported, so this row did not overwrite it. Correct it in the system.',
  },
  'row.on-file-elsewhere': {
    refuses: true,
    zh: '此人已在其他在办或在档的困难职工档案中（一户一档），本行未导入。请先在原档案上办理，或核对身份证号。',
    en: 'This person belongs to another hardship application or file (one household, one file), so the row was left out. Settle that file first, or check the ID number.',
  },
  'note.duplicate-of': {
    refuses: false,
    zh: '与工作表“{sheet}”第{row}行重复。',
    en: 'The same as row {row} of sheet "{sheet}".',
  },
  'note.already-registered': {
    refuses: false,
    zh: '系统中已有相同编号或同一户的记录，不是由台账导入的，未改动。',
    en: 'The system already holds this record; it did not come from a ledger and was left as it is.',
  },
  'note.date-two-digit-year': {
    refuses: false,
    zh: '年份只有两位，已读作{date}。请核对。',
    en: 'The year has two digits and was read as {date}. Check it.',
  },
  'note.amount-rounded': {
    refuses: false,
    zh: '金额多于两位小数，已四舍五入到分。',
    en: 'The amount had more than two decimals and was rounded to the fen.',
  },
  'note.phone-missing': { refuses: false, zh: '没有联系电话。', en: 'There is no telephone number.' },
  'note.phone-unreadable': {
    refuses: false,
    zh: '联系电话不是有效的手机或固定电话号码，未导入。',
    en: 'The telephone number has no valid form and was left out.',
  },
  'note.code-unreadable': {
    refuses: false,
    zh: '单位代码格式不符，未导入，单位按名称识别。',
    en: 'The code of the employer has no valid form and was left out; the name decides.',
  },
  'note.code-unverified': {
    refuses: false,
    zh: '单位代码校验位不符，已按原样导入，请核实。',
    en: 'The check character of the employer’s code is wrong; it was kept as it is. Confirm it.',
  },
  'note.word-unknown': {
    refuses: false,
    zh: '“{text}”不在本列可选值之内，未导入。',
    en: '"{text}" is not among the values of this column and was left out.',
  },
  'note.sum-differs': {
    refuses: false,
    zh: '合计与各项之和不符，差{difference}元。',
    en: 'The total differs from the sum of its parts by {difference} yuan.',
  },
  'note.sex-differs': {
    refuses: false,
    zh: '性别与身份证号不符，以身份证号为准。',
    en: 'The sex disagrees with the ID number, which was followed.',
  },
  'note.birth-date-differs': {
    refuses: false,
    zh: '出生日期与身份证号不符，以身份证号为准。',
    en: 'The birth date disagrees with the ID number, which was followed.',
  },
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof texts;

/** What a reader of one cell finds; the judge adds the column. */
export interface CellFinding {
  readonly code: string;
  readonly details?: RefusalDetails;
}

export interface Finding extends CellFinding {
  readonly column: string;
}

export function found(code: FindingCode, details?: RefusalDetails): CellFinding {
  return details ? { code, details } : { code };
}

/** What was typed, short, and without long numbers: those may be somebody's. */
export function quoted(typed: string): string {
  return typed
    .trim()
    .slice(0, 20)
    .replace(/[0-9０-９]{7,}/g, '…');
}

export function refuses(finding: CellFinding): boolean {
  return finding.code in texts ? texts[finding.code as FindingCode].refuses : true;
}

export function sentenceOf(finding: CellFinding, language: 'zh' | 'en'): string {
  const text: Record<'zh' | 'en', string> | undefined = texts[finding.code as FindingCode] ?? refuseIdentifier.texts[finding.code];
  return (text?.[language] ?? finding.code).replace(/\{(\w+)\}/g, (_, name: string) => String(finding.details?.[name] ?? ''));
}
