import { sealText } from '#data/sealed-text';
import type { Transaction } from '#data/transaction';
import { mayStateCauses } from '#rules/hardship/causes';
import type { EmploymentState, Era, HardshipCause } from '#rules/hardship/codes';
import { eligibilityRuleInForce } from '#rules/hardship/eligibility/eligibility-rule';
import { changedAnswers, mayAnswerForm, type HouseholdAnswers, type PlainAnswers, type SealedAnswers } from '#rules/hardship/file-form';
import { refuseIf } from '#rules/shared/refusal';
import { resolveEmployer } from '../organisations/resolve-employer.js';
import { today, type Work } from '../work.js';
import { ruleDayOf, type FileRow } from './household/household-of-file.js';
import { inFile } from './in-file.js';
import { readRulebook } from './eligibility/rulebook.js';
import { openFacts, sealFacts, type KnownEnd } from './sealed-facts.js';

export interface FormChange {
  fileId: string;
  version: number;
  mainCause?: HardshipCause | undefined;
  otherCauses?: readonly HardshipCause[] | undefined;
  employment?: EmploymentState | null | undefined;
  employerId?: string | null | undefined;
  employerName?: string | null | undefined;
  remark?: string | null | undefined;
  plain?: PlainAnswers | undefined;
  sealed?: SealedAnswers | undefined;
  household?: HouseholdAnswers | undefined;
  ends?: readonly KnownEnd[] | undefined;
}

/** 档案表: what is left out stays, null empties. What was there before stays readable in the file's versions. */
export function changeFileForm(work: Work, change: FormChange): Promise<void> {
  return inFile(work, 'changeFileForm', change, async (tx, file) => {
    const era = await formEraOf(tx, work, file);
    refuseIf(mayAnswerForm(era, { ...change.plain, ...change.sealed }));
    const changes: Partial<FileRow> = {
      ...causes(file, era, change),
      ...(change.employment !== undefined && { employment: change.employment }),
      ...(await employer(tx, work, change)),
      ...(change.remark !== undefined && { remarkCipher: sealText(work.secrets, change.remark?.trim()) }),
      ...(change.plain && { form: changedAnswers((file.form ?? {}) as PlainAnswers, change.plain) as FileRow['form'] }),
      ...sealedParts(work, file, change),
    };
    if (Object.keys(changes).length === 0) return;
    await tx.update('hardship_file', file, changes);
    tx.tell({
      noun: 'hardship',
      subjectId: file.id,
      organisationId: file.organisationId,
      personId: file.holderId,
      kind: 'hardship.form-changed',
      happenedOn: today(work),
    });
    tx.audit({
      type: 'hardship.form-changed',
      subject: { noun: 'hardship', id: file.id },
      organisationId: file.organisationId,
      details: { fields: namesOf(change) },
    });
  });
}

/** The layer of the rule that governs the file now: its lists are those to choose from. */
export async function formEraOf(tx: Transaction, work: Work, file: FileRow): Promise<Era> {
  const rule = eligibilityRuleInForce((await readRulebook(tx)).rules, await ruleDayOf(tx, work, file));
  return rule?.era ?? (file.era as Era);
}

function causes(file: FileRow, era: Era, { mainCause, otherCauses }: FormChange): Partial<FileRow> {
  if (mainCause === undefined && otherCauses === undefined) return {};
  const main = mainCause ?? (file.mainCause as HardshipCause);
  const others = otherCauses ?? (file.otherCauses as HardshipCause[]);
  refuseIf(mayStateCauses(era, [main], others));
  return { mainCause: main, otherCauses: [...others] };
}

async function employer(tx: Transaction, work: Work, { employerId, employerName }: FormChange): Promise<Partial<FileRow>> {
  if (employerId === undefined && employerName === undefined) return {};
  if (!employerId && !employerName) return { employerId: null, employerName: null };
  const { id, name } = await resolveEmployer(tx, work.actor, { employerId, name: employerName ?? '' });
  return { employerId: id, employerName: name };
}

function sealedParts({ secrets }: Work, file: FileRow, { sealed, household, ends }: FormChange): Partial<FileRow> {
  if (!sealed && !household && !ends) return {};
  const was = openFacts(secrets, file.factsCipher);
  return {
    factsCipher: sealFacts(secrets, {
      ...was,
      answers: changedAnswers(was.answers, sealed),
      household: changedAnswers(was.household, household),
      ends: ends ?? was.ends,
    }),
  };
}

/** The fields that were sent, by name alone: what was answered is nobody's business on the audit trail. */
function namesOf({ plain, sealed, household, ...change }: FormChange): string[] {
  const given = { ...change, fileId: undefined, version: undefined, ...plain, ...sealed, ...household };
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
