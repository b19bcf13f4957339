import type pg from 'pg';
import { actorOf } from '#casework/access/actor-of';
import type { Clockwork } from '#casework/deadlines/clockwork';
import type { Work } from '#casework/work';
import type { Data } from '#data/data';
import type { Secrets } from '#data/secrets';
import { aFirm, type Chance } from './chance.js';

/** Who does what where in the demo city. */
export interface Personnel {
  statistician: Work;
  districts: { place: string; clerk: Work; officer: Work; reviewer: Work; mediators: Work[]; mediationBodyId: string }[];
  /** firms that come up again and again */
  firms: string[];
}

interface Standing {
  data: Data;
  secrets: Secrets;
  clockwork: Clockwork;
  owner: pg.Client;
}

export async function callPersonnel({ data, secrets, clockwork, owner }: Standing, chance: Chance): Promise<Personnel> {
  const { rows } = await owner.query<{
    organisation: string;
    short: string;
    division: string;
    role: string;
    id: string;
    body: string | null;
  }>(
    `SELECT o.id AS organisation, o.short_name AS short, o.division_code AS division, g.role_code AS role, u.id, (SELECT m.id FROM mediation_body m WHERE m.organisation_id = o.id LIMIT 1) AS body
     FROM "user" u JOIN role_grant g ON g.user_id = u.id AND g.revoked_at IS NULL JOIN organisation o ON o.id = u.organisation_id
     WHERE u.username NOT LIKE 'system.%' AND o.kind IN ('city', 'district') ORDER BY o.division_code, u.username`,
  );
  const works = new Map<string, Work>();
  for (const { id } of rows) works.set(id, { data, secrets, clockwork, actor: await actorOf(data, id), now: new Date() });
  const at = (organisation: string, role: string): Work[] =>
    rows.filter((row) => row.organisation === organisation && row.role === role).map((row) => works.get(row.id)!);
  const places = [...new Set(rows.map((row) => row.organisation))];
  return {
    statistician: works.get(rows.find((row) => row.role === 'statistician' && row.short === '市总')!.id)!,
    districts: places.map((organisation) => {
      const row = rows.find((candidate) => candidate.organisation === organisation)!;
      return {
        place: row.short === '市总' ? '苏州' : row.short.replace(/[区市]$/, ''),
        clerk: at(organisation, 'window-clerk')[0]!,
        officer: at(organisation, 'petition-officer')[0]!,
        reviewer: at(organisation, 'reviewer')[0]!,
        mediators: at(organisation, 'mediator'),
        mediationBodyId: row.body!,
      };
    }),
    firms: Array.from({ length: 40 }, () => aFirm(chance, '苏州')),
  };
}
