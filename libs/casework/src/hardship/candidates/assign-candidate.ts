import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import { refuseCandidate } from '#rules/hardship/finder/candidate-refusals';
import { onField } from '#rules/shared/refusal';
import { CandidateOwners } from '../../handoffs/candidate-owners.js';
import { visibleTo } from '../../visible.js';
import { mustBePermitted, today, type Work } from '../../work.js';
import { candidateSubject, tellCandidate, workOnCandidate, type CandidateInput } from './candidate-row.js';

/** 交由他人办理: only somebody who may work on candidates of this organisation. */
export async function assignCandidate(work: Work, input: CandidateInput & { ownerId: string }): Promise<void> {
  const owners = await CandidateOwners.read(work.data, today(work));
  return workOnCandidate(work, input, async (tx, candidate) => {
    const owner = owners.of(candidate.organisationId).find(({ id }) => id === input.ownerId);
    if (!owner) throw onField(refuseCandidate('candidates.owner-unfit'), 'ownerId');
    if (owner.id === candidate.ownerId) throw onField(refuseCandidate('candidates.already-owner'), 'ownerId');
    await tx.update('hardship_candidate', candidate, { ownerId: owner.id, ownerName: owner.name, updatedAt: work.now });
    tellCandidate(tx, candidate, 'candidate.assign', today(work), { noteCipher: sealText(work.secrets, owner.name) });
    tx.audit({
      type: 'candidate.assigned',
      subject: candidateSubject(candidate),
      organisationId: candidate.organisationId,
      details: { ownerId: owner.id },
    });
  });
}

/** 接手 */
export function takeOverCandidate(work: Work, input: CandidateInput): Promise<void> {
  return assignCandidate(work, { ...input, ownerId: work.actor.id });
}

/** Who could be in charge: who records files first, then by how many open candidates each has. */
export async function candidateOwners({ data, actor, now }: Work, candidateId: string) {
  const { organisationId } = await data.readOne<{ organisationId: string }>(
    actor,
    sql`SELECT c.organisation_id FROM hardship_candidate c WHERE c.id = ${candidateId} AND ${visibleTo(actor, 'candidate.read', 'c')}`,
  );
  mustBePermitted(actor, 'candidate.work', { organisationId });
  const owners = await CandidateOwners.read(data, today({ now }));
  const openOf = (id: string): number => owners.load.get(id) ?? 0;
  const items = owners
    .of(organisationId)
    .sort((a, b) => Number(b.records) - Number(a.records) || openOf(a.id) - openOf(b.id) || a.id.localeCompare(b.id));
  return { items: items.map(({ id, name, organisationName }) => ({ id, name, organisationName, openCandidates: openOf(id) })) };
}
