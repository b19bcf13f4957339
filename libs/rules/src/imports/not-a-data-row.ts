/** Rows of a table that say nothing about a case: they are counted and passed over. */
import { halfWidth, withoutBlanks } from '../shared/identifiers/plain-text.js';
import { isBlank, type Cell, type SheetRow } from './cell.js';
import { repeatsHeader, type SheetMapping } from './recognise-sheet.js';

export type PassedOver = 'blank' | 'ordinal-only' | 'subtotal' | 'note' | 'header-repeated';

const TOTAL = /^[\u4E00-\u9FA5()]{0,12}(?:小计|合计|总计|共计|累计)[::]?$/;
const AMOUNT = /^[¥￥]?-?[\d,]+(?:\.\d+)?%?(?:万?元|人|户|件|次)?$/;
const NOTE =
  /^(?:填表|制表|填报|制单|审核|复核|审批|经办|负责|单位负责|主管|联系|报送|单位\(?盖?章|\(?盖章|说明|注|备注|附注|本表|以上)(?:[\u4E00-\u9FA5()]{0,6})(?:[::]|均|数据)/;

export function passedOver(row: SheetRow, mapping: SheetMapping): PassedOver | undefined {
  let filled = 0;
  let only = -1;
  let words = 0;
  let totals = 0;
  let notes = 0;
  for (let index = 0; index < row.cells.length; index += 1) {
    const cell = row.cells[index];
    if (isBlank(cell) || row.carried?.has(index)) continue;
    filled += 1;
    only = filled === 1 ? index : -1;
    if (isNumber(cell)) continue;
    words += 1;
    // Ordinary rows have many words: the first that is neither a total nor a note settles it.
    if (totals + notes < words - 1) continue;
    const text = plain(cell);
    if (TOTAL.test(text)) totals += 1;
    else if (NOTE.test(text)) notes += 1;
  }
  if (filled === 0) return 'blank';
  if (only !== -1 && only === mapping.ordinal) {
    // A line of words where the running number belongs is a title or a remark under the table.
    if (words === 0) return 'ordinal-only';
    if (totals === 0) return 'note';
  }
  if (words > 0 && totals === words) return 'subtotal';
  if (words === filled && notes === words) return 'note';
  return repeatsHeader(mapping, row.cells) ? 'header-repeated' : undefined;
}

function plain(cell: Cell): string {
  return typeof cell === 'string' ? withoutBlanks(halfWidth(cell)) : '';
}

function isNumber(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && AMOUNT.test(plain(cell)));
}
