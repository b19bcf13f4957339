/** Hardship files as rows, past the front door: for tests of what happens to files that are there. */
import type pg from 'pg';
import { newId } from '#runtime/ids';

export interface PlantedFile {
  id: string;
  householdId: string;
  holderId: string;
  organisationId: string;
}

type Columns = Record<string, unknown>;

async function insert(owner: pg.Pool, table: string, row: Columns): Promise<void> {
  const names = Object.keys(row);
  await owner.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** A person without a number, known to an organisation. */
export async function aKnownPerson(owner: pg.Pool, organisationId: string, name = '沈清如'): Promise<string> {
  const id = newId();
  await insert(owner, 'person', { id, name, search_keys: [], created_by: id });
  await insert(owner, 'person_presence', { person_id: id, organisation_id: organisationId });
  return id;
}

/** A file on file since 2026-03-01 unless `over` says otherwise, with its household and these members beside the holder. */
export async function aFile(
  owner: pg.Pool,
  organisationId: string,
  over: Columns = {},
  { holderId, members = [] }: { holderId?: string; members?: readonly string[] } = {},
): Promise<PlantedFile> {
  const [id, householdId] = [newId(), newId()];
  const holder = holderId ?? (await aKnownPerson(owner, organisationId));
  await insert(owner, 'household', { id: householdId, organisation_id: organisationId });
  await insert(owner, 'household_member', { id: newId(), household_id: householdId, person_id: holder, relation: 'holder' });
  for (const member of members)
    await insert(owner, 'household_member', { id: newId(), household_id: householdId, person_id: member, relation: 'other' });
  await insert(owner, 'hardship_file', {
    id,
    organisation_id: organisationId,
    household_id: householdId,
    holder_id: holder,
    holder_name: '沈清如',
    status: 'active',
    era: 'R3',
    hardship_class: 'deep',
    main_cause: 'major-illness',
    other_causes: [],
    household_size: 1 + members.length,
    begun_on: '2026-02-01',
    filed_on: '2026-03-01',
    created_by: id,
    ...over,
  });
  return { id, householdId, holderId: holder, organisationId };
}
