/**
 * Proves the life of hardship files: every status × every operation × every role × every place against a table written by hand, nothing adverse before its notice has
 * run its days, and no family in two open files; the last two in raw SQL and at once, too. `node dist/test/prove/hardship-lifecycle.js [seed]`
 *
 * LIFECYCLE_CONTROL takes one guard away, and it falls short: the wall before adverse changes (`no-wall`), one seat a person (`no-seat`), two of the notice's five days
 * (`short-notice`), or who decided before (`no-memory`).
 */
import { roles, type RoleCode } from '#rules/access/roles';
import type { Work } from '#casework/work';
import * as on from '../support/a-case-of-hardship.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { dice, seedOfRun } from '../support/dice.js';
import { aTree, aWorker, type Tree } from '../support/people.js';
import { Tally } from './access-tally-support.js';
import { attempt, attempts } from './hardship-lifecycle-attempts-support.js';
import { prepareFiles, type Prepared } from './hardship-lifecycle-files-support.js';
import { holds, life, ownWork, relations, whoDoes, type Relation } from './hardship-lifecycle-oracle.js';
import { lookForTwo, tryAtOnce, tryTaking, tryTwoFiles } from './hardship-lifecycle-walls-support.js';
import { tryWindows } from './hardship-lifecycle-windows-support.js';

const SIZE = { test: 0.2, full: 1, nightly: 6 }[process.env['PROVE_SIZE'] ?? 'full'] ?? 1;
const HANDS = 6;
const operations = Object.keys(attempts);
const roleCodes = Object.keys(roles) as RoleCode[];

interface Person {
  role: RoleCode;
  relation: Relation;
  work: Work;
}

async function inHands<T>(items: readonly T[], doing: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (const item of left) await doing(item);
    }),
  );
}

async function everybody(db: TestDatabase, tree: Tree): Promise<Person[]> {
  const places: Record<Relation, string> = { own: tree.north, above: tree.city, below: tree.northTown, elsewhere: tree.south };
  const asked = SIZE < 1 ? relations.filter((relation) => relation === 'own' || relation === 'elsewhere') : relations;
  const people: Person[] = [];
  for (const role of roleCodes)
    for (const relation of asked) people.push({ role, relation, work: await aWorker(db, role, places[relation]) });
  return people;
}

/** Which operations are tried with this file: where one status has several, each goes to the file that is made for it. */
const triedWith = ({ only, not }: Prepared): string[] => operations.filter((name) => (only ? only.includes(name) : !not?.includes(name)));

async function matrix(
  files: readonly Prepared[],
  people: readonly Person[],
  office: on.AidOffice,
  elsewhere: string,
  tally: Tally,
): Promise<void> {
  for (const file of files) {
    const version = await on.versionOf(office, file.fileId);
    const cells = people.flatMap((person) => triedWith(file).map((operation) => ({ person, operation })));
    await inHands(cells, async ({ person: { role, relation, work }, operation }) => {
      const wanted = expected(file.status, operation, role, relation);
      const day = file.days?.[operation] ?? file.day;
      const came = await attempt(work, operation, { fileId: file.fileId, version, objectionId: file.objectionId, day, elsewhere });
      const verdict = wanted.includes('.') ? wanted : 'done';
      tally.cell(
        'matrix',
        relation,
        verdict,
        came === wanted,
        () => `${operation} of ${file.status} by ${role} ${relation} came to ${came}, not ${wanted}`,
      );
    });
  }
  console.log(`matrix: ${life.size} statuses, ${operations.length} operations, ${people.length} people in ${roleCodes.length} roles`);
}

function expected(status: string, operation: string, role: RoleCode, relation: Relation): string {
  if (!holds(role, relation)) return 'data.not-found';
  if (!whoDoes[operation]!.includes(role)) return 'access.not-permitted';
  return life.get(status)!.get(operation) ?? 'hardship.move-not-open';
}

