import type pg from 'pg';
import { hashPassword } from '#casework/access/passwords';
import { newId } from '#runtime/ids';
import { ROOT_ORGANISATION } from '../../../prisma/seed/reference-data.js';
import { accounts, districtOf, districts, FILLER, mediatorId, organisationId, PASSWORD, towns } from './ids.js';

/** A city of ten districts with nine towns each, a mediator in every town, and those who are signed in while it is measured. */
export async function fillOrganisations(client: pg.ClientBase): Promise<void> {
  const add = async (n: number, name: string, kind: string, parent: string, prefix: string): Promise<void> => {
    await client.query(`INSERT INTO organisation (id, name, short_name, kind, number_prefix) VALUES ($1, $2, $2, $3, $4)`, [
      organisationId(n),
      name,
      kind,
      prefix,
    ]);
    await client.query(`INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES ($1, $2, $3, '2000-01-01')`, [
      newId(),
      organisationId(n),
      parent,
    ]);
  };
  for (const n of districts) await add(n, `${n}区总工会`, 'district', ROOT_ORGANISATION, `区${n}`);
  for (const n of towns) await add(n, `${n}镇总工会`, 'town', organisationId(districtOf(n)), `镇${n}`);

  const passwordHash = await hashPassword(PASSWORD);
  const user = async (id: string, username: string, organisation: string, role?: string): Promise<void> => {
    await client.query(
      `INSERT INTO "user" (id, username, name, password_hash, password_set_at, organisation_id) VALUES ($1, $2, $2, $3, now(), $4)`,
      [id, username, role ? passwordHash : null, organisation],
    );
    if (role)
      await client.query(
        `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, '2000-01-01', $2)`,
        [newId(), id, role, organisation],
      );
  };
  for (const { id, username, role, organisation } of Object.values(accounts))
    await user(id, username, organisation === 'city' ? ROOT_ORGANISATION : organisation, role);
  await user(FILLER, 'bench.filler', ROOT_ORGANISATION);
  for (const town of towns) await user(mediatorId(town), `bench.mediator${town}`, organisationId(town), 'mediator');
}
