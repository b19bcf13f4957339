import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { leavings, relations } from '#rules/hardship/household/household-members';
import { ownWord, yearlyWords, type Evidence } from '#rules/hardship/reviews/review-evidence';
import { worksheetChanges, type WorksheetChange } from '#rules/hardship/worksheet/worksheet-changes';
import { incomeKinds, notCountedKinds, outlayKinds } from '#rules/hardship/worksheet/worksheet-kinds';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { Label } from '#rules/shared/label';
import type { PlainDate } from '#rules/shared/plain-date';
import type { FileRow } from '../hardship/household/household-of-file.js';
import { allMembers } from '../hardship/household/household-view.js';
import { openSheet } from '../hardship/worksheet/kept-worksheet.js';
import { openFacts } from '../hardship/sealed-facts.js';
import type { Work } from '../work.js';

/** Who joined and who left since then. Why somebody left is sealed: only for who works on the file. */
export async function evidenceOfMembers(
  tx: Transaction,
  work: Work,
  file: FileRow,
  since: PlainDate,
  sealed: boolean,
): Promise<Evidence[]> {
  const { members } = openFacts(work.secrets, sealed ? file.factsCipher : null);
  return (await allMembers(tx, file.householdId)).flatMap(({ id, name, relation, joinedOn, leftOn }): Evidence[] => {
    const leaving = members[id]?.leaving;
    if (leaving === 'mistaken') return [];
    const standing = relations[relation as keyof typeof relations] ?? ownWord(relation);
    const common = { personName: maskPersonName(name), what: null, source: null };
    const left = { zh: '已不在户', en: 'No longer of the household' };
    return [
      ...(joinedOn && joinedOn > since ? [{ ...common, kind: 'member-joined' as const, on: joinedOn, was: null, is: standing }] : []),
      ...(leftOn && leftOn > since
        ? [{ ...common, kind: 'member-left' as const, on: leftOn, was: standing, is: leaving ? leavings[leaving] : left }]
        : []),
    ];
  });
}

interface SheetRow {
  sheetCipher: Buffer;
  periodTo: PlainDate;
}

/** The newest worksheet beside the one that the last review rested on. */
export async function evidenceOfSheets(tx: Transaction, work: Work, file: FileRow, since: PlainDate): Promise<Evidence[]> {
  const before = await tx.find<SheetRow>(sql`SELECT sheet_cipher, period_to FROM hardship_worksheet
    WHERE file_id = ${file.id} AND status = 'checked' AND checked_at < (${since}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' ORDER BY number DESC LIMIT 1`);
  const after = await tx.find<SheetRow>(sql`SELECT sheet_cipher, period_to FROM hardship_worksheet
    WHERE file_id = ${file.id} AND status <> 'dropped' AND (checked_at IS NULL OR checked_at >= (${since}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') ORDER BY number DESC LIMIT 1`);
  if (!before || !after) return [];
  const names = new Map((await allMembers(tx, file.householdId)).map(({ id, name }) => [id, maskPersonName(name)]));
  const changes = worksheetChanges(openSheet(work.secrets, before.sheetCipher), openSheet(work.secrets, after.sheetCipher));
  return changes.map((change) => ({
    kind: 'sheet',
    on: after.periodTo,
    personName: names.get(change.memberId) ?? null,
    what: kindWords(change),
    was: change.wasFen === null ? null : yearlyWords(change.wasFen),
    is: change.isFen === null ? null : yearlyWords(change.isFen),
    source: null,
  }));
}

function kindWords({ kind }: WorksheetChange): Label {
  const kinds: Readonly<Record<string, Label>> = { ...incomeKinds, ...notCountedKinds, ...outlayKinds };
  return kinds[kind]!;
}
