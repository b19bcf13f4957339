/** What the database itself refuses, whoever asks: adverse changes out of nothing, and two open files of one family. */
import type pg from 'pg';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson, type PlantedFile } from '../support/a-file.js';
import type { TestDatabase } from '../support/database.js';
import type { Dice } from '../support/dice.js';
import type { Tally } from './access-tally-support.js';
import { life } from './hardship-lifecycle-oracle.js';

const OVER = ['lifted', 'exited_other', 'transferred', 'returned', 'refused', 'withdrawn'];
const APPLYING = [
  'draft',
  'submitted',
  'sent_back',
  'prelim_ok',
  'visited',
  'verifying',
  'verified',
  'reviewed',
  'notice',
  'objected',
  'approved',
  'refused',
  'withdrawn',
];
/** From the gravest on, of today's rules. */
const CLASSES = ['severe', 'deep', 'relative', 'sudden', 'temporary'];
const statuses = [...life.keys()];

const columnsOf = (status: string) => (APPLYING.includes(status) ? { status, filed_on: null, hardship_class: null } : { status });

/** Does it in a transaction that is taken back; the constraint that refused it, or nothing. */
async function refusedBy(
  owner: pg.Pool,
  actorId: string | null,
  doing: (client: pg.PoolClient) => Promise<unknown>,
): Promise<string | undefined> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    if (actorId) await client.query(`SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${actorId}', true)`);
    await doing(client);
    return undefined;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Every status × every way of taking something away, and of approving, as the tables' owner and as the approver's program; no notice was ever given. */
export async function tryTaking({ owner }: TestDatabase, approver: Work, tally: Tally): Promise<void> {
  const organisationId = approver.actor.organisationId;
  const endings = [
    `status = 'lifted'`,
    `status = 'lifted', end_ground = 'lifted'`,
    ...['NULL', `'retired'`, `'left'`, `'untrue'`].map((ground) => `status = 'exited_other', end_ground = ${ground}`),
  ];
  for (const status of statuses) {
    const { id } = await aFile(owner, organisationId, columnsOf(status));
    if (status !== 'approved') await tryOne(status, `status = 'approved'`, id, 'notice_before_approval');
    for (const change of endings) {
      if (change.startsWith(`status = '${status}'`)) continue;
      await tryOne(status, change, id);
    }
    if (APPLYING.includes(status) || OVER.includes(status)) continue;
    for (const [place, from] of CLASSES.entries()) {
      await owner.query(`UPDATE hardship_file SET status = 'exited_other', end_ground = 'death' WHERE id = $1`, [id]);
      const file = await aFile(owner, organisationId, { ...columnsOf(status), hardship_class: from });
      for (const to of CLASSES.slice(place + 1))
        for (const onto of [status, 'active']) await tryOne(`${status} ${from}`, `status = '${onto}', hardship_class = '${to}'`, file.id);
    }
  }
  async function tryOne(from: string, change: string, id: string, wall = 'notice_before_adverse'): Promise<void> {
    for (const who of [null, approver.actor.id]) {
      const by = await refusedBy(owner, who, (client) =>
        client.query(`UPDATE hardship_file SET ${change}, updated_at = now() WHERE id = $1`, [id]),
      );
      tally.cell(
        'taking in SQL',
        who ? 'as a program' : 'as the owner',
        'refused',
        by === wall,
        () => `${from} → ${change}: ${by ?? 'was done'}`,
      );
    }
  }
}

/** Every two statuses, with the same holder, the same household, or somebody of the household of both. */
export async function tryTwoFiles({ owner }: TestDatabase, organisationId: string, tally: Tally): Promise<void> {
  for (const one of statuses) {
    const [holderId, child] = [await aKnownPerson(owner, organisationId), await aKnownPerson(owner, organisationId)];
    const first = await aFile(owner, organisationId, columnsOf(one), { holderId, members: [child] });
    for (const other of statuses) {
      const both = !OVER.includes(one) && !OVER.includes(other);
      for (const [how, doing] of seconds(first, child, other)) {
        const by = await refusedBy(owner, null, doing);
        const right = both ? (by?.startsWith('one_open_file_') ?? false) : by === undefined;
        tally.cell('two files in SQL', how, both ? 'refused' : 'done', right, () => `${one} and ${other}, ${how}: ${by ?? 'was done'}`);
      }
    }
  }
}

type Second = [string, (client: pg.PoolClient) => Promise<unknown>];

function seconds(first: PlantedFile, child: string, status: string): Second[] {
  const plant = (client: pg.PoolClient, holderId: string, householdId?: string, members: string[] = []): Promise<unknown> =>
    plantSecond(client, first.organisationId, { ...columnsOf(status) }, { holderId, householdId, members });
  return [
    ['the same holder', (client) => plant(client, first.holderId)],
    ['a child as holder', (client) => plant(client, child)],
    ['a child in another household', async (client) => plant(client, await stranger(client), undefined, [child])],
    ['the same household', async (client) => plant(client, await stranger(client), first.householdId)],
    [
      'a child who moves in',
      async (client) => {
        const { household } = await plantSecond(client, first.organisationId, columnsOf(status), {
          holderId: await stranger(client),
          householdId: undefined,
          members: [],
        });
        await client.query(`INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'child')`, [
          newId(),
          household,
          child,
        ]);
      },
    ],
    [
      'one that is opened again',
      async (client) => {
        const { file } = await plantSecond(
          client,
          first.organisationId,
          { status: 'transferred' },
          { holderId: first.holderId, householdId: undefined, members: [] },
        );
        const filed = APPLYING.includes(status) ? `, filed_on = NULL, hardship_class = NULL` : '';
        // Where a wall of its own stands before a status, the one beside it, which is as open or as closed.
        const reached = ({ lifted: 'returned', approved: 'notice' } as Record<string, string>)[status] ?? status;
        await client.query(`UPDATE hardship_file SET status = '${reached}', end_ground = 'death'${filed} WHERE id = $1`, [file]);
      },
    ],
  ];
}

