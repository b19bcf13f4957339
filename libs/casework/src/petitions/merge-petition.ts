import { sql } from '#data/sql';
import { mayMergePetition } from '#rules/petitions/petition-guards';
import type { PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';
import { movePetition, type MoveInput, type PetitionRow } from './move-petition.js';

/** 并案: this contact joins the matter of another one that is still open; contacts stay counted, the matter is one. */
export async function mergePetition(work: Work, { intoId, ...input }: MoveInput & { intoId: string }): Promise<void> {
  let main: PetitionRow;
  return movePetition(work, 'merge', input, {
    permission: 'petition.sort',
    judge: async (petition, _, tx) => {
      // Held, so that the matter is not answered while this contact joins it.
      main = await tx.one<PetitionRow>(
        sql`SELECT p.* FROM petition p WHERE p.id = ${intoId} AND ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')} FOR SHARE`,
      );
      return mayMergePetition({ id: petition.id, mainId: main.id, mainStatus: main.status as PetitionStatus });
    },
    changes: () => ({ matterId: main.matterId, handling: 'merge', contactKind: 'repeat' }),
    also: async (tx, petition, on) => {
      // Contacts that had joined this one come along.
      await tx.rows(
        sql`UPDATE petition SET matter_id = ${main.matterId}, version = version + 1, updated_at = ${tx.now} WHERE matter_id = ${petition.matterId} AND id <> ${petition.id}`,
      );
      tx.tell({
        noun: 'petition',
        subjectId: main.id,
        organisationId: main.organisationId,
        personId: main.petitionerId,
        kind: 'petition.joined',
        happenedOn: on,
        fromStatus: null,
        toStatus: null,
        note: petition.number,
      });
    },
  });
}
