import { expect, it } from 'vitest';
import { worksheetChanges } from './worksheet-changes.js';
import type { WorksheetLine } from './worksheet.js';

let id = 0;
const wages = (memberId: string, amountFen: number, months = 12): WorksheetLine => ({
  id: String((id += 1)), memberId, side: 'income', kind: 'wages', amountFen, frequency: 'monthly', months, voucherId: null,
}); // prettier-ignore
const medical = (memberId: string, amountFen: number): WorksheetLine => ({
  id: String((id += 1)), memberId, side: 'outlay', kind: 'medical', amountFen, frequency: 'yearly', voucherId: null,
}); // prettier-ignore

it('tells what a member earns and spends otherwise than before, and nothing that only stands in other lines', () => {
  const before = { memberIds: ['a', 'b'], lines: [wages('a', 300_000), wages('b', 100_000), medical('a', 500_000)] };
  const after = {
    memberIds: ['a', 'c'],
    lines: [wages('a', 300_000, 6), wages('a', 300_000, 6), wages('c', 200_000), medical('a', 800_000)],
  };
  expect(worksheetChanges(before, after)).toEqual([
    { memberId: 'c', side: 'income', kind: 'wages', wasFen: null, isFen: 2_400_000 },
    { memberId: 'a', side: 'outlay', kind: 'medical', wasFen: 500_000, isFen: 800_000 },
    { memberId: 'b', side: 'income', kind: 'wages', wasFen: 1_200_000, isFen: null },
  ]);
  expect(worksheetChanges(before, before)).toEqual([]);
});
