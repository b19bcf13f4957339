import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { SearchResult, Workbench } from '#contract/desk';
import { DisputePage, DisputeRecord, MassIncidentPage, MediatorChoices } from '#contract/disputes';
import { DisbursementPage, HardshipPage, HardshipRecord, LegalAidPage } from '#contract/hardship';
import { EmployerPage, EmployerRecord, MediationBodyPage } from '#contract/organisations';
import { PersonMatches, PersonPage, PersonRecord, Timeline } from '#contract/people';
import { PetitionPage, PetitionRecord } from '#contract/petitions';
import { findDisbursements } from '#casework/aid/find-disbursements';
import { searchAll } from '#casework/desk/search-all';
import { getWorkbench } from '#casework/desk/workbench';
import { findDisputes } from '#casework/disputes/find-disputes';
import { findMassIncidents } from '#casework/disputes/find-mass-incidents';
import { getDispute } from '#casework/disputes/get-dispute';
import { mediatorChoices } from '#casework/disputes/mediators';
import { findHardshipFiles } from '#casework/hardship/find-hardship-files';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { findLegalAid } from '#casework/legal-aid/find-legal-aid';
import { createMediationBody } from '#casework/organisations/create-mediation-body';
import { findEmployers } from '#casework/organisations/find-employers';
import { findMediationBodies } from '#casework/organisations/find-mediation-bodies';
import { getEmployer } from '#casework/organisations/get-employer';
import { findPeople } from '#casework/people/find-people';
import { getPerson } from '#casework/people/get-person';
import { lookUpPerson } from '#casework/people/look-up-person';
import { mergePeople } from '#casework/people/merge-people';
import { personTimeline } from '#casework/people/person-timeline';
import { findPetitions } from '#casework/petitions/find-petitions';
import { getPetition } from '#casework/petitions/get-petition';
import { registerPetition } from '#casework/petitions/register-petition';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { inMediation, type Office } from '../support/a-dispute.js';
import { aPerson, anIdNumber } from '../support/a-person.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, aWorker, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: Office;
let all: Work;
const ids = { person: '', dispute: '', petition: '', employer: '', file: newId() };

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = {
    clerk: await aWorker(db, 'window-clerk', tree.city),
    reviewer: await aWorker(db, 'reviewer', tree.city),
    mediator: await aWorker(db, 'mediator', tree.city),
  };
  all = office.reviewer;
  ids.person = await aPerson(office.clerk, { name: '单雄信', idNumber: anIdNumber(1), phone: '13800001111' });
  const other = await aPerson(office.clerk, { name: '单雄信', notSameAs: [ids.person] });
  await mergePeople(all, { keptId: ids.person, mergedId: other, reason: '同一人' });
  ids.dispute = await inMediation(office, { applicantId: ids.person });
  ids.employer = (await getDispute(all, ids.dispute)).employerId!;
  const contact = {
    channel: 'V',
    purpose: 'settlement',
    subject: '20',
    detail: '51',
    petitionerId: ids.person,
    anonymous: false,
    personCount: 1,
    representatives: 0,
    contactKind: 'first',
    employerId: ids.employer,
    content: '欠薪',
  } as const;
  await registerPetition(office.clerk, contact);
  ids.petition = (await registerPetition(office.clerk, contact)).id;
  await createMediationBody(all, { kind: 'people', name: '人民调解委员会', organisationId: tree.city });
  const [household, by] = [newId(), all.actor.id];
  const insert = (table: string, row: Record<string, unknown>) =>
    db.owner.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  await insert('household', { id: household, organisation_id: tree.city });
  await insert('household_member', { id: newId(), household_id: household, person_id: ids.person, relation: 'holder' });
  await insert('hardship_file', {
    id: ids.file,
    number: '困1',
    organisation_id: tree.city,
    household_id: household,
    holder_id: ids.person,
    holder_name: '单雄信',
    status: 'active',
    era: 'R1',
    hardship_class: 'severe',
    main_cause: 'other',
    other_causes: [],
    household_size: 1,
    filed_on: '2026-01-01',
    created_by: by,
  });
  await insert('disbursement', {
    id: newId(),
    organisation_id: tree.city,
    programme: 'visit',
    person_id: ids.person,
    payee_name: '单雄信',
    cash_fen: 100,
    paid_on: '2026-01-01',
    created_by: by,
  });
  await insert('legal_aid_matter', {
    id: newId(),
    organisation_id: tree.city,
    kind: 'service',
    status: 'done',
    form: 'advice',
    person_id: ids.person,
    person_name: '单雄信',
    started_on: '2026-01-01',
    created_by: by,
  });
  await insert('mass_incident', {
    id: newId(),
    number: '群1',
    organisation_id: tree.city,
    occurred_on: '2026-01-01',
    employer_name: '某厂',
    worker_count: 100,
    created_by: by,
  });
  await insert('bank_account', {
    id: newId(),
    person_id: ids.person,
    number_cipher: db.secrets.seal('6217000000000000004'),
    number_index: Buffer.from('x'),
    last4: '0004',
  });
});
afterAll(() => db.close());

const page = { limit: 20, count: true } as const;
const answers: [string, z.ZodType, () => Promise<unknown>][] = [
  ['findDisputes', DisputePage, () => findDisputes(all, { ...page, view: 'all' })],
  ['getDispute', DisputeRecord, () => getDispute(all, ids.dispute)],
  ['mediatorChoices', MediatorChoices, () => mediatorChoices(all, ids.dispute)],
  ['findMassIncidents', MassIncidentPage, () => findMassIncidents(all, page)],
  ['findPetitions', PetitionPage, () => findPetitions(all, { ...page, view: 'all' })],
  ['getPetition', PetitionRecord, () => getPetition(all, ids.petition)],
  ['findPeople', PersonPage, () => findPeople(all, page)],
  ['lookUpPerson', PersonMatches, () => lookUpPerson(all, { name: '单雄信', idNumber: anIdNumber(3), phone: '13800001111' })],
  ['getPerson', PersonRecord, () => getPerson(all, ids.person)],
  ['personTimeline', Timeline, () => personTimeline(all, ids.person, page)],
  ['findEmployers', EmployerPage, () => findEmployers(all, page)],
  ['getEmployer', EmployerRecord, () => getEmployer(all, ids.employer)],
  ['findMediationBodies', MediationBodyPage, () => findMediationBodies(all, page)],
  ['findHardshipFiles', HardshipPage, () => findHardshipFiles(all, page)],
  ['getHardshipFile', HardshipRecord, () => getHardshipFile(all, ids.file)],
  ['findDisbursements', DisbursementPage, () => findDisbursements(all, page)],
  ['findLegalAid', LegalAidPage, () => findLegalAid(all, page)],
  ['searchAll', SearchResult, () => searchAll(all, { q: '单雄信', limit: 6 })],
  ['getWorkbench', Workbench, () => getWorkbench(office.mediator)],
];

/** Parsing drops what the contract does not name: whatever is gone afterwards had no business to leave the server. */
it.each(answers)('%s answers what the contract says, and nothing else', async (_, schema, ask) => {
  const sent = JSON.parse(JSON.stringify(await ask())) as Record<string, unknown>;
  expect(schema.parse(sent)).toEqual(sent);
  const listed = sent['items'] ?? sent['groups'];
  if (Array.isArray(listed)) expect(listed.length).toBeGreaterThan(0);
});
