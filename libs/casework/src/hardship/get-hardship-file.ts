import { openText, withOpened } from '#data/sealed-text';
import type { Transaction } from '#data/transaction';
import type { Era } from '#rules/hardship/codes';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { ruleDay } from '#rules/hardship/file-parts';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { viewClock } from '../deadlines/view-clocks.js';
import { today, type Work } from '../work.js';
import { assessmentsOf, reportOf, viewAssessment } from './eligibility/assessments-of.js';
import { withDocument } from './decisions-of.js';
import { certificateActions, fileActions } from './file-actions.js';
import { fileSeen, type FileSeen } from './file-seen.js';
import { allConsents, allMembers, viewMember } from './household/household-view.js';
import { seesSealed } from './in-file.js';
import { recordingActions } from './recording-actions.js';
import { readRulebook } from './eligibility/rulebook.js';
import { openFacts, type SealedFacts } from './sealed-facts.js';
import { viewWorksheet, worksheetsOf } from './worksheet/worksheets-of.js';

/** 一户一档: the whole file as this person may see it, and what this person may do with it now. */
export function getHardshipFile(work: Work, id: string) {
  // Read in one transaction, because what may be done is judged by the rules that will judge it.
  return work.data.inTransaction(work.actor, work.now, async (tx) => {
    const file = await fileSeen(tx, work.actor, id);
    const book = await readRulebook(tx);
    const facts = seesSealed(work.actor, file.organisationId) ? openFacts(work.secrets, file.factsCipher) : undefined;
    return { ...recordOf(work, file, book, facts), ...(await partsOf(tx, work, file, book, facts)) };
  });
}

/** What leaves as it is. A new column stays behind until it is named here. */
const shown = [
  ...(['id', 'number', 'holderId', 'hardshipClass', 'status', 'mainCause', 'otherCauses', 'householdId', 'householdSize', 'era'] as const),
  ...(['employerId', 'employerName', 'employment', 'organisationId', 'organisationName', 'handlerId', 'handlerName', 'filedBy'] as const),
  ...(['begunOn', 'filedOn', 'receivedOn', 'reviewedOn', 'reviewOn', 'endedOn', 'endGround', 'earlierFileId', 'certificateNo'] as const),
  ...(['visits', 'verifications', 'certificates', 'aid', 'version'] as const),
];

function recordOf(work: Work, file: FileSeen, { rules }: Rulebook, facts: SealedFacts | undefined) {
  const record = Object.fromEntries(shown.map((column) => [column, file[column]])) as Pick<FileSeen, (typeof shown)[number]>;
  const day = ruleDay({
    status: file.status as FileStatus,
    receivedOn: file.receivedOn,
    reviewBegunOn: file.reviewBegunOn,
    today: today(work),
  });
  const formEra: Era = eligibilityRuleInForce(rules, day)?.era ?? (file.era as Era);
  return {
    ...record,
    ...textsOf(work, file),
    formEra,
    holderName: maskPersonName(file.holderName),
    imported: file.importRowId !== null,
    reviewReasons: file.reviewReasons ?? [],
    sealedShown: facts !== undefined,
    form: { plain: file.form ?? {}, sealed: facts?.answers ?? null, household: facts?.household ?? null, ends: facts?.ends ?? null },
  };
}

/** What was said of the family, for who may read the file. */
function textsOf({ secrets }: Work, { notices, pairings, attachments, timeline, remarkCipher }: FileSeen) {
  return {
    remark: openText(secrets, remarkCipher),
    notices: withOpened(secrets, notices, 'reason'),
    pairings: withOpened(secrets, pairings, 'endedReason'),
    attachments: withOpened(secrets, attachments, 'fileName'),
    timeline: withOpened(secrets, timeline, 'note'),
  };
}

async function partsOf(tx: Transaction, work: Work, file: FileSeen, book: Rulebook, facts: SealedFacts | undefined) {
  const [members, consents, worksheets, assessments] = await Promise.all([
    allMembers(tx, file.householdId),
    allConsents(tx, file.id),
    worksheetsOf(tx, file.id),
    assessmentsOf(tx, file.id),
  ]);
  const seen = members.map((member) => viewMember(member, { holderId: file.holderId, consents, facts, today: today(work) }));
  const current = seen.filter(({ leftOn }) => leftOn === null);
  const memberIds = current.map(({ id }) => id);
  const rows = assessments.map((row, index) => viewAssessment(work, file, row, index === 0));
  return {
    members: current,
    formerMembers: seen.filter(({ leftOn }) => leftOn !== null),
    consents,
    worksheets: worksheets.map((row) => viewWorksheet(work, file, row, memberIds)),
    assessments: rows,
    assessment: assessments[0] && facts ? { row: rows[0], ...reportOf(work, book, assessments[0]) } : null,
    decisions: withOpened(work.secrets, file.decisions, 'reason').map(withDocument),
    clocks: file.clocks.map((clock) => viewClock(clock, work.clockwork, today(work))),
    actions: [
      ...recordingActions(work.actor, file, worksheets),
      ...(await fileActions(tx, work, file)),
      ...certificateActions(work, file, file.certificates),
    ],
  };
}
