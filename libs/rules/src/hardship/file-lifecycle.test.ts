import { describe, expect, it } from 'vitest';
import clockRows from '../../../../prisma/seed/data/clock-rules.json' with { type: 'json' };
import { fileClockEffects } from './file-clocks.js';
import { fileMoveOpen } from './application/application-guards.js';
import {
  adverseMoves,
  applyingStatuses,
  FILE_BEGINS,
  fileMoveLabels,
  fileMoves,
  fileNextStep,
  fileStatuses,
  onFileStatuses,
  type FileMove,
  type FileStatus,
} from './file-lifecycle.js';

/** Written from the practice, status by status; the table in the code is written move by move. */
const expected: Record<FileStatus, FileMove[]> = {
  draft: ['submit', 'withdraw'],
  submitted: ['sendBack', 'passFirstCheck', 'withdraw'],
  sent_back: ['submit', 'withdraw'],
  prelim_ok: ['sendBack', 'recordVisit', 'refuse', 'withdraw'],
  visited: ['beginVerification', 'refuse', 'withdraw'],
  verifying: ['recordVerification', 'withdraw'],
  verified: ['verifyAgain', 'review', 'refuse', 'withdraw'],
  reviewed: ['verifyAgain', 'refuse', 'openNotice', 'withdraw'],
  notice: ['object', 'approve', 'withdraw'],
  objected: ['refuse', 'dismissObjection', 'upholdObjection', 'withdraw'],
  approved: ['activate', 'withdraw'],
  active: ['beginReview', 'end', 'transfer'],
  under_review: ['renew', 'raiseClass', 'proposeLower', 'proposeExit', 'end', 'transfer'],
  class_notice: ['objectToLower', 'lowerClass', 'withdrawProposal', 'end'],
  class_objected: ['dismissLowerObjection', 'upholdLowerObjection', 'end'],
  exit_notice: ['objectToExit', 'withdrawProposal', 'lift', 'deregister', 'end'],
  exit_objected: ['dismissExitObjection', 'upholdExitObjection', 'end'],
  lifted: ['returnToHardship'],
  exited_other: ['returnToHardship'],
  transferred: [],
  returned: [],
  refused: [],
  withdrawn: [],
};
const statuses = Object.keys(fileStatuses) as FileStatus[];
const openIn = (status: FileStatus): FileMove[] => fileMoves.names.filter((move) => fileMoves.open(move, status));

function reachedFrom(start: FileStatus, without: readonly (FileMove | FileStatus)[] = []): Set<FileStatus> {
  const reached = new Set<FileStatus>([start]);
  for (const status of reached)
    for (const move of openIn(status))
      if (!without.includes(move) && !without.includes(fileMoves.target(move))) reached.add(fileMoves.target(move));
  return reached;
}

