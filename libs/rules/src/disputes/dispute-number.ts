/** 苏劳调字〔2026〕第0012号 */
export function disputeNumber(prefix: string, year: number, running: number): string {
  return `${prefix}劳调字〔${year}〕第${String(running).padStart(4, '0')}号`;
}
