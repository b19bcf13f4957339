/** 苏困〔2026〕0012号: given when the file is opened. */
export function hardshipNumber(prefix: string, year: number, running: number): string {
  return `${prefix}困〔${year}〕${String(running).padStart(4, '0')}号`;
}
