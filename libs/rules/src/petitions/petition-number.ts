/** 苏工信〔2026〕0012号 */
export function petitionNumber(prefix: string, year: number, running: number): string {
  return `${prefix}信〔${year}〕${String(running).padStart(4, '0')}号`;
}
