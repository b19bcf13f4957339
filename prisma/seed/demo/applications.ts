/** Applications of this autumn at the city's own window, one at each step of the way, done by the people with the named accounts. */
import { actorOf } from '#casework/access/actor-of';
import { activateFile } from '#casework/hardship/application/activate-file';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { agreeToOverride } from '#casework/hardship/eligibility/agree-to-override';
import { approveFile } from '#casework/hardship/application/approve-file';
import { askElsewhereOfFile } from '#casework/hardship/elsewhere/ask-elsewhere';
import { askOverride } from '#casework/hardship/eligibility/ask-override';
import { assessFile } from '#casework/hardship/eligibility/assess-file';
import { beginVerification } from '#casework/hardship/application/begin-verification';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { checkWorksheet } from '#casework/hardship/worksheet/check-worksheet';
import { completeVisit } from '#casework/hardship/visits/complete-visit';
import { draftHardshipFile } from '#casework/hardship/draft-hardship-file';
import { mergeVisitChange } from '#casework/hardship/visits/merge-visit-change';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { openVisit } from '#casework/hardship/visits/open-visit';
import { passFirstCheck } from '#casework/hardship/application/pass-first-check';
import { recordConsent } from '#casework/hardship/household/record-consent';
import { recordVerification } from '#casework/hardship/application/record-verification';
import { recordVisit } from '#casework/hardship/application/record-visit';
import { reviewFile } from '#casework/hardship/application/review-file';
import { saveWorksheet } from '#casework/hardship/worksheet/save-worksheet';
import { signWorksheet } from '#casework/hardship/worksheet/sign-worksheet';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import { submitFile } from '#casework/hardship/application/submit-file';
import { createPerson } from '#casework/people/create-person';
import type { Work } from '#casework/work';
import type { HardshipClass } from '#rules/hardship/codes';
import { consentsNeeded } from '#rules/hardship/household/household-members';
import { inPerson } from '#rules/hardship/household/signer';
import { fen } from '#rules/shared/money';
import { addDays, dateInShanghai, type PlainDate } from '#rules/shared/plain-date';
import { newId } from '#runtime/ids';
import type pg from 'pg';
import { aName, anIdNumber, aPhone, aRareName, Chance } from './chance.js';

interface Application {
  /** how many days ago the family came to the window */
  ago: number;
  steps: number;
  hardshipClass?: HardshipClass;
}
/** The days from the first word at the window to each step; the notice hangs long enough for the longest holidays. */
const DAYS = [0, 1, 3, 3, 6, 7, 8, 24, 24] as const;
const CITY = '320500';
/** From the one just submitted to those on file, of which one has a certificate. */
const applications: readonly Application[] = [
  { ago: 1, steps: 0 },
  { ago: 4, steps: 1 },
  { ago: 5, steps: 1 },
  { ago: 7, steps: 2 },
  { ago: 9, steps: 3 },
  { ago: 11, steps: 4 },
  { ago: 13, steps: 5 },
  { ago: 11, steps: 6 },
  { ago: 12, steps: 6, hardshipClass: 'severe' },
  { ago: 22, steps: 6 },
  { ago: 40, steps: 8 },
  { ago: 47, steps: 8, hardshipClass: 'severe' },
];

interface Desk {
  owner: pg.Client;
  chance: Chance;
  day: PlainDate;
  at: (who: 'window01' | 'aid01' | 'reviewer01' | 'manager01') => Work;
}
interface Family {
  fileId: string;
  hardshipClass: HardshipClass;
  memberIds: readonly string[];
}