describe('a hardship file', () => {
  it.each(statuses.flatMap((status) => fileMoves.names.map((move) => [status, move] as const)))('when %s: %s', (status, move) => {
    const open = expected[status].includes(move);
    expect(fileMoves.open(move, status)).toBe(open);
    expect(fileMoveOpen(move, status)?.code).toBe(open ? undefined : 'hardship.move-not-open');
  });

  it('reaches every status from a draft, and an end from every status', () => {
    expect([...reachedFrom(FILE_BEGINS)].sort()).toEqual([...statuses].sort());
    const ends = statuses.filter((status) => expected[status].length === 0);
    expect(ends).toEqual(['transferred', 'returned', 'refused', 'withdrawn']);
    for (const status of statuses)
      expect(
        ends.some((end) => reachedFrom(status).has(end)),
        status,
      ).toBe(true);
  });

  it('comes on file only through visit, verification, notice and approval', () => {
    for (const step of ['passFirstCheck', 'recordVisit', 'recordVerification', 'review', 'openNotice', 'approve', 'activate'] as const)
      expect(reachedFrom(FILE_BEGINS, [step]).has('active'), `without ${step}`).toBe(false);
  });

  it('takes nothing from a family without a notice, an objection always turning back before the end', () => {
    for (const move of adverseMoves)
      expect(fileMoves.moves[move].from.every((status) => status === 'class_notice' || status === 'exit_notice')).toBe(true);
    const quietly = reachedFrom('active', ['class_notice', 'exit_notice', 'end', 'transfer']);
    expect([...quietly].sort()).toEqual(['active', 'under_review']);
    expect(reachedFrom('exit_objected', ['exit_notice', 'end']).has('lifted')).toBe(false);
    expect(expected.exit_objected).not.toContain('lift');
    // Every other way to an end without a class is asked for by the family, or its holder has died.
    const ending = fileMoves.names.filter((move) => fileMoves.moves[move].from.some(onFile) && !onFile(fileMoves.target(move)));
    expect(ending.filter((move) => !(adverseMoves as readonly string[]).includes(move))).toEqual(['end', 'transfer']);
  });

  const onFile = (status: FileStatus): boolean => (onFileStatuses as readonly FileStatus[]).includes(status);

  it('is an application, on file, or over', () => {
    const over = statuses.filter((status) => !onFile(status) && !(applyingStatuses as readonly FileStatus[]).includes(status));
    expect(over).toEqual(['lifted', 'exited_other', 'transferred', 'returned', 'refused', 'withdrawn']);
    for (const status of statuses) expect(Boolean(fileNextStep[status]), status).toBe(!over.includes(status) && status !== 'active');
  });

  it('names every move in two languages and its paper', () => {
    expect(Object.keys(fileMoveLabels).sort()).toEqual([...fileMoves.names].sort());
    for (const move of fileMoves.names) expect(fileMoves.moves[move].document, move).toBeTruthy();
    expect(fileMoveOpen('approve', 'draft')?.sentence('zh')).toContain('“填报中”');
  });
});

describe('the clocks of a hardship file', () => {
  it('are rules that exist, unverified where no source was found', () => {
    const used = new Set(Object.values(fileClockEffects).flatMap((effect) => Object.values(effect).flat() as string[]));
    expect([...used].sort()).toEqual(['H1', 'H2', 'H3']);
    for (const code of [...used, 'H4'])
      expect(
        clockRows.find((row) => row.code === code),
        code,
      ).toMatchObject({ unverified: true });
    for (const code of ['H1', 'H2'])
      expect(clockRows.find((row) => row.code === code)).toMatchObject({ length: 5, unit: 'working', suspendable: true, holder: 'party' });
  });

  /** A notice lapses before the move that waits for it, which the guard of that move sees to. */
  const lapsedBefore: Partial<Record<FileMove, string>> = { approve: 'H1', lowerClass: 'H2', lift: 'H2', deregister: 'H2' };

  it('run one of a kind, and none outlives its file', () => {
    const seen = new Set<string>();
    const walk = (status: FileStatus, running: readonly string[]): void => {
      const key = `${status} ${running.join(' ')}`;
      if (seen.has(key)) return;
      seen.add(key);
      expect(new Set(running).size, key).toBe(running.length);
      if (expected[status].length === 0) expect(running, key).toEqual([]);
      for (const move of openIn(status)) {
        const { start = [], meet = [], cancel = [], suspend = [], resume = [] } = fileClockEffects[move];
        for (const code of [...suspend, ...resume]) expect(running, `${move} when ${key}`).toContain(code);
        const over = [...meet, ...cancel, lapsedBefore[move]];
        walk(fileMoves.target(move), [...running.filter((code) => !over.includes(code)), ...start].sort());
      }
    };
    walk(FILE_BEGINS, []);
    expect(seen).toContain('exit_notice H2 H3');
    expect(seen).toContain('active H3');
    for (const key of seen) if (/^(active|under_review)/.test(key)) expect(key).toMatch(/ H3$/);
  });

  it('stop while an objection is open', () => {
    for (const [object, dismiss, code] of [
      ['object', 'dismissObjection', 'H1'],
      ['objectToLower', 'dismissLowerObjection', 'H2'],
      ['objectToExit', 'dismissExitObjection', 'H2'],
    ] as const) {
      expect(fileClockEffects[object].suspend).toEqual([code]);
      expect(fileClockEffects[dismiss].resume).toEqual([code]);
    }
  });
});
