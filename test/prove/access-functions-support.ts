/** The functions that run with the owner's rights keep the bounds of the policies themselves. */
import type { Holder } from './access-roles-oracle.js';
import { NOBODY, type RowMatrix } from './access-rows-support.js';
import { definers, tables, type Judge } from './access-tables-oracle.js';
import type { Tally } from './access-tally-support.js';
import type { World } from './access-world-support.js';

export interface Asked {
  world: World;
  tally: Tally;
  rows: RowMatrix;
}

/** The searches that run with the owner's rights find what the policies would show, and nothing else. */
export async function trySearches({ world, tally, rows: matrix }: Asked, holder: (Holder & { name: string }) | undefined): Promise<void> {
  const searches: [string, string, string][] = [
    ['people_like', `SELECT bangfu.people_like(ARRAY['某'], NULL, 100000)`, 'person'],
    ['newest_people', 'SELECT bangfu.newest_people(NULL, 100000)', 'person'],
    ['employers_like', `SELECT bangfu.employers_like(ARRAY['某'], NULL, 100000)`, 'employer'],
    ['cases_numbered', `SELECT bangfu.cases_numbered('dispute', '', 100000)`, 'dispute'],
    ...(['dispute', 'petition', 'legal-aid'] as const).map((noun): [string, string, string] => [
      `cases_like ${noun}`,
      `SELECT bangfu.cases_like('${noun}', '某', ARRAY['某'], NULL, NULL, 100000)`,
      noun === 'legal-aid' ? 'legal_aid_matter' : noun,
    ]),
    ...(['dispute', 'petition'] as const).map((noun): [string, string, string] => [
      `cases_starting ${noun}`,
      `SELECT bangfu.cases_starting('${noun}', '${noun === 'dispute' ? '劳' : '信'}', 100000)`,
      noun,
    ]),
  ];
  const client = await world.db.owner.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${holder?.id ?? ''}', true)`);
    const judge: Judge = { holder: holder ?? NOBODY, parents: matrix.parents, truth: matrix.truth };
    for (const [name, statement, table] of searches) {
      const found = new Set((await client.query<{ id: string }>(`SELECT s AS id FROM (${statement} AS s) q`)).rows.map(({ id }) => id));
      for (const row of matrix.truth.get(table)!) {
        const should = holder !== undefined && tables[table]!.see(judge, row) && !row['merged_into'];
        const is = found.delete(String(row['id']));
        if (is || should || holder === undefined)
          tally.cell(
            'SQL search',
            holder ? matrix.how(judge.holder, row) : 'nobody',
            should ? 'found' : 'not found',
            is === should,
            () => `${holder?.name ?? 'nobody'} ${is ? 'finds' : 'does not find'} by ${name} ${JSON.stringify(row).slice(0, 300)}`,
          );
      }
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

export async function tryFunctions(asked: Asked): Promise<void> {
  await tryFunctionsOfNobody(asked);
  const { world, tally } = asked;
  const { rows } = await world.db.owner.query<{ name: string }>(
    `SELECT DISTINCT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef AND n.nspname IN ('bangfu', 'public', 'history') AND has_function_privilege('bangfu_app', p.oid, 'EXECUTE')`,
  );
  for (const { name } of rows)
    tally.cell(
      'SQL functions',
      'with the owner’s rights',
      'known',
      name in definers,
      () => `bangfu.${name} runs with the owner's rights and is not in the list of functions`,
    );
}

async function tryFunctionsOfNobody({ world, tally, rows: matrix }: Asked): Promise<void> {
  const number = matrix.truth.get('dispute')![0]!['number'];
  const calls: [string, string, unknown][] = [
    ['number_taken', `SELECT bangfu.number_taken('dispute', '${String(number)}') AS told`, false],
    ['next_number', `SELECT bangfu.next_number('dispute', '${world.places.north}', 2026) AS told`, null],
    ['next_case_number', `SELECT count(*)::int AS told FROM bangfu.next_case_number('dispute', '${world.places.north}', 2026)`, 0],
    ['sees', `SELECT bangfu.sees('dispute', '${String(matrix.truth.get('dispute')![0]!['id'])}') AS told`, false],
    ['meet_people', `SELECT count(*)::int AS told FROM bangfu.meet_people((SELECT array_agg(sha256('x'))), ARRAY[]::uuid[], NULL)`, 0],
    ['reveals_since', `SELECT bangfu.reveals_since('-infinity') AS told`, 0],
    ['name_of_user', `SELECT bangfu.name_of_user('${String(matrix.truth.get('user')![0]!['id'])}') AS told`, null],
  ];
  const client = await world.db.owner.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app`);
    for (const [name, call, due] of calls) {
      const { told } = (await client.query<{ told: unknown }>(call)).rows[0]!;
      tally.cell('SQL functions', 'nobody', 'nothing told', told === due, () => `bangfu.${name} tells nobody ${JSON.stringify(told)}`);
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