/** Says how many came; none where they came before. After a broken load they are others, for their numbers are taken. */
export async function takeApplications(base: Work, owner: pg.Client): Promise<{ applications: number }> {
  const { rows: before } = await owner.query<{ ended: boolean; begun: number }>(
    `SELECT EXISTS (SELECT FROM hardship_decision WHERE move = 'activate') AS ended, (SELECT count(*) FROM hardship_visit)::int AS begun`,
  );
  if (before[0]!.ended) return { applications: 0 };
  const chance = new Chance(2016 + before[0]!.begun);
  const { rows } = await owner.query<{ id: string; username: string }>(
    `SELECT id, username FROM "user" WHERE username IN ('window01', 'aid01', 'reviewer01', 'manager01')`,
  );
  const actors = new Map<string, Work['actor']>();
  for (const { id, username } of rows) actors.set(username, await actorOf(base.data, id));
  const today = dateInShanghai(base.now.getTime());
  const on = (day: PlainDate): Desk => ({
    owner,
    chance,
    day,
    at: (who) => ({ ...base, actor: actors.get(who)!, now: day === today ? base.now : new Date(`${day}T02:00:00Z`) }),
  });
  for (const application of applications) await play(application, today, on);
  return { applications: applications.length };
}

async function play({ ago, steps, hardshipClass = 'deep' }: Application, today: PlainDate, on: (day: PlainDate) => Desk): Promise<void> {
  const came = addDays(today, -ago);
  const family = { ...(await apply(on(came))), hardshipClass };
  for (const [n, step] of way.slice(0, steps).entries()) await step(on(addDays(came, DAYS[n + 1]!)), family);
}

const versionOf = async (owner: pg.Client, fileId: string) => ({
  fileId,
  version: (await owner.query<{ version: number }>('SELECT version FROM hardship_file WHERE id = $1', [fileId])).rows[0]!.version,
});

/** What is done after the application, in the order in which it is done. */
const way: readonly ((desk: Desk, family: Family) => Promise<void>)[] = [
  async ({ owner, at }, { fileId }) => passFirstCheck(at('aid01'), await versionOf(owner, fileId)),
  async (desk, { fileId }) => {
    await visit(desk, fileId);
    await recordVisit(desk.at('window01'), await versionOf(desk.owner, fileId));
  },
  async ({ owner, at }, { fileId }) => beginVerification(at('aid01'), await versionOf(owner, fileId)),
  verify,
  async ({ owner, at }, { fileId, hardshipClass }) => reviewFile(at('reviewer01'), { ...(await versionOf(owner, fileId)), hardshipClass }),
  async ({ owner, at }, { fileId }) => {
    await openNotice(at('reviewer01'), { ...(await versionOf(owner, fileId)), phone: '0512-65221234', place: '市职工服务中心公告栏' });
    await askElsewhereOfFile(at('aid01'), fileId);
  },
  async ({ owner, at }, { fileId }) => {
    await askElsewhereOfFile(at('aid01'), fileId);
    await approveFile(at('manager01'), await versionOf(owner, fileId));
  },
  async ({ owner, at }, { fileId }) => activateFile(at('manager01'), await versionOf(owner, fileId)),
];

async function apply({ owner, at, chance, day }: Desk): Promise<Omit<Family, 'hardshipClass'>> {
  const clerk = at('window01');
  const { id: holderId } = await createPerson(clerk, {
    name: aRareName(chance),
    idNumber: anIdNumber(chance, CITY),
    phone: aPhone(chance),
    address: '苏州市姑苏区沧浪街道三香社区',
    notSameAs: [],
  });
  const { id: fileId } = await draftHardshipFile(clerk, {
    holderId,
    mainCause: 'major-illness',
    otherCauses: ['schooling'],
    employment: 'employed',
  });
  const join = async (person: object, relation: 'spouse' | 'child', more: object): Promise<void> =>
    addHouseholdMember(clerk, {
      ...(await versionOf(owner, fileId)),
      person: { notSameAs: [], name: aRareName(chance), ...person },
      relation,
      ...more,
    });
  await join({ idNumber: anIdNumber(chance, CITY) }, 'spouse', {
    status: '失业',
    answers: { health: 'good', medicalInsurance: '居民医保' },
  });
  await join({ birthDate: addDays(day, -10 * 365), sex: 'female' }, 'child', {
    status: '学生',
    schooling: '三香小学',
    answers: { health: 'good' },
  });
  await changeFileForm(clerk, { ...(await versionOf(owner, fileId)), ...answers });
  const { rows } = await owner.query<{ id: string; person: string; birth: PlainDate | null }>(
    `SELECT m.id, m.person_id AS person, p.birth_date::text AS birth FROM household_member m JOIN person p ON p.id = m.person_id JOIN hardship_file f ON f.household_id = m.household_id WHERE f.id = $1 ORDER BY m.recorded_at, m.id`,
    [fileId],
  );
  for (const { person: personId, birth: birthDate } of rows)
    for (const kind of consentsNeeded({ isHolder: personId === holderId, birthDate }, day))
      await recordConsent(clerk, { fileId, personId, kind, signedOn: day, signedBy: kind === 'guardian' ? aName(chance) : inPerson.zh });
  await submitFile(clerk, await versionOf(owner, fileId));
  return { fileId, memberIds: rows.map(({ id }) => id) };
}

