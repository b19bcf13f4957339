/**
 * Proves the audit chain: 10,000 random changes of an export are found, at the place of the change, and edits by the database's
 * owner are found in the database. `node dist/test/prove/audit.js [seed]`
 */
import { createHash } from 'node:crypto';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { closeUser, unlockUser } from '#casework/access/change-user';
import { giveGrant, revokeGrant } from '#casework/access/give-grant';
import { checkExport } from '#casework/audit/check-export';
import { exportAudit } from '#casework/audit/export-audit';
import { verifyAudit } from '#casework/audit/verify-audit';
import type { Work } from '#casework/work';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { dice, seedOfRun, type Dice } from '../support/dice.js';
import { aTree, aWorker } from '../support/people.js';
import { forgeries, tampers, type Tamper } from './audit-mutations-support.js';
import { ownersEdits } from './audit-owner-support.js';

const CHANGES = 10_000;
const ENTRIES = { test: 300, full: 3_000, nightly: 100_000 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 3_000;
/** What fits in itself shows in the line after it. */
const LATER = new Set(['make one hash fit its changed entry']);
const REASONS = ['离职 “已办”', 'reason\\with "quotes"', '𠮷野家 👩‍👩‍👧 ́', "'; DROP TABLE audit_entry; --", '<b>x</b>', 'ａｂｃ　全角', '0'];

/** Real entries, written by casework from eight hands at once while a sealer goes about its rounds. */
async function live(db: TestDatabase, random: Dice): Promise<Work> {
  const tree = await aTree(db);
  const [system, security, auditor] = await Promise.all([
    aWorker(db, 'system-admin', tree.city),
    aWorker(db, 'security-admin', tree.city),
    aWorker(db, 'audit-admin', tree.city),
  ]);
  const people = await Promise.all(Array.from({ length: 8 }, () => aWorker(db, 'archivist', tree.north)));
  let left = ENTRIES;
  let sealing = true;
  const sealer = (async () => {
    while (sealing) await sealOnce(db);
  })();
  await Promise.all(
    people.map(async ({ actor }, hand) => {
      for (let version = 1; left > 0; left -= 5) {
        const work = (who: Work): Work => ({
          ...who,
          now: new Date(who.now.getTime() + left * 977),
          actor: { ...who.actor, address: `10.0.0.${hand}`, requestId: `r${left}` },
        });
        await closeUser(work(system), { userId: actor.id, version: version++, reason: random.pick(REASONS) }, true);
        await closeUser(work(system), { userId: actor.id, version: version++, reason: random.pick(REASONS) }, false);
        const grant = await giveGrant(work(security), { userId: actor.id, roleCode: 'cashier', organisationId: tree.south });
        await revokeGrant(work(security), { userId: actor.id, grantId: grant.id });
        await unlockUser(work(system), actor.id);
        version += 1;
      }
    }),
  );
  sealing = false;
  await sealer;
  while ((await sealOnce(db)) > 0);
  return auditor;
}

async function sealOnce(db: TestDatabase): Promise<number> {
  const { n } = await db.data.inTransaction({ ...KEEPER, organisationId: null }, new Date(), (tx) =>
    tx.one<{ n: number }>(sql`SELECT bangfu.seal_audit(500) AS n`),
  );
  return n;
}

/** The number of the first line in which two files differ. */
function firstDifference(a: Buffer, b: Buffer): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  let line = 1;
  for (let end = a.indexOf(10); end >= 0 && end < at; end = a.indexOf(10, end + 1)) line += 1;
  return line;
}

async function tamper(file: Buffer, random: Dice, known: { head: string; signer: string }): Promise<boolean> {
  const lines = file
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => Buffer.from(line));
  const kinds: [string, Tamper, boolean][] = [
    ...Object.entries(tampers).map(([name, how]): [string, Tamper, boolean] => [name, how, false]),
    ...Object.entries(forgeries).map(([name, how]): [string, Tamper, boolean] => [name, how, true]),
  ];
  const tally = new Map(kinds.map(([name]) => [name, { made: 0, found: 0, placed: 0 }]));
  for (let made = 0; made < CHANGES;) {
    const [name, how, forgery] = random.pick(kinds);
    const changed = how(lines, random);
    if (changed.equals(file)) continue;
    made += 1;
    // A forger's file is held against what was written down: by turns the head and the key.
    const { firstFault } = await checkExport(
      inChunks(changed, random),
      forgery ? (made % 2 === 0 ? { head: known.head } : { signer: known.signer }) : {},
    );
    const count = tally.get(name)!;
    count.made += 1;
    if (firstFault) count.found += 1;
    if (firstFault && (forgery || firstFault.seq === firstDifference(file, changed) + (LATER.has(name) ? 1 : 0))) count.placed += 1;
    else if (firstFault && count.found - count.placed < 3)
      console.log(`misplaced: ${name}: told ${firstFault.seq}, is ${firstDifference(file, changed)}: ${firstFault.en}`);
  }
  for (const [name, { made, found, placed }] of tally)
    console.log(`  ${name.padEnd(42)} ${found} of ${made}${placed === found ? '' : `, ${found - placed} at the wrong place`}`);
  const all = [...tally.values()];
  const found = all.reduce((sum, one) => sum + one.found, 0);
  const placed = all.reduce((sum, one) => sum + one.placed, 0);
  console.log(`changes of an export: found ${found} of ${CHANGES}, ${placed} at the right place`);
  return found === CHANGES && placed === CHANGES;
}

function* inChunks(file: Buffer, random: Dice): Generator<Buffer> {
  const size = random.pick([64, 4_096, 65_536, file.length + 1]);
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function edits(db: TestDatabase, auditor: Work, head: string): Promise<boolean> {
  let missed = 0;
  for (const { name, found } of await ownersEdits(db, auditor, head)) {
    console.log(`  ${name.padEnd(42)} ${found}`);
    if (found === 'NOT FOUND') missed += 1;
  }
  return missed === 0;
}

const begun = performance.now();
const seed = seedOfRun();
const random = dice(seed);
const db = await aDatabase();
let holds = false;
try {
  const auditor = await live(db, random);
  const whole = await verifyAudit(auditor);
  const text: string[] = [];
  for await (const part of await exportAudit(auditor)) text.push(part);
  const file = Buffer.from(text.join(''));
  const check = await checkExport([file], { head: whole.head ?? '' });
  const count = await db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry');
  console.log(
    `entries ${count.rows[0]!.n}, links ${whole.links}, export ${file.length} bytes, sha256 ${createHash('sha256').update(file).digest('hex').slice(0, 16)}, seed ${seed}`,
  );
  console.log(
    `untouched: database ${whole.whole ? 'whole' : whole.firstFault?.en}, export ${check.whole ? 'whole' : check.firstFault?.en}`,
  );
  const found = await tamper(file, random, { head: whole.head!, signer: check.signer! });
  console.log('edits by the owner of the database:');
  const seen = await edits(db, auditor, whole.head!);
  holds = whole.whole && check.whole && whole.links >= ENTRIES && found && seen;
} finally {
  await db.close();
}
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(holds ? 'audit: holds' : 'audit: falls short');
process.exitCode = holds ? 0 : 1;
