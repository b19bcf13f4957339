// Writes prisma/seed/data/calendar.json from the package chinese-days, which follows the yearly notices of the State
// Council's General Office. We take its tables and none of its functions: those answer for years that they do not hold
// as if every Monday to Friday were a working day, and read dates in the machine's time zone.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { name, version } = require('chinese-days/package.json');
const { holidays, workdays } = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'));

const exceptional = (table, kind) => Object.entries(table).map(([day, label]) => [day, kind, label.split(',')[1]]);
const days = [...exceptional(holidays, '法定节假日'), ...exceptional(workdays, '调休上班')].sort(([a], [b]) => (a < b ? -1 : 1));

const years = [...new Set(days.map(([day]) => Number(day.slice(0, 4))))];
const covered = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, offset) => Math.min(...years) + offset);
const missing = covered.filter((year) => !years.includes(year));
if (missing.length > 0) throw new Error(`${name} ${version} holds no day of ${missing.join(', ')}`);
if (new Set(days.map(([day]) => day)).size !== days.length) throw new Error('A day stands both among the holidays and the make-up days');

const [first, last] = [covered[0], covered.at(-1)];
const lines = [
  '{',
  `  "source": ${JSON.stringify(`国务院办公厅${first}—${last}年节假日安排通知，取自 npm ${name} ${version} (MIT)`)},`,
  `  "coveredYears": [${covered.join(', ')}],`,
  '  "days": [',
  days.map((day) => `    ${JSON.stringify(day)}`).join(',\n'),
  '  ]',
  '}',
];
writeFileSync(new URL('data/calendar.json', import.meta.url), `${lines.join('\n')}\n`);
console.log(`${days.length} exceptional days of ${first}–${last} from ${name} ${version}`);
