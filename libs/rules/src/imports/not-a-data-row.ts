/** Rows of a table that say nothing about a case: they are counted and passed over. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { isBlank, type Cell, type SheetRow } from './cell.js';
import { repeatsHeader, type SheetMapping } from './recognise-sheet.js';

export type PassedOver = 'blank' | 'ordinal-only' | 'subtotal' | 'note' | 'header-repeated';

const TOTAL = /^[\u4E00-\u9FA5()]{0,12}(?:小计|合计|总计|共计|累计)[::]?$/;
const AMOUNT = /^[¥￥]?-?[\d,]+(?:\.\d+)?%?(?:万?元|人|户|件|次)?$/;
const NOTE = /^(?:填表|制表|填报|制单|审核|复核|审批|经办|负责|单位负责|主管|联系|报送|单位\(?盖?章|\(?盖章|说明|注|备注|附注|本表|以上)(?:[\u4E00-\u9FA5()]{0,6})(?:[::]|均|数据)/;

export function passedOver(row: SheetRow, mapping: SheetMapping): PassedOver | undefined {
  const own = row.cells.flatMap((cell, index) => (isBlank(cell) || row.carried?.has(index) ? [] : [{ cell, index }]));
  if (own.length === 0) return 'blank';
  if (own.length === 1 && own[0]!.index === mapping.ordinal && isNumber(own[0]!.cell)) return 'ordinal-only';
  const texts = own.filter(({ cell }) => !isNumber(cell)).map(({ cell }) => plain(cell));
  if (texts.length > 0 && texts.every((text) => TOTAL.test(text))) return 'subtotal';
  if (texts.length === own.length && texts.every((text) => NOTE.test(text))) return 'note';
  // A line of words where the running number belongs is a title or a remark under the table.
  if (own.length === 1 && own[0]!.index === (mapping.ordinal ?? -1) && texts.length === 1) return 'note';
  if (repeatsHeader(mapping, row.cells)) return 'header-repeated';
  return undefined;
}

function plain(cell: Cell): string {
  return typeof cell === 'string' ? withoutBlanks(halfWidth(cell)) : '';
}

function isNumber(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && AMOUNT.test(plain(cell)));
}