async function stranger(client: pg.PoolClient): Promise<string> {
  const id = newId();
  await client.query(`INSERT INTO person (id, name, search_keys, created_by) VALUES ($1, '来人', '{}', $1)`, [id]);
  return id;
}

async function plantSecond(
  client: pg.PoolClient,
  organisationId: string,
  columns: { status: string; filed_on?: null; hardship_class?: null },
  { holderId, householdId, members }: { holderId: string; householdId: string | undefined; members: string[] },
): Promise<{ file: string; household: string }> {
  const [file, household] = [newId(), householdId ?? newId()];
  if (!householdId) await client.query('INSERT INTO household (id, organisation_id) VALUES ($1, $2)', [household, organisationId]);
  for (const member of members)
    await client.query(`INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'child')`, [
      newId(),
      household,
      member,
    ]);
  const [filedOn, hardshipClass] = columns.filed_on === null ? [null, null] : ['2026-03-01', 'deep'];
  await client.query(
    `INSERT INTO hardship_file (id, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, begun_on, filed_on, created_by)
     VALUES ($1, $2, $3, $4, '来人', $5, 'R3', $6, 'other', '{}', 1, '2026-02-01', $7, $1)`,
    [file, organisationId, household, holderId, columns.status, hardshipClass, filedOn],
  );
  return { file, household };
}

/** Windows of two districts that do not see each other, at the same moment, over a few families. */
export async function tryAtOnce(db: TestDatabase, clerks: readonly Work[], chance: Dice, rounds: number, tally: Tally): Promise<void> {
  let [won, refused] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const places = clerks.map(({ actor }) => actor.organisationId);
    const people = await Promise.all(Array.from({ length: 3 }, () => aKnownPerson(db.owner, places[0]!)));
    for (const id of people)
      for (const place of places.slice(1))
        await db.owner.query('INSERT INTO person_presence (person_id, organisation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
          id,
          place,
        ]);
    const files = await Promise.all(
      places.map((place) => aFile(db.owner, place, { status: 'draft', filed_on: null, hardship_class: null })),
    );
    const doing = Array.from({ length: 12 }, (): Promise<unknown> => {
      const [at, personId] = [chance(clerks.length), chance.pick(people)];
      if (chance(2) === 0) return draftHardshipFile(clerks[at]!, { holderId: personId, mainCause: 'major-illness', otherCauses: [] });
      return addHouseholdMember(clerks[at]!, { fileId: files[at]!.id, version: 1, personId, relation: 'child' });
    });
    for (const result of await Promise.allSettled(doing)) {
      const code = result.status === 'rejected' ? String((result.reason as { code?: string }).code ?? result.reason) : undefined;
      if (code === undefined) won += 1;
      else refused += 1;
      const inWords =
        code === undefined || ['hardship.already-on-file', 'data.changed-meanwhile', 'hardship.member-already'].includes(code);
      tally.cell('at once', 'through the front door', code === undefined ? 'done' : 'refused', inWords, () => `at once: ${code}`);
    }
  }
  console.log(`at once: ${rounds} rounds, ${won} done, ${refused} refused`);
}

/** Looked at without the table that holds it up: nobody in two open files, no open file of the same household twice. */
export async function lookForTwo({ owner }: TestDatabase, tally: Tally): Promise<void> {
  const open = `SELECT f.id, f.household_id, f.holder_id FROM hardship_file f WHERE f.status NOT IN (${OVER.map((status) => `'${status}'`).join(', ')})`;
  const { rows } = await owner.query<{ people: number; twice: number; households: number }>(
    `WITH open AS (${open}), seats AS (SELECT id, holder_id AS person FROM open UNION SELECT o.id, m.person_id FROM open o JOIN household_member m ON m.household_id = o.household_id AND m.left_on IS NULL)
     SELECT (SELECT count(DISTINCT person)::int FROM seats) AS people, (SELECT count(*)::int FROM (SELECT person FROM seats GROUP BY person HAVING count(*) > 1) x) AS twice,
            (SELECT count(*)::int FROM (SELECT household_id FROM open GROUP BY household_id HAVING count(*) > 1) y) AS households`,
  );
  const { people, twice, households } = rows[0]!;
  tally.cell(
    'in the end',
    'people of open files',
    'in one file',
    twice === 0 && households === 0,
    () => `${twice} people and ${households} households in two open files`,
  );
  console.log(`in the end: ${people} people in open files, ${twice} of them in two`);
}
