/**
 * Proves that nothing acknowledged is lost: api, worker, Redis and PostgreSQL are killed at random points under load. Nothing is
 * there twice, the audit chain is whole, and no work is left undone. `node dist/test/prove/crash.js [seed]`
 *
 * CRASH_KILLS says how many kills. CRASH_CONTROL takes something away (no-key, lazy-commit, silent-bell, no-seats): then it must fall short.
 */
import { controls, drill, type Control } from '../crash/drill.js';
import { partNames } from '../crash/installation.js';
import { dice, seedOfRun } from '../support/dice.js';

const KILLS = Number(process.env['CRASH_KILLS'] ?? { test: 100, full: 100, nightly: 1_000 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 100);
const control = process.env['CRASH_CONTROL'] as Control | undefined;
if (control && !(control in controls)) throw new Error(`CRASH_CONTROL is one of ${Object.keys(controls).join(', ')}`);

const seed = seedOfRun();
console.log(`crash: ${KILLS} kills, seed ${seed}${control ? `; control ${control}: ${controls[control]}` : ''}`);
const { kills, acknowledged, kinds, tries, violations, seconds } = await drill(KILLS, dice(seed), control);
console.log(`killed: ${partNames.map((name) => `${name} ${kills[name]}`).join(', ')}`);
console.log(`acknowledged ${acknowledged} of ${tries} tries in ${seconds.toFixed(0)} s; violations ${violations.length}`);
console.log(
  `of which ${Object.entries(kinds)
    .map(([kind, times]) => `${kind} ${times}`)
    .join(', ')}`,
);
for (const violation of violations.slice(0, 20)) console.log(`  ${violation}`);
console.log(violations.length === 0 ? 'crash: holds' : 'crash: falls short');
process.exit(violations.length === 0 ? 0 : 1);
