/** Families with files, assessed long ago or never, laid down as they would stand after years of work. */
import type { Work } from '#casework/work';
import { ordinaryHousehold } from '#rules/hardship/eligibility/golden-eligibility';
import type { Household } from '#rules/hardship/eligibility/household';
import { newId } from '#runtime/ids';
import { aPerson } from '../../support/a-person.js';
import type { TestDatabase } from '../../support/database.js';

export interface Family {
  /** a month and person, in fen, before any outlay */
  net: number;
  organisationId: string;
  status?: string;
  /** none: a file that a ledger brought in */
  assessed?: boolean;
  over?: Partial<Household>;
}

export const familyOf = ({ net, over }: Pick<Family, 'net' | 'over'>): Household => ({
  ...ordinaryHousehold,
  income: 36 * net,
  employment: 'laid-off',
  ...over,
});

/** Answers the id of the file. */
export async function aFamily(db: TestDatabase, clerk: Work, family: Family): Promise<string> {
  const { organisationId, status = 'active', assessed = true } = family;
  const [file, household, holder] = [newId(), newId(), await aPerson(clerk, { name: '单雄信', notSameAs: await everybody(db) })];
  await db.owner.query(`INSERT INTO household (id, organisation_id) VALUES ($1, $2)`, [household, organisationId]);
  const onFile = status !== 'refused';
  await db.owner.query(
    `INSERT INTO hardship_file (id, number, organisation_id, household_id, holder_id, holder_name, status, era, hardship_class, main_cause, other_causes, household_size, filed_on, begun_on, created_by)
     VALUES ($1, $2, $3, $4, $5, '单雄信', $6, 'R3', $7, 'other', '{}', 3, $8, '2026-01-05', $9)`,
    [
      file,
      `困〔2026〕${file.slice(-6)}号`,
      organisationId,
      household,
      holder,
      status,
      onFile ? 'relative' : null,
      onFile ? '2026-02-01' : null,
      clerk.actor.id,
    ],
  );
  if (assessed) await assess(db, clerk, file, organisationId, familyOf(family), '2026-02-01T02:00:00Z');
  return file;
}

/** A later assessment of the same file counts, whatever an older one said. */
export async function assess(
  db: TestDatabase,
  clerk: Work,
  file: string,
  organisationId: string,
  household: Household,
  at: string,
): Promise<void> {
  await db.owner.query(
    `INSERT INTO hardship_assessment (id, file_id, organisation_id, rule_id, standard_id, received_on, assessed_on, verdict, proposed, opens_file, unverified, household_cipher, made_by, made_by_name, made_at)
     VALUES ($1, $2, $3, 'R3.2', '320500.2025-10-01.1', '2026-01-05', '2026-02-01', 'undecided', NULL, false, true, $4, $5, $6, $7)`,
    [newId(), file, organisationId, db.secrets.seal(JSON.stringify(household)), clerk.actor.id, clerk.actor.name, at],
  );
}

async function everybody(db: TestDatabase): Promise<string[]> {
  const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM person');
  return rows.map(({ id }) => id);
}
