import { candidateHappenings } from '#rules/hardship/finder/candidate-codes';
import { disputeMoveLabels } from '#rules/disputes/dispute-lifecycle';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { petitionMoveLabels } from '#rules/petitions/petition-lifecycle';
import type { z } from 'zod';
import type { ActivityLine } from '#contract/shared';
import type { TimelineEntry } from '../../kit/Timeline.js';
import type { Label, Words } from '../../kit/words.js';
import { nounWord } from '../../locales/nouns.js';
import { pathOf } from '../../routes/paths.js';
import { fileHappenings } from '../hardship/file-happenings.js';

/** The lines of a timeline that are no moves of a lifecycle. */
const others: Readonly<Record<string, Label>> = {
  register: { zh: '登记', en: 'Registered' },
  registered: { zh: '登记', en: 'Registered' },
  create: { zh: '建立档案', en: 'Record created' },
  created: { zh: '建立档案', en: 'Record created' },
  change: { zh: '修改信息', en: 'Changed' },
  changed: { zh: '修改信息', en: 'Changed' },
  import: { zh: '由台账导入', en: 'Imported from a ledger' },
  imported: { zh: '由台账导入', en: 'Imported from a ledger' },
  updated: { zh: '由台账更新', en: 'Updated from a ledger' },
  merge: { zh: '合并重复记录', en: 'Duplicate merged' },
  merged: { zh: '合并重复记录', en: 'Duplicate merged' },
  'merge-undone': { zh: '撤销合并', en: 'Merge undone' },
  reveal: { zh: '查看敏感信息', en: 'Masked value shown' },
  revealed: { zh: '查看敏感信息', en: 'Masked value shown' },
  file: { zh: '建立困难档案', en: 'Hardship file opened' },
  filed: { zh: '建立困难档案', en: 'Hardship file opened' },
  pay: { zh: '发放', en: 'Paid' },
  paid: { zh: '发放', en: 'Paid' },
  visited: { zh: '走访慰问', en: 'Visited' },
  addAttachment: { zh: '补充材料', en: 'Paper added' },
  removeAttachment: { zh: '移除材料', en: 'Paper removed' },
  met: { zh: '来访', en: 'Met' },
};

const moves: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  dispute: disputeMoveLabels,
  petition: petitionMoveLabels,
  hardship: { ...fileMoveLabels, ...fileHappenings },
  candidate: candidateHappenings,
};

type Line = z.infer<typeof ActivityLine>;

/** `dispute.accept` → 受理; what no list knows is told by its noun alone. */
export function activityTitle({ noun, kind }: Pick<Line, 'noun' | 'kind'>, { say, t, language }: Words): string {
  const move = kind.slice(kind.indexOf('.') + 1);
  const known = moves[noun]?.[move] ?? others[move];
  return known ? say(known) : t('record.something', { noun: nounWord(noun, language) });
}

/** Lines for the kit's timeline; `own` is the record they are shown on, which needs no link to itself. */
export function timelineEntries(lines: readonly Line[], words: Words, own: string): TimelineEntry[] {
  return lines.map((line) => {
    const path = line.subjectId === own ? undefined : pathOf(line.noun, line.subjectId);
    return {
      id: line.id,
      on: line.happenedOn,
      recordedAt: line.recordedAt,
      actorName: line.actorName,
      title: activityTitle(line, words),
      note: line.note,
      link: path ? { path, text: nounWord(line.noun, words.language) } : undefined,
    };
  });
}
