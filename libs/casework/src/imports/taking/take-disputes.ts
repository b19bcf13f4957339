import { insertMany } from '#data/bulk';
import { disputeClocksByLedger } from '#rules/disputes/clocks-by-ledger';
import { isCollective } from '#rules/disputes/codes';
import { disputes } from '#rules/imports/kinds/disputes';
import { massIncidents } from '#rules/imports/kinds/mass-incidents';
import { newId } from '#runtime/ids';
import { taker } from './taker.js';

/** A ledger of mediation says where a case stands only by its dates: closed with an outcome, accepted, or applied for and not yet answered. */
export const takeDisputes = taker({
  kind: disputes,
  table: 'dispute',
  noun: 'dispute',
  permission: 'dispute.register',
  person: ({ applicantName, applicantId, phone }) => ({ name: applicantName!, id: applicantId, phone }),
  employer: ({ employerName, employerCode, industry, ownership }) => ({ name: employerName!, code: employerCode, industry, ownership }),
  columns: (record, { organisationId, divisionCode, personId, employerId }) => ({
    number: record.number!,
    organisationId,
    divisionCode,
    status: record.closedOn && record.outcome ? 'closed' : record.acceptedOn ? 'accepted' : 'applied',
    channel: record.channel ?? 'V',
    category: record.category!,
    employerId,
    employerName: record.employerName!,
    applicantId: personId,
    applicantName: record.applicantName!,
    workerCount: record.workerCount ?? 1,
    commonRequest: isCollective(record.workerCount ?? 1, true),
    request: record.request ?? null,
    claimedFen: record.claimed ?? null,
    mediationBody: record.mediationBody ?? null,
    mediatorName: record.mediatorName ?? null,
    registeredOn: record.registeredOn!,
    appliedOn: record.registeredOn!,
    acceptedOn: record.acceptedOn ?? null,
    closedOn: record.closedOn ?? null,
    outcome: record.outcome ?? null,
    agreedFen: record.agreed ?? null,
    performedFen: record.performed ?? null,
    performedOn: record.performedOn ?? null,
    remark: record.remark ?? null,
  }),
  async accompany(tx, arriving) {
    const parties = arriving.flatMap(({ recordId, record, found }) => [
      {
        id: newId(),
        disputeId: recordId,
        role: 'applicant',
        personId: found.personId,
        employerId: null,
        name: record.applicantName!,
        position: 0,
      },
      {
        id: newId(),
        disputeId: recordId,
        role: 'respondent',
        personId: null,
        employerId: found.employerId,
        name: record.employerName!,
        position: 1,
      },
    ]);
    await insertMany(tx, 'dispute_party', parties);
  },
  clocks: disputeClocksByLedger,
  day: ({ registeredOn }) => registeredOn!,
});

export const takeMassIncidents = taker({
  kind: massIncidents,
  table: 'mass_incident',
  noun: 'mass-incident',
  permission: 'mass-incident.record',
  employer: ({ employerName, employerCode, industry, ownership }) => ({ name: employerName!, code: employerCode, industry, ownership }),
  columns: (record, { organisationId, divisionCode, employerId }) => ({
    number: record.number!,
    organisationId,
    divisionCode,
    occurredOn: record.occurredOn!,
    employerId,
    employerName: record.employerName!,
    industry: record.industry ?? null,
    ownership: record.ownership ?? null,
    workerCount: record.workerCount!,
    form: record.form ?? null,
    category: record.category ?? null,
    request: record.request ?? null,
    handlers: record.handlers ?? null,
    steppedInOn: record.steppedInOn ?? null,
    resolvedOn: record.resolvedOn ?? null,
    result: record.result ?? null,
    amountFen: record.amount ?? null,
    remark: record.remark ?? null,
  }),
});
