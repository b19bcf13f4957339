import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { ANONYMOUS } from '#rules/imports/checks';
import { petitions } from '#rules/imports/kinds/petitions';
import type { RecordOf } from '#rules/imports/column';
import { maskPhone } from '#rules/shared/identifiers/phone';
import { petitionClocksByLedger } from '#rules/petitions/clocks-by-ledger';
import type { PetitionHandling } from '#rules/petitions/codes';
import type { PetitionStatus } from '#rules/petitions/petition-lifecycle';
import { sameMatter, SAME_MATTER_WITHIN_DAYS, type Contact } from '#rules/petitions/same-matter';
import { addDays, type PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import type { Work } from '../../work.js';
import { taker, type Arriving } from './taker.js';

type Petition = RecordOf<(typeof petitions)['columns']>;

const sorted: Partial<Record<PetitionHandling, PetitionStatus>> = {
  decline: 'not_accepted',
  refer: 'referred',
  assign_out: 'assigned_out',
  merge: 'merged',
  answer: 'replied',
};

const named = ({ petitionerName }: Petition): string | undefined => (petitionerName === ANONYMOUS ? undefined : petitionerName);

export const takePetitions = taker({
  kind: petitions,
  table: 'petition',
  noun: 'petition',
  permission: 'petition.register',
  person: (record) => {
    const name = named(record);
    return name === undefined ? undefined : { name, id: record.petitionerId, phone: record.phone };
  },
  employer: ({ employerName }) => (employerName === undefined ? undefined : { name: employerName }),
  columns: (record, { organisationId, divisionCode, personId, employerId }) => ({
    number: record.number!,
    organisationId,
    divisionCode,
    status: record.closedOn ? 'closed' : ((record.handling && sorted[record.handling]) ?? (record.acceptedOn ? 'accepted' : 'registered')),
    channel: record.channel!,
    purpose: record.purpose ?? 'other',
    subject: record.subject!,
    detail: record.detail ?? null,
    petitionerId: personId,
    petitionerName: named(record) ?? null,
    phoneMasked: record.phone === undefined ? null : maskPhone(record.phone),
    address: record.address ?? null,
    anonymous: named(record) === undefined,
    personCount: record.personCount ?? 1,
    contactKind: record.contactKind ?? 'first',
    employerId,
    employerName: record.employerName ?? null,
    content: record.content ?? null,
    handling: record.handling ?? null,
    handlerName: record.handlerName ?? null,
    handlingOffice: record.handlingOffice ?? null,
    registeredOn: record.registeredOn!,
    acceptedOn: record.acceptedOn ?? null,
    closedOn: record.closedOn ?? null,
    result: record.result ?? null,
    satisfaction: record.satisfaction ?? null,
    remark: record.remark ?? null,
  }),
  async complete(tx, work, arriving) {
    const contacts = arriving.map((one) => ({
      one,
      phoneIndex: one.record.phone === undefined ? null : work.secrets.index('phone', one.record.phone),
    }));
    const matters = await findMatters(tx, work, contacts);
    return new Map(
      contacts.map(({ one, phoneIndex }) => [one.rowId, { phoneIndex, matterId: one.current?.matterId ?? matters.get(one.rowId)! }]),
    );
  },
  clocks: petitionClocksByLedger,
  day: ({ registeredOn }) => registeredOn!,
});

interface Known extends Contact {
  matterId: string;
}

/** A second contact on the same matter joins the first one's (件); every other contact opens a matter of its own. */
async function findMatters(
  tx: Transaction,
  _work: Work,
  contacts: readonly { one: Arriving<Petition, 'petition'>; phoneIndex: Buffer | null }[],
): Promise<Map<string, string>> {
  const people = contacts.flatMap(({ one }) => (one.found.personId ? [one.found.personId] : []));
  const phones = contacts.flatMap(({ phoneIndex }) => (phoneIndex ? [phoneIndex] : []));
  const days = contacts.map(({ one }) => one.record.registeredOn!).sort();
  const earliest = days.length > 0 ? addDays(days[0]!, -SAME_MATTER_WITHIN_DAYS) : null;
  const rows = await tx.rows<{
    matterId: string;
    petitionerId: string | null;
    phoneIndex: Buffer | null;
    subject: string;
    detail: string | null;
    registeredOn: PlainDate;
  }>(sql`
    SELECT matter_id, petitioner_id, phone_index, subject, detail, registered_on FROM petition
    WHERE (petitioner_id = ANY (${people}) OR phone_index = ANY (${phones}::bytea[])) AND registered_on BETWEEN ${earliest} AND ${days.at(-1) ?? null}
    ORDER BY registered_on, id`);
  const known: Known[] = rows.map(({ matterId, petitionerId, phoneIndex, ...rest }) => ({
    ...rest,
    matterId,
    id: petitionerId,
    phone: phoneIndex?.toString('hex') ?? null,
  }));
  const byIdOrPhone = new Map<string, Known[]>();
  const enter = (contact: Known): void => {
    for (const key of [contact.id, contact.phone]) {
      if (key !== null) byIdOrPhone.set(key, [...(byIdOrPhone.get(key) ?? []), contact]);
    }
  };
  known.forEach(enter);
  const matters = new Map<string, string>();
  for (const { one, phoneIndex } of [...contacts].sort((a, b) => (a.one.record.registeredOn! < b.one.record.registeredOn! ? -1 : 1))) {
    const { registeredOn, subject, detail } = one.record;
    const contact: Contact = {
      registeredOn: registeredOn!,
      subject: subject!,
      detail: detail ?? null,
      id: one.found.personId,
      phone: phoneIndex?.toString('hex') ?? null,
    };
    const first = [contact.id, contact.phone]
      .flatMap((key) => (key === null ? [] : (byIdOrPhone.get(key) ?? [])))
      .find((earlier) => sameMatter(earlier, contact));
    const matterId = first?.matterId ?? newId();
    enter({ ...contact, matterId });
    matters.set(one.rowId, matterId);
  }
  return matters;
}
