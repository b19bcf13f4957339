import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { inTransaction, today, type Work } from '../work.js';
import type { CandidateOwners } from './candidate-owners.js';

type Row = Tables['hardship_candidate'];

/** Open candidates of whom nobody is in charge any more: the owner's account is closed, or reaches here no longer. */
export function handOverCandidates(work: Work, owners: CandidateOwners): Promise<number> {
  return inTransaction(work, async (tx) => {
    const orphans = await tx.rows<Row>(
      sql`SELECT c.* FROM hardship_candidate c WHERE c.status = 'open' AND NOT EXISTS (
            SELECT FROM "user" u JOIN reach r ON r.user_id = u.id AND r.noun = 'candidate' AND r.mode = 'write'
            WHERE u.id = c.owner_id AND u.status = 'active' AND (r.everything OR c.organisation_id = ANY (r.organisation_ids)))
          ORDER BY c.due_on, c.id FOR UPDATE`,
    );
    let handed = 0;
    for (const row of orphans) {
      const owner = owners.take(row.organisationId);
      if (!owner) continue;
      await tx.update('hardship_candidate', row, { ownerId: owner.id, ownerName: owner.name, updatedAt: tx.now });
      const { id, organisationId, personId } = row;
      const kind = 'candidate.assign';
      const noteCipher = sealText(work.secrets, owner.name);
      tx.tell({ noun: 'candidate', subjectId: id, organisationId, personId, kind, happenedOn: today(work), noteCipher });
      tx.audit({ type: 'candidate.assigned', subject: { noun: 'candidate', id }, organisationId, details: { ownerId: owner.id } });
      handed += 1;
    }
    return handed;
  });
}
