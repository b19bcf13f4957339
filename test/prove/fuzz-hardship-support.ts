/** Hardship files for the fuzz: at every stage, with all that hangs on them, and what belongs to what, read anew for each round. */
import type pg from 'pg';
import type { Dice } from '../support/dice.js';
import * as office from '../support/a-case-of-hardship.js';
import { prepareFiles } from './hardship-lifecycle-files-support.js';
import { day, type World } from './access-world-support.js';
import type { Known, Nearby } from './fuzz-schema-support.js';

/** Bodies where a random one would get nowhere, by the name of their field. */
export const hardshipWords: Known = {
  fields: [
    [{ name: 'metName', value: '李月', at: `${day(-1)}T02:00:00Z`, base: 1 }],
    [{ name: 'livingTogether', value: 3, at: `${day(-1)}T03:00:00Z`, base: 1 }],
    [
      { name: 'place', value: 'home', at: `${day(-2)}T03:00:00Z`, base: 1 },
      { name: 'visitor2', value: { name: '郑和平', userId: null }, at: `${day(-2)}T03:00:00Z`, base: 1 },
    ],
    [],
  ],
  thresholds: [{ 'deep-net': 110 }, { 'deep-net': 120 }],
  ruleId: ['R3.1'],
  division: ['320500', '320508'],
  validFrom: [day(40), day(200)],
  phone: ['0512-65221234'],
  toldOn: [day(0), day(-1)],
  ground: ['lifted', 'left', 'own-request', 'death'],
  proof: ['本人申请'],
  field: ['metName', 'place'],
  choice: [0, 1],
};

/** Tables of what hangs on a file, by the name that paths and bodies have for one of its rows. */
const PARTS: Readonly<Record<string, string>> = {
  consentId: 'hardship_consent',
  worksheetId: 'hardship_worksheet',
  assessmentId: 'hardship_assessment',
  visitId: 'hardship_visit',
  verificationId: 'hardship_verification',
  objectionId: 'hardship_objection',
  certificateId: 'hardship_certificate',
  pairingId: 'pairing',
};
/** What an address of its own begins with. */
const SEGMENTS: Readonly<Record<string, string>> = {
  visitId: 'hardship-visits id',
  certificateId: 'hardship-certificates id',
  pairingId: 'pairings id',
};

interface Part {
  file: string | null;
  name: string;
  id: string;
  version: number | null;
}

const everyPart = [
  `SELECT NULL::uuid AS file, 'fileId' AS name, id::text, version FROM hardship_file`,
  ...Object.entries(PARTS).map(([name, table]) => `SELECT file_id, '${name}', id::text, version FROM ${table}`),
  `SELECT subject_id, 'attachmentId', id::text, version FROM attachment WHERE noun = 'hardship'`,
  `SELECT f.id, 'memberId', m.id::text, NULL FROM hardship_file f JOIN household_member m USING (household_id)`,
  `SELECT f.id, 'personId', m.person_id::text, NULL FROM hardship_file f JOIN household_member m USING (household_id)`,
  `SELECT file_id, 'token', token, NULL FROM hardship_certificate`,
  `SELECT NULL, 'candidateId', id::text, version FROM hardship_candidate`,
  `SELECT NULL, 'policyId', id::text, version FROM policy_draft`,
].join(' UNION ALL ');

/** What can be named now, and what each of it belongs to: the version of a thing, the parts of a file. */
export async function lookAround(owner: pg.Pool, known: Record<string, unknown[]>, nearby: Nearby): Promise<void> {
  const { rows } = await owner.query<Part>(everyPart);
  const named = Map.groupBy(rows, ({ name }) => name);
  const ids = (name: string): string[] => (named.get(name) ?? []).map(({ id }) => id);
  known['hardship-files id'] = ids('fileId');
  known['certificates token'] = ids('token');
  for (const [name, segment] of Object.entries(SEGMENTS)) known[segment] = ids(name);
  nearby.clear();
  for (const { id, version } of rows) if (version !== null) nearby.set(id, { version: [version] });
  for (const { file, name, id } of rows) {
    const parts = file && (nearby.get(file) as Record<string, unknown[]> | undefined);
    if (parts) (parts[name] ??= []).push(id);
  }
}

const STAGES = [
  office.aDraft,
  office.aSubmitted,
  office.aChecked,
  office.aVisited,
  office.aVerifying,
  office.aVerified,
  office.aReviewed,
  office.onNotice,
] as const satisfies readonly ((at: office.AidOffice) => Promise<string>)[];

export interface Families {
  /** some more of them, for what was done to those before */
  more(): Promise<void>;
}

/** Families that came to a real office, by its own people: those who act in the fuzz are others, who may check and approve. */
export async function families({ db, places }: World, random: Dice): Promise<Families> {
  const at = await office.anAidOffice(db, places.north);
  await prepareFiles(at, places.south);
  const more = async (): Promise<void> => {
    for (let n = 0; n < 2; n += 1) {
      const fileId = await random.pick(STAGES)(at);
      if (random(3) === 0) await office.reckon(at, fileId).catch(() => undefined);
    }
  };
  return { more };
}
