/**
 * Shares in tenths of a percent that add up to exactly 1000: each is rounded down, and what is left goes to the largest
 * remainders. A total of nothing has no shares.
 */
export function shares(counts: readonly number[]): (number | null)[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => null);
  const exact = counts.map((count) => BigInt(count) * 1000n);
  const whole = exact.map((part) => Number(part / BigInt(total)));
  const left = 1000 - whole.reduce((sum, part) => sum + part, 0);
  const order = exact
    .map((part, index) => ({ index, remainder: part % BigInt(total) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of order.slice(0, left)) whole[index]! += 1;
  return whole;
}

export const NOTHING = '—';

/** 92.8% from 928; what cannot be said is a dash, never infinity. */
export function percentText(tenths: number | null): string {
  return tenths === null ? NOTHING : `${(tenths / 10).toFixed(1)}%`;
}

/** A quotient in tenths of a percent, half up, in whole numbers. */
export function rate(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const magnitude = (2000n * BigInt(Math.abs(part)) + BigInt(Math.abs(whole))) / (2n * BigInt(Math.abs(whole)));
  return (part < 0 !== whole < 0 ? -1 : 1) * Number(magnitude) || 0;
}
