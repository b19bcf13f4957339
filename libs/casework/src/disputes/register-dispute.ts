import type { DisputeCategoryCode, DisputeChannel } from '#rules/disputes/codes';
import { DISPUTE_BEGINS } from '#rules/disputes/dispute-lifecycle';
import { disputeNumber } from '#rules/disputes/dispute-number';
import { refuseDispute } from '#rules/disputes/refusals';
import { readPersonName } from '#rules/shared/identifiers/person-name';
import { yearOf, type PlainDate } from '#rules/shared/plain-date';
import { sql } from '#data/sql';
import { newId } from '#runtime/ids';
import { nextCaseNumber } from '../documents/case-number.js';
import { resolveEmployer } from '../organisations/resolve-employer.js';
import { takeUpPerson } from '../people/take-up-person.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface NewDispute {
  organisationId?: string | undefined;
  channel: DisputeChannel;
  category: DisputeCategoryCode;
  secondary: DisputeCategoryCode[];
  applicantId?: string | null | undefined;
  applicantName: string;
  employerId?: string | null | undefined;
  employerName: string;
  workerCount: number;
  commonRequest: boolean;
  request?: string | null | undefined;
  claimedFen?: number | null | undefined;
  registeredOn?: PlainDate | undefined;
  remark?: string | null | undefined;
}

/** 登记劳动争议: gives it a number and both parties; no clock runs before mediation is applied for. */
export async function registerDispute(work: Work, asked: NewDispute): Promise<{ id: string }> {
  const organisationId = asked.organisationId ?? work.actor.organisationId;
  mustBePermitted(work.actor, 'dispute.register', { organisationId });
  const registeredOn = asked.registeredOn ?? today(work);
  if (registeredOn > today(work)) throw refuseDispute('disputes.day-in-future', { field: 'registeredOn' });
  return inTransaction(work, async (tx) => {
    const id = newId();
    // What does not need each other's answer is sent together.
    const [person, employer, { divisionCode }, number] = await Promise.all([
      asked.applicantId ? takeUpPerson(tx, asked.applicantId, organisationId) : undefined,
      resolveEmployer(tx, work.actor, { employerId: asked.employerId, name: asked.employerName }),
      tx.one<{ divisionCode: string | null }>(sql`SELECT division_code FROM organisation WHERE id = ${organisationId}`),
      nextCaseNumber(tx, 'dispute', organisationId, yearOf(registeredOn), disputeNumber),
    ]);
    const applicantName = person?.name ?? readPersonName(asked.applicantName);
    const added = tx.insert('dispute', {
      id,
      number,
      organisationId,
      divisionCode,
      status: DISPUTE_BEGINS,
      channel: asked.channel,
      category: asked.category,
      secondary: [...new Set(asked.secondary)].filter((code) => code !== asked.category),
      employerId: employer.id,
      employerName: employer.name,
      applicantId: person?.id ?? null,
      applicantName,
      workerCount: asked.workerCount,
      commonRequest: asked.commonRequest,
      request: asked.request?.trim() || null,
      claimedFen: asked.claimedFen ?? null,
      registeredOn,
      remark: asked.remark?.trim() || null,
      createdBy: work.actor.id,
      createdAt: work.now,
      updatedAt: work.now,
    });
    const parties = tx.insert('dispute_party', [
      { id: newId(), disputeId: id, role: 'applicant', personId: person?.id ?? null, employerId: null, name: applicantName, position: 0 },
      { id: newId(), disputeId: id, role: 'respondent', personId: null, employerId: employer.id, name: employer.name, position: 1 },
    ]);
    await Promise.all([added, parties]);
    tx.tell({
      noun: 'dispute',
      subjectId: id,
      organisationId,
      personId: person?.id ?? null,
      kind: 'dispute.register',
      happenedOn: registeredOn,
      toStatus: DISPUTE_BEGINS,
    });
    tx.audit({ type: 'dispute.registered', subject: { noun: 'dispute', id }, organisationId, details: { number } });
    return { id };
  });
}
