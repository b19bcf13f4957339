/** How much of the register leaves in one workbook; ours, parameters. */
import { refusals, type Judgement } from '../shared/refusal.js';

export const refuseExport = refusals({
  'hardship.export-too-many': {
    kind: 'invalid',
    zh: '符合条件的有 {rows} 条，一次最多导出 {most} 条。请缩小范围后分次导出。',
    en: '{rows} rows match; at most {most} leave in one workbook. Narrow the list and export in parts.',
  },
  'hardship.export-none': {
    kind: 'conflict',
    zh: '没有符合条件的档案可导出。请放宽筛选条件。',
    en: 'No file matches, so there is nothing to export. Widen the filters.',
  },
});

/** Masked, as the list shows them. */
export const MOST_MASKED = 50_000;
/** With names, numbers and incomes: for one office’s work, not for a copy of the city. */
export const MOST_FULL = 2_000;

export function mayExport(rows: number, full: boolean): Judgement {
  const most = full ? MOST_FULL : MOST_MASKED;
  if (rows === 0) return refuseExport('hardship.export-none');
  return rows > most ? refuseExport('hardship.export-too-many', { rows, most }) : undefined;
}
