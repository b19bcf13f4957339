import { sql } from '#data/sql';
import { refusePetition } from '#rules/petitions/refusals';
import { MOST_REPRESENTATIVES, type PetitionChannel, type PetitionPurpose, type PetitionSubject } from '#rules/petitions/codes';
import { PETITION_BEGINS, petitionClockEffects } from '#rules/petitions/petition-lifecycle';
import { maskPhone, readPhone } from '#rules/shared/identifiers/phone';
import { Refusal } from '#rules/shared/refusal';
import { yearOf, type PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import { runClocks } from '../deadlines/run-clocks.js';
import { nextNumber } from '../documents/number.js';
import { resolveEmployer } from '../organisations/resolve-employer.js';
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
  if (petition.representatives > MOST_REPRESENTATIVES) throw refusePetition('petitions.too-many-representatives', { most: MOST_REPRESENTATIVES, field: 'representatives' });
  if (!petition.anonymous && !petition.petitionerName && !petition.petitionerId) throw refusePetition('petitions.name-missing', { field: 'petitionerName' });
  const phone = petition.anonymous || !petition.phone ? undefined : readPhone(petition.phone);
  if (phone instanceof Refusal) throw refusePetition('petitions.phone-unreadable', { field: 'phone' });
  const registeredOn = petition.registeredOn ?? today(work);
  if (registeredOn > today(work)) throw refusePetition('petitions.day-in-future', { field: 'registeredOn' });
  return inTransaction(work, async (tx) => {
    const id = newId(work.now.getTime());
    const place = await tx.one<{ numberPrefix: string | null; divisionCode: string | null }>(sql`SELECT number_prefix, division_code FROM organisation WHERE id = ${organisationId}`);
    const person = petition.petitionerId && !petition.anonymous ? await tx.one<{ id: string; name: string }>(sql`SELECT id, name FROM person WHERE id = ${petition.petitionerId}`) : undefined;
    const employer = petition.employerName || petition.employerId ? await resolveEmployer(tx, work.actor, { employerId: petition.employerId, name: petition.employerName ?? '' }) : undefined;
    const year = yearOf(registeredOn);
    const number = `${place.numberPrefix ?? ''}信〔${year}〕${String(await nextNumber(tx, 'petition', organisationId, year)).padStart(4, '0')}号`;
    await tx.insert('petition', {
      id, number, matterId: id, organisationId, divisionCode: place.divisionCode, status: PETITION_BEGINS, channel: petition.channel, purpose: petition.purpose, subject: petition.subject, detail: petition.detail ?? null,
      petitionerId: person?.id ?? null, petitionerName: petition.anonymous ? null : (person?.name ?? petition.petitionerName ?? null), phoneIndex: phone ? work.secrets.index('phone', phone) : null, phoneMasked: phone ? maskPhone(phone) : null,
      address: petition.anonymous ? null : (petition.address ?? null), anonymous: petition.anonymous, personCount: petition.personCount, contactKind: petition.contactKind, employerId: employer?.id ?? null, employerName: employer?.name ?? null,
      content: petition.content, registeredOn, remark: petition.remark ?? null, createdAt: work.now, createdBy: work.actor.id, updatedAt: work.now,
    });
    if (person) await tx.rows(sql`INSERT INTO person_presence (person_id, organisation_id) VALUES (${person.id}, ${organisationId}) ON CONFLICT DO NOTHING`);
    await runClocks(tx, work.clockwork, { noun: 'petition', id, organisationId }, petitionClockEffects.register, { on: registeredOn });
    tx.tell({ noun: 'petition', subjectId: id, organisationId, personId: person?.id ?? null, kind: 'petition.register', happenedOn: registeredOn, fromStatus: null, toStatus: PETITION_BEGINS, note: null });
    tx.audit({ type: 'petition.registered', subject: { noun: 'petition', id }, organisationId, details: { number } });
    return { id };
  });
}
