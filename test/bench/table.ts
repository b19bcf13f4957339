/** docs/bench.md: the table of the last full run, with its date and machine. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeMachine } from './machine.js';
import { cellsOf, headings, type Row } from './row.js';
import { connections, large, secondsPerCell } from './settings.js';

const asRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function writeTable(rows: readonly Row[]): void {
  const text = `# Speed

\`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}; ${large.persons.toLocaleString('en')} persons, ${large.disputes.toLocaleString('en')} disputes with
parties, ${large.petitions.toLocaleString('en')} petitions; ${connections} connections, ${secondsPerCell} seconds a cell in three turns, of which the middle one counts.

Times differ from machine to machine: every figure is a **ratio within one run**. *Ours* is the whole product: sign-in, permission, row-level
security, validation, masking, \`actions\`, audit and outbox. *Beside* is the limit: a bare \`node:http\` server with \`pg\` and hand-written,
prepared SQL for the same page on the same data (\`test/bench/limit-server.ts\`), or what the row says. Both run on one core, in turns.

${asRow(headings)}
|${headings.map(() => '---').join('|')}|
${rows.map((row) => asRow(cellsOf(row))).join('\n')}
`;
  writeFileSync(resolve('docs/bench.md'), text);
}
