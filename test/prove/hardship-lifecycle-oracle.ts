/**
 * What may be done to a hardship file, written down by hand from the practice and read from none of the program's own
 * tables: which operation is open in which status and where it leads, who does it, and whose own work it may not be.
 */

/** Each status with what is open in it: `operation → status afterwards`. What is not written here is not open. */
const LIFE = `
draft           submitFile → submitted; withdrawFile → withdrawn
submitted       sendBackFile → sent_back; passFirstCheck → prelim_ok; withdrawFile → withdrawn
sent_back       submitFile → submitted; withdrawFile → withdrawn
prelim_ok       sendBackFile → sent_back; recordVisit → visited; refuseFile → refused; withdrawFile → withdrawn
visited         beginVerification → verifying; refuseFile → refused; withdrawFile → withdrawn
verifying       recordVerification → verified; withdrawFile → withdrawn
verified        verifyAgain → verifying; reviewFile → reviewed; refuseFile → refused; withdrawFile → withdrawn
reviewed        verifyAgain → verifying; openNotice → notice; refuseFile → refused; withdrawFile → withdrawn
notice          recordObjection → objected; approveFile → approved; withdrawFile → withdrawn
objected        recordObjection → objected; dismissObjection → notice; upholdObjection → verifying; refuseFile → refused; withdrawFile → withdrawn
approved        activateFile → active; withdrawFile → withdrawn
active          beginReview → under_review; endFile → exited_other; transferFile → transferred
under_review    renewFile → active; raiseClass → active; proposeLower → class_notice; proposeExit → exit_notice; endFile → exited_other; transferFile → transferred
class_notice    recordObjection → class_objected; lowerClass → active; withdrawProposal → under_review; endFile → exited_other
class_objected  recordObjection → class_objected; dismissObjection → class_notice; upholdObjection → under_review; endFile → exited_other
exit_notice     recordObjection → exit_objected; liftFile → lifted; deregisterFile → exited_other; withdrawProposal → under_review; endFile → exited_other
exit_objected   recordObjection → exit_objected; dismissObjection → exit_notice; upholdObjection → under_review; endFile → exited_other
lifted          returnToHardship → returned
exited_other    returnToHardship → returned
transferred
returned
refused
withdrawn
`;

/** status → operation → status afterwards */
export const life: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  LIFE.trim()
    .split('\n')
    .map((line): [string, ReadonlyMap<string, string>] => {
      const [status, ...rest] = line.split(/\s+/);
      const moves = rest.join(' ').split(';').filter(Boolean);
      return [status!, new Map(moves.map((move) => move.split('→').map((word) => word.trim()) as [string, string]))];
    }),
);

const TAKES_DOWN = ['window-clerk', 'aid-officer', 'statistician', 'unit-union'];
const CHECKS = ['aid-officer', 'reviewer', 'unit-union'];
const REVIEWS = ['reviewer'];
const APPROVES = ['approver'];

export const whoDoes: Readonly<Record<string, readonly string[]>> = {
  submitFile: TAKES_DOWN,
  sendBackFile: CHECKS,
  passFirstCheck: CHECKS,
  recordVisit: TAKES_DOWN,
  beginVerification: CHECKS,
  recordVerification: CHECKS,
  verifyAgain: CHECKS,
  reviewFile: REVIEWS,
  refuseFile: APPROVES,
  openNotice: REVIEWS,
  recordObjection: TAKES_DOWN,
  dismissObjection: REVIEWS,
  upholdObjection: REVIEWS,
  approveFile: APPROVES,
  activateFile: APPROVES,
  withdrawFile: TAKES_DOWN,
  beginReview: TAKES_DOWN,
  renewFile: APPROVES,
  raiseClass: APPROVES,
  proposeLower: REVIEWS,
  lowerClass: APPROVES,
  proposeExit: REVIEWS,
  withdrawProposal: REVIEWS,
  liftFile: APPROVES,
  deregisterFile: APPROVES,
  endFile: TAKES_DOWN,
  transferFile: TAKES_DOWN,
  returnToHardship: TAKES_DOWN,
};

/**
 * Who may write anything into hardship files, which is to hold one for a move; the union of an employer only its own, whoever
 * else everything below. Who may only look does not even get hold of one.
 */
const WRITES = ['window-clerk', 'aid-officer', 'reviewer', 'approver', 'statistician', 'unit-union'];
export const holds = (role: string, relation: Relation): boolean =>
  WRITES.includes(role) && (relation === 'own' || (relation === 'above' && role !== 'unit-union'));

/** Where somebody works, seen from the union that keeps the file. */
export const relations = ['own', 'above', 'below', 'elsewhere'] as const;
export type Relation = (typeof relations)[number];

/** Nobody checks their own work: of the people of the test office, who may not do it though the right were theirs. */
export const ownWork: Readonly<Record<string, readonly ('clerk' | 'officer' | 'reviewer')[]>> = {
  // the clerk visited and reckoned, the officer checked and verified
  reviewFile: ['clerk', 'officer'],
  refuseFile: ['clerk', 'officer'],
  // and the reviewer reviewed and published
  approveFile: ['clerk', 'officer', 'reviewer'],
  // the clerk took the objection down
  dismissObjection: ['clerk'],
  upholdObjection: ['clerk'],
  renewFile: ['clerk', 'officer'],
  raiseClass: ['clerk', 'officer'],
  proposeLower: ['clerk', 'officer'],
  // the reviewer announced it
  lowerClass: ['reviewer'],
  liftFile: ['reviewer'],
  deregisterFile: ['reviewer'],
};

/** 2026: weekends that are worked and weekdays that are not, of the months in which the windows are tried. */
const MADE_UP = new Set(['2026-05-09', '2026-09-20', '2026-10-10']);
const OFF = new Set([
  '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07',
]); // prettier-ignore
const WINDOW = 5;

export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
export function isWorkday(day: string): boolean {
  const week = new Date(`${day}T00:00:00Z`).getUTCDay();
  return MADE_UP.has(day) || (week !== 0 && week !== 6 && !OFF.has(day));
}

/**
 * Whether the window of a notice has gone by on a day: five working days after the day it was given have passed on which
 * no objection was open. Counted a day at a time.
 */
export function windowIsOver(givenOn: string, pauses: readonly { from: string; to: string | null }[], today: string): boolean {
  let counted = 0;
  for (let day = nextDay(givenOn); day < today; day = nextDay(day)) {
    const stands = pauses.some(({ from, to }) => day >= from && (to === null || day < to));
    if (isWorkday(day) && !stands) counted += 1;
    if (counted === WINDOW) return true;
  }
  return false;
}
