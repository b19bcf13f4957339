/**
 * The demo city's organisations, sites and accounts: what an administrator would set up before the first case. Written by
 * the owner of the tables in one go; everything after this comes in through casework.
 */
import type pg from 'pg';
import { hashPassword } from '#casework/access/passwords';
import { DEMO_PASSWORD, demoAccounts } from '#rules/access/demo-accounts';
import type { RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { demoBureaus, demoDistricts } from '../data/demo-unions.js';
import { ROOT_ORGANISATION } from '../reference-data.js';
import { aName, type Chance } from './chance.js';

interface Place {
  id: string;
  name: string;
  short: string;
  kind: 'city' | 'district' | 'bureau' | 'town';
}

const STATIONS_A_DISTRICT = 8;
const districtStaff: readonly RoleCode[] = [
  'window-clerk',
  'aid-officer',
  'mediator',
  'mediator',
  'petition-officer',
  'legal-aid-officer',
  'reviewer',
  'approver',
  'statistician',
  'accountant',
  'centre-admin',
];
const townStaff: readonly RoleCode[] = ['window-clerk', 'mediator'];

export async function settleCity(owner: pg.Client, chance: Chance): Promise<{ organisations: number; sites: number; users: number }> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  let sites = 0;
  let users = 0;

  const found = async (place: Place, parent: string | null, prefix: string, division: string): Promise<void> => {
    await owner.query(
      `INSERT INTO organisation (id, name, short_name, kind, number_prefix, division_code, established_on) VALUES ($1, $2, $3, $4, $5, $6, '2000-01-01')
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, number_prefix = excluded.number_prefix, division_code = excluded.division_code`,
      [place.id, place.name, place.short, place.kind, prefix, division],
    );
    if (parent)
      await owner.query(`INSERT INTO organisation_parent (id, organisation_id, parent_id, valid_from) VALUES ($1, $2, $3, '2000-01-01')`, [
        newId(),
        place.id,
        parent,
      ]);
  };
  const open = async (place: Place, kind: 'centre' | 'station', name: string): Promise<void> => {
    sites++;
    await owner.query(`INSERT INTO service_site (id, kind, name, organisation_id, functions, phone) VALUES ($1, $2, $3, $4, $5, $6)`, [
      newId(),
      kind,
      name,
      place.id,
      ['帮扶', '调解', '信访', '法律援助'],
      '12351',
    ]);
  };
  const employ = async (place: Place, role: RoleCode, username: string, name: string): Promise<void> => {
    users++;
    const id = newId();
    await owner.query(
      `INSERT INTO "user" (id, username, name, organisation_id, password_hash, password_set_at) VALUES ($1, $2, $3, $4, $5, now())`,
      [id, username, name, place.id, passwordHash],
    );
    await owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES ($1, $2, $3, $4, '2012-01-01', $2)`,
      [newId(), id, role, place.id],
    );
  };
  const body = (place: Place): Promise<unknown> =>
    owner.query(`INSERT INTO mediation_body (id, kind, name, organisation_id, set_up_on) VALUES ($1, 'township', $2, $3, '2010-01-01')`, [
      newId(),
      `${place.short}劳动争议调解委员会`,
      place.id,
    ]);

  const city: Place = { id: ROOT_ORGANISATION, name: '苏州市总工会', short: '市总', kind: 'city' };
  await owner.query('ALTER TABLE organisation_parent DISABLE TRIGGER reach_follows_tree');
  await found(city, null, '苏', '320500');
  await open(city, 'centre', '苏州市职工服务中心');
  await body(city);
  for (const { username, roleCode } of demoAccounts) await employ(city, roleCode, username, aName(chance));
  for (const bureau of demoBureaus)
    await found({ id: newId(), name: bureau, short: bureau, kind: 'bureau' }, city.id, bureau.slice(1, 3), '320500');

  let staff = 0;
  for (const { division, name, short, prefix, towns } of demoDistricts) {
    const place: Place = { id: newId(), name, short, kind: 'district' };
    await found(place, city.id, prefix, division);
    await open(place, 'centre', `${short}职工服务中心`);
    await body(place);
    for (const role of districtStaff)
      await employ(place, role, `${role.replace(/[^a-z]/g, '').slice(0, 8)}${String(++staff).padStart(3, '0')}`, aName(chance));
    for (const [i, town] of towns.entries()) {
      const below: Place = { id: newId(), name: `${town}总工会`, short: town, kind: 'town' };
      await found(below, place.id, `${prefix}${town.slice(0, 2)}`, division);
      if (i < STATIONS_A_DISTRICT) {
        await open(below, 'station', `${town}职工服务站`);
        await body(below);
      }
      for (const role of townStaff)
        await employ(below, role, `${role.replace(/[^a-z]/g, '').slice(0, 8)}${String(++staff).padStart(3, '0')}`, aName(chance));
    }
  }
  await owner.query('ALTER TABLE organisation_parent ENABLE TRIGGER reach_follows_tree');
  await owner.query('SELECT bangfu.refresh_reach()');
  return {
    organisations: 1 + demoBureaus.length + demoDistricts.length + demoDistricts.reduce((sum, { towns }) => sum + towns.length, 0),
    sites,
    users,
  };
}