const answers = {
  plain: { marriage: 'married', registration: 'urban', singleParent: false, canSelfHelp: true, zeroEmployment: false },
  sealed: { health: 'end-stage-kidney', housing: 'rented', floorArea: '50', causeNote: '户主终末期肾病，每周透析三次，自付费用高。' },
  household: {
    dwellings: 1,
    hiresInBusiness: false,
    schoolFee: fen(0),
    publicSchoolFee: fen(0),
    studyAbroad: false,
    carNotForWork: false,
  },
} as const;

const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

async function visit({ at, chance, day }: Desk, fileId: string): Promise<void> {
  const clerk = at('window01');
  const { id: visitId } = await openVisit(clerk, { fileId, purpose: 'intake' });
  const seen = {
    visitedOn: day,
    place: 'home',
    metName: aName(chance),
    metRelation: 'spouse',
    livingTogether: 3,
    housing: 'rented',
    housingState: 'poor',
    vehicle: 'none',
    incomeToldFen: 210_000,
    illness: true,
    illnessNote: '户主肾病，每周透析三次',
    disability: false,
    pupils: 1,
    neighbours: 'agree',
    needs: ['medical', 'schooling'],
    noPhotos: '家属不同意拍照',
    visitor1: { name: clerk.actor.name, userId: clerk.actor.id },
    conclusion1: 'true',
    visitor2: { name: aName(chance), userId: null },
    conclusion2: 'true',
    signedBy: aName(chance),
    signature: `data:image/png;base64,${POINT}`,
  };
  const fields = Object.entries(seen).map(([name, value]) => ({ name, value, at: clerk.now.toISOString(), base: 1 }));
  const { visit: merged } = await mergeVisitChange(clerk, { visitId, clientId: newId(), changeId: newId(), fields });
  await completeVisit(clerk, { visitId, version: merged.version });
}

/** The clerk reckons, the applicant signs, the officer checks, assesses and takes down what the authorities reported. */
async function verify({ owner, at, day, chance }: Desk, { fileId, memberIds, hardshipClass }: Family): Promise<void> {
  const [clerk, officer] = [at('window01'), at('aid01')];
  const [holder, , child] = memberIds as [string, string, string];
  const worksheetId = await startWorksheet(clerk, { fileId });
  const lines = [
    { memberId: holder, side: 'income', kind: 'wages', amountFen: fen(180_000 + 1_000 * chance.below(60)), frequency: 'monthly' },
    { memberId: holder, side: 'outlay', kind: 'medical', amountFen: fen(600_000), frequency: 'yearly' },
    { memberId: child, side: 'outlay', kind: 'schooling', amountFen: fen(60_000), frequency: 'yearly' },
  ] as const;
  const sheet = lines.map((line, n) => ({ ...line, id: newId(), voucherId: `凭证${n + 1}` }));
  await saveWorksheet(clerk, { fileId, worksheetId, version: 1, lines: sheet });
  await signWorksheet(clerk, { fileId, worksheetId, version: 2, signedBy: inPerson.zh });
  await checkWorksheet(officer, { fileId, worksheetId, version: 3 });
  const assessmentId = await assessFile(officer, { fileId });
  if (hardshipClass === 'severe') {
    const reason = '自付医疗费用高，家庭支出型困难，另有凭证说明';
    await askOverride(officer, { fileId, assessmentId, version: 1, wanted: hardshipClass, reason });
    await agreeToOverride(at('manager01'), { fileId, assessmentId, version: 2 });
  }
  await recordVerification(officer, { ...(await versionOf(owner, fileId)), reportedOn: day, findings: '名下无房产、无车辆登记' });
}
