/**
 * Proves that a home visit filled in without network merges without loss: in a browser the form is taken along, the network cut, the
 * form filled in over a day with page and browser closed in between, while a colleague fills in others and one same field; back
 * online every field must be stored as written, the one conflict shown and decided, and no word lie in plain on the device.
 * `node dist/test/prove/offline-visit.js`; VISIT_CONTROL (plain, last-wins) takes a guard away: then it must fall short.
 */
import { dateInShanghai } from '#rules/shared/plain-date';
import { aVisitorsDay, controls, type Control } from '../web/offline-visit-day.js';
import { aStage, expectedForm, shortcomings } from '../web/offline-visit-scene.js';

const control = process.env['VISIT_CONTROL'] as Control | undefined;
if (control && !(control in controls)) throw new Error(`VISIT_CONTROL is one of ${Object.keys(controls).join(', ')}`);
const days = { test: 1, full: 3, nightly: 20 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 3;
if (control) console.log(`control ${control}: ${controls[control]}`);

const begun = performance.now();
const wrong: string[] = [];
for (let n = 0; n < days; n += 1) {
  const stage = await aStage();
  try {
    const today = dateInShanghai(Date.now());
    const day = await aVisitorsDay({ ...stage.scene, control });
    const fields = Object.keys(day.stored.fields).length;
    console.log(
      `day ${n + 1}: ${fields} fields stored, ${day.openings} openings without network, ${day.answersLost} answer lost, conflicts shown: ${day.conflictsShown.join() || 'none'}`,
    );
    console.log(
      `device: ${day.search.records} records, ${day.search.files} files of ${Math.round(day.search.bytes / 1e6)} MB searched for ${stage.scene.planted.length} words, found ${day.search.found.length}`,
    );
    wrong.push(...shortcomings(day, expectedForm(stage.ids, today)));
  } finally {
    await stage.leave();
  }
}
for (const one of wrong.slice(0, 30)) console.log(`  ${one}`);
console.log(`${days} days in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(wrong.length === 0 ? 'offline-visit: holds' : `offline-visit: falls short (${wrong.length})`);
process.exit(wrong.length === 0 ? 0 : 1);
