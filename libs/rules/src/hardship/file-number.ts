/** 苏困字〔2026〕第0012号 */
export function hardshipNumber(prefix: string, year: number, running: number): string {
  return `${prefix}困字〔${year}〕第${String(running).padStart(4, '0')}号`;
}

/** 苏特困证〔2026〕第0012号 */
export function certificateNumber(prefix: string, year: number, running: number): string {
  return `${prefix}特困证〔${year}〕第${String(running).padStart(4, '0')}号`;
}
