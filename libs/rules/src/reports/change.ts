/** 环比 and 同比: (this − base) ÷ base. Where the base is nothing, nothing can be said. */
import type { Label } from '../shared/label.js';
import { NOTHING, percentText, rate } from './shares.js';

export function changeOf(now: number, base: number): number | null {
  return rate(now - base, base);
}

/** For a column: +12.3%, -4.0%, 0.0%, —. */
export function changeText(change: number | null): string {
  if (change === null) return NOTHING;
  return `${change > 0 ? '+' : ''}${percentText(change)}`;
}

/** For a sentence, whose verb already says up or down. */
export const changeSize = (change: number): string => percentText(Math.abs(change));

export function direction(change: number): Label {
  if (change > 0) return { zh: '上升', en: 'up' };
  if (change < 0) return { zh: '下降', en: 'down' };
  return { zh: '持平', en: 'level' };
}
