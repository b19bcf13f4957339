import { sql } from '#data/sql';
import { refusePetition } from '#rules/petitions/refusals';
import { MOST_REPRESENTATIVES, type PetitionChannel, type PetitionPurpose, type PetitionSubject } from '#rules/petitions/codes';
import { ANONYMOUS_BEGINNING, PETITION_BEGINS, petitionClockEffects } from '#rules/petitions/petition-lifecycle';
import { petitionNumber } from '#rules/petitions/petition-number';
import { readPersonName } from '#rules/shared/identifiers/person-name';
import { maskPhone, readPhone } from '#rules/shared/identifiers/phone';
import { Refusal } from '#rules/shared/refusal';
import { yearOf, type PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { runClocks } from '../deadlines/run-clocks.js';
import { nextCaseNumber } from '../documents/case-number.js';
import { resolveEmployer } from '../organisations/resolve-employer.js';
import { takeUpPerson } from '../people/take-up-person.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';

export interface NewPetition {
  organisationId?: string | undefined;
  channel: PetitionChannel;
  purpose: PetitionPurpose;
  subject: PetitionSubject;
  detail?: string | null | undefined;
  petitionerId?: string | null | undefined;
  petitionerName?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  anonymous: boolean;
  personCount: number;
  representatives: number;
  contactKind: 'first' | 'repeat';
  employerId?: string | null | undefined;
  employerName?: string | null | undefined;
  content: string;
  registeredOn?: PlainDate | undefined;
  remark?: string | null | undefined;
}

/** 登记信访: one contact, a matter of its own until it is merged; X1 and X2 begin. An anonymous one names nobody. */
export async function registerPetition(work: Work, petition: NewPetition): Promise<{ id: string }> {
  const organisationId = petition.organisationId ?? work.actor.organisationId;
  mustBePermitted(work.actor, 'petition.register', { organisationId });
  if (petition.representatives > MOST_REPRESENTATIVES)
    throw refusePetition('petitions.too-many-representatives', { most: MOST_REPRESENTATIVES, field: 'representatives' });
  if (!petition.anonymous && !petition.petitionerName && !petition.petitionerId)
    throw refusePetition('petitions.name-missing', { field: 'petitionerName' });
  const phone = petition.anonymous || !petition.phone ? undefined : readPhone(petition.phone);
  if (phone instanceof Refusal) throw refusePetition('petitions.phone-unreadable', { field: 'phone' });
  const registeredOn = petition.registeredOn ?? today(work);
  if (registeredOn > today(work)) throw refusePetition('petitions.day-in-future', { field: 'registeredOn' });
  return inTransaction(work, async (tx) => {
    const id = newId();
    const { divisionCode } = await tx.one<{ divisionCode: string | null }>(
      sql`SELECT division_code FROM organisation WHERE id = ${organisationId}`,
    );
    const person = petition.petitionerId && !petition.anonymous ? await takeUpPerson(tx, petition.petitionerId, organisationId) : undefined;
    const employer =
      petition.employerName || petition.employerId
        ? await resolveEmployer(tx, work.actor, { employerId: petition.employerId, name: petition.employerName ?? '' })
        : undefined;
    const number = await nextCaseNumber(tx, 'petition', organisationId, yearOf(registeredOn), petitionNumber);
    const name = person?.name ?? (petition.petitionerName ? readPersonName(petition.petitionerName) : null);
    // A telephone that the contact left, or else the one on the person's record, joins this contact to others on the same matter.
    const reached = phone
      ? { phoneIndex: work.secrets.index('phone', phone), phoneMasked: maskPhone(phone) }
      : { phoneIndex: person?.phoneIndex ?? null, phoneMasked: person?.phoneMasked ?? null };
    await tx.insert('petition', {
      id,
      number,
      matterId: id,
      organisationId,
      divisionCode,
      status: PETITION_BEGINS,
      channel: petition.channel,
      purpose: petition.purpose,
      subject: petition.subject,
      // The second level is a dispute category, and only labour rights have one.
      detail: petition.subject === '20' ? (petition.detail ?? null) : null,
      petitionerId: person?.id ?? null,
      petitionerName: petition.anonymous ? null : name,
      ...reached,
      address: petition.anonymous ? null : (petition.address ?? null),
      anonymous: petition.anonymous,
      personCount: petition.personCount,
      contactKind: petition.contactKind,
      employerId: employer?.id ?? null,
      employerName: employer?.name ?? null,
      content: petition.content,
      registeredOn,
      remark: petition.remark ?? null,
      createdAt: work.now,
      createdBy: work.actor.id,
      updatedAt: work.now,
    });
    await runClocks(
      tx,
      work.clockwork,
      { noun: 'petition', id, organisationId },
      petition.anonymous ? ANONYMOUS_BEGINNING : petitionClockEffects.register,
      { on: registeredOn },
    );
    tx.tell({
      noun: 'petition',
      subjectId: id,
      organisationId,
      personId: person?.id ?? null,
      kind: 'petition.register',
      happenedOn: registeredOn,
      toStatus: PETITION_BEGINS,
      note: petition.representatives > 0 ? `代表${petition.representatives}人` : null,
    });
    tx.audit({ type: 'petition.registered', subject: { noun: 'petition', id }, organisationId, details: { number } });
    return { id };
  });
}
