import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * Structured logs without personal data: what is logged is named field by field, never a body, a URL with its query or an
 * error's details; whatever still looks like an ID number, card or mobile number is blotted out before it leaves.
 */
export function makeLogger(program: string, level: string): Logger {
  return pino({
    level,
    base: { program, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: (line) =>
        line.replace(/(?<![\w-])\d{6}(?:18|19|20)\d{9}[\dXx](?![\w-])|(?<![\w-])\d{15,19}(?![\w-])|(?<![\w-])1\d{10}(?![\w-])/g, '***'),
    },
  });
}
