import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { chooseOwner, type Owner } from '#rules/hardship/finder/choose-owner';
import type { PlainDate } from '#rules/shared/plain-date';

export interface NamedOwner extends Owner {
  readonly name: string;
  readonly organisationName: string;
}
type Row = Omit<NamedOwner, 'organisationIds'> & { organisationIds: string[] };

/** Everybody active who may work on candidates, with how many open ones each has: counted on as candidates are handed out. */
export class CandidateOwners {
  private constructor(
    private readonly owners: readonly NamedOwner[],
    private readonly parents: ReadonlyMap<string, string>,
    readonly load: Map<string, number>,
  ) {}

  /** Accounts and their reach are not the asker's to read: the keeper reads them, and only names go on. */
  static async read(data: Data, on: PlainDate): Promise<CandidateOwners> {
    const [owners, parents, load] = await Promise.all([
      data.read<Row>(
        KEEPER,
        sql`SELECT u.id, u.name, u.organisation_id, o.short_name AS organisation_name, r.everything, r.organisation_ids,
              EXISTS (SELECT FROM role_grant g JOIN role_permission p ON p.role_code = g.role_code AND p.permission = 'hardship.record'
                WHERE g.user_id = u.id AND g.revoked_at IS NULL AND g.valid_from <= ${on} AND (g.valid_to IS NULL OR g.valid_to >= ${on})) AS records
            FROM "user" u JOIN organisation o ON o.id = u.organisation_id JOIN reach r ON r.user_id = u.id AND r.noun = 'candidate' AND r.mode = 'write'
            WHERE u.status = 'active' AND u.username NOT LIKE 'system.%'`,
      ),
      data.read<{ organisationId: string; parentId: string }>(
        KEEPER,
        sql`SELECT organisation_id, parent_id FROM organisation_parent WHERE valid_from <= ${on} AND (valid_to IS NULL OR valid_to > ${on})`,
      ),
      data.read<{ ownerId: string; open: number }>(
        KEEPER,
        sql`SELECT owner_id, count(*) AS open FROM hardship_candidate WHERE status = 'open' AND owner_id IS NOT NULL GROUP BY owner_id`,
      ),
    ]);
    return new CandidateOwners(
      owners.map((owner) => ({ ...owner, organisationIds: new Set(owner.organisationIds) })),
      new Map(parents.map(({ organisationId, parentId }) => [organisationId, parentId])),
      new Map(load.map(({ ownerId, open }) => [ownerId, open])),
    );
  }

  take(organisationId: string): NamedOwner | undefined {
    const owner = chooseOwner(this.owners, this.upwards(organisationId), this.load);
    if (owner) this.load.set(owner.id, (this.load.get(owner.id) ?? 0) + 1);
    return owner;
  }

  /** Who may work on candidates of this organisation; whoever is named must be one of these. */
  of(organisationId: string): NamedOwner[] {
    return this.owners.filter(({ everything, organisationIds }) => everything || organisationIds.has(organisationId));
  }

  private upwards(organisationId: string): string[] {
    const path: string[] = [];
    for (let at: string | undefined = organisationId; at && !path.includes(at); at = this.parents.get(at)) path.push(at);
    return path;
  }
}