/** Those who did the work before, with every right in their hands: what follows on their own work is another's. */
async function ownHands(files: readonly Prepared[], office: on.AidOffice, elsewhere: string, tally: Tally): Promise<void> {
  const all = new Map([
    ...office.clerk.actor.rights,
    ...office.officer.actor.rights,
    ...office.reviewer.actor.rights,
    ...office.approver.actor.rights,
  ]);
  for (const file of files)
    for (const operation of triedWith(file).filter((name) => life.get(file.status)!.has(name)))
      for (const who of ['clerk', 'officer', 'reviewer'] as const) {
        const work = { ...office[who], actor: { ...office[who].actor, rights: all } };
        // Of an application that nobody has checked there is nobody's work yet; an objection to a change is taken down by the clerk too.
        const own =
          (ownWork[operation] ?? []).includes(who) && !(operation === 'refuseFile' && who === 'clerk' && file.status === 'prelim_ok');
        const wanted = own ? 'hardship.second-person-needed' : life.get(file.status)!.get(operation)!;
        const version = await on.versionOf(office, file.fileId);
        const day = file.days?.[operation] ?? file.day;
        const came = await attempt(work, operation, { fileId: file.fileId, version, objectionId: file.objectionId, day, elsewhere });
        tally.cell(
          'own hands',
          own ? 'own work' : 'other',
          own ? 'refused' : 'done',
          came === wanted,
          () => `${operation} of ${file.status} by the ${who} came to ${came}, not ${wanted}`,
        );
      }
}

/** A proof that cannot fail proves nothing. */
async function control({ owner, clockwork }: TestDatabase): Promise<void> {
  const without: Record<string, string> = {
    'no-wall': 'DROP TRIGGER notice_before_adverse ON hardship_file',
    'no-seat': 'ALTER TABLE hardship_seat DROP CONSTRAINT one_open_file_a_person',
    'short-notice': `UPDATE clock_rule SET body = jsonb_set(body, '{length}', '3') WHERE code IN ('H1', 'H2')`,
    'no-memory': `CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.decided_by := gen_random_uuid(); RETURN NEW; END';
      CREATE TRIGGER a_forgets BEFORE INSERT ON hardship_decision FOR EACH ROW EXECUTE FUNCTION forget()`,
  };
  const guard = process.env['LIFECYCLE_CONTROL'];
  if (!guard) return;
  await owner.query(without[guard]!);
  await clockwork.refresh(0);
  console.log(`without a guard: ${guard}`);
}

const begun = performance.now();
const seed = seedOfRun();
const [chance, tally, db] = [dice(seed), new Tally(), await aDatabase()];
try {
  await control(db);
  const tree = await aTree(db);
  const office = await on.anAidOffice(db, tree.north);
  const files = await prepareFiles(office, tree.south);
  const missing = [...life.keys()].filter((status) => !files.some((file) => file.status === status));
  for (const status of missing) tally.wrong('matrix', `no file is ${status}`);
  for (const { fileId, status } of files) {
    const { status: is } = await on.rowOf(office, fileId);
    if (is !== status) tally.wrong('matrix', `the file that should be ${status} is ${String(is)}`);
  }
  await matrix(files, await everybody(db, tree), office, tree.south, tally);
  await ownHands(files, office, tree.south, tally);
  await tryWindows(office, chance, tally, Math.ceil(60 * SIZE));
  await tryTaking(db, office.approver, tally);
  await tryTwoFiles(db, tree.north, tally);
  const south = await aWorker(db, 'window-clerk', tree.south);
  await tryAtOnce(db, [office.clerk, south], chance, Math.ceil(40 * SIZE), tally);
  await lookForTwo(db, tally);
} finally {
  await db.close();
}
tally.print();
const { right, wrong } = tally.total;
console.log(`cells: ${right + wrong}, seed ${seed}, wrong: ${wrong}`);
console.log(`time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(wrong === 0 ? 'hardship-lifecycle: holds' : `hardship-lifecycle: falls short (${wrong} wrong)`);
process.exitCode = wrong === 0 ? 0 : 1;
