import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayPrint, printedForms, type Identity, type PrintedFormCode } from '#rules/hardship/printed-forms';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { refuseIf } from '#rules/shared/refusal';
import { notTooOften } from '../people/reveal-person.js';
import { visiblePerson } from '../people/visible-person.js';
import { visibleTo } from '../visible.js';
import { inTransaction, mustBePermitted, today, type Work } from '../work.js';
import { seesSealed } from './in-file.js';

interface Printed {
  organisationId: string;
  organisationName: string;
  householdId: string;
  holderId: string;
  moves: string[];
  worksheets: number;
  visits: number;
  notices: number;
  validCertificates: number;
}
interface Person {
  id: string;
  name: string;
  idMasked: string | null;
  idCipher: Buffer | null;
  phoneMasked: string | null;
  phoneCipher: Buffer | null;
  ethnicity: string | null;
  registeredAt: string | null;
  address: string | null;
  revealable: boolean;
}
interface Account {
  personId: string;
  bank: string | null;
  last4: string;
  numberCipher: Buffer;
}

/**
 * What a form shows of the people on it: masked, or for a stated purpose what the form needs in full, with each person looked
 * at on the audit trail as with any other reveal. That it was printed is on record either way.
 */
export async function printForm(
  work: Work,
  { fileId, form, purpose }: { fileId: string; form: PrintedFormCode; purpose?: string | undefined },
) {
  const { actor, now } = work;
  const { inFull, of } = printedForms[form];
  const full = purpose !== undefined && inFull.length > 0;
  if (full) mustBePermitted(actor, 'person.reveal');
  return inTransaction(work, async (tx) => {
    const file = await printedFile(tx, work, fileId);
    refuseIf(mayPrint(form, { ...file, worksOnIt: seesSealed(actor, file.organisationId) }));
    const people = inFull.length === 0 ? [] : await peopleOn(tx, work, file, of === 'household');
    const accounts = (inFull as readonly Identity[]).includes('bankAccount') ? await accountsOf(tx, file.holderId) : [];
    const shown = full ? people.filter(({ revealable }) => revealable) : [];
    if (shown.length > 0) await notTooOften(tx, work, shown.length);
    for (const { id } of shown)
      tx.audit({ type: 'person.revealed', subject: { noun: 'person', id }, details: { field: inFull.join(','), purpose: purpose! } });
    const subject = { noun: 'hardship', id: fileId };
    tx.audit({
      type: 'hardship.printed',
      subject,
      organisationId: file.organisationId,
      details: { form, full, ...(full && { purpose }) },
    });
    return {
      form,
      printedAt: now.toISOString(),
      printedOn: today(work),
      printedByName: actor.name,
      organisationName: file.organisationName,
      full: shown.length > 0,
      persons: people.map((person) => presented(work, person, shown.includes(person) ? inFull : [], accounts)),
    };
  });
}

const printedFile = (tx: Transaction, { actor }: Work, id: string): Promise<Printed> =>
  tx.one<Printed>(sql`
    SELECT f.organisation_id, o.name AS organisation_name, f.household_id, f.holder_id,
      ARRAY(SELECT d.move FROM hardship_decision d WHERE d.file_id = f.id) AS moves,
      (SELECT count(*) FROM hardship_worksheet w WHERE w.file_id = f.id AND w.status <> 'dropped') AS worksheets,
      (SELECT count(*) FROM hardship_visit v WHERE v.file_id = f.id) AS visits,
      (SELECT count(*) FROM hardship_notice n WHERE n.file_id = f.id) AS notices,
      (SELECT count(*) FROM hardship_certificate c WHERE c.file_id = f.id AND c.status = 'valid') AS valid_certificates
    FROM hardship_file f JOIN organisation o ON o.id = f.organisation_id WHERE f.id = ${id} AND ${visibleTo(actor, 'hardship.read', 'f')}`);

const peopleOn = (tx: Transaction, { actor }: Work, { householdId, holderId }: Printed, household: boolean): Promise<Person[]> =>
  tx.rows<Person>(sql`
    SELECT p.id, p.name, p.id_masked, p.id_cipher, p.phone_masked, p.phone_cipher, p.ethnicity, p.registered_at, p.address, ${visiblePerson(actor, 'person.reveal')} AS revealable
    FROM person p WHERE p.id = ${holderId} OR ${household} AND p.id IN (SELECT m.person_id FROM household_member m WHERE m.household_id = ${householdId} AND m.left_on IS NULL)`);

const accountsOf = (tx: Transaction, holderId: string): Promise<Account[]> =>
  tx.rows<Account>(
    sql`SELECT b.person_id, b.bank, b.last4, b.number_cipher FROM bank_account b WHERE b.person_id = ${holderId} ORDER BY b.created_at DESC, b.id DESC`,
  );

function presented({ secrets }: Work, person: Person, open: readonly Identity[], accounts: readonly Account[]) {
  const inFull = (what: Identity, masked: string | null, sealed: Buffer | null): string | null =>
    open.includes(what) && sealed ? secrets.open(sealed) : masked;
  return {
    personId: person.id,
    name: open.includes('name') ? person.name : maskPersonName(person.name),
    idNumber: inFull('idNumber', person.idMasked, person.idCipher),
    phone: inFull('phone', person.phoneMasked, person.phoneCipher),
    ethnicity: person.ethnicity,
    registeredAt: person.registeredAt,
    address: person.address,
    bankAccounts: accounts
      .filter(({ personId }) => personId === person.id)
      .map(({ bank, last4, numberCipher }) => ({ bank, number: inFull('bankAccount', `**** **** **** ${last4}`, numberCipher)! })),
  };
}
