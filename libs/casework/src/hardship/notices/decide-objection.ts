import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import { mayDecideObjection } from '#rules/hardship/changes/change-guards';
import type { FileMove } from '#rules/hardship/file-lifecycle';
import { refuseFile } from '#rules/hardship/file-refusals';
import { mustBeAnother } from '#rules/hardship/eligibility/override';
import type { PlainDate } from '#rules/shared/plain-date';
import type { Judgement } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import { moveFile, type FileMoveInput, type LockedFile } from '../move-file.js';
import { endNotice, runningNotice, type RunningNotice } from './running-notice.js';

type ObjectionRow = Tables['hardship_objection'];

export interface ObjectionDecision extends FileMoveInput {
  objectionId: string;
  upheld: boolean;
  finding: string;
}

/**
 * 异议核查结论, by another than who recorded it. Each objection gets its own; with the last one the file moves: back to be
 * checked if any of them was upheld, or else the notice hangs on and its clock goes on.
 */
export function decideObjection(work: Work, { objectionId, upheld, finding, ...input }: ObjectionDecision): Promise<void> {
  return moveFile(work, 'decideObjection', input, async (tx, file) => {
    const notice = (await runningNotice(tx, file.id))!;
    const all = await objectionsTo(tx, notice);
    const others = all.filter(({ id }) => id !== objectionId);
    const last = others.every(({ decidedOn }) => decidedOn !== null);
    const anyUpheld = upheld || others.some((one) => one.upheld);
    return {
      noticeId: notice.id,
      details: { objectionId, upheld },
      judge: (_, on) => mayDecide(work, all, { objectionId, upheld, finding }, on),
      pick: (open) => (last ? open.find((move) => isUpholding(move) === anyUpheld) : undefined),
      also: async (_, __, on) => {
        const objection = all.find(({ id }) => id === objectionId)!;
        const [decidedBy, decidedByName] = [work.actor.id, work.actor.name];
        await tx.update('hardship_objection', objection, {
          decidedOn: on,
          decidedBy,
          decidedByName,
          upheld,
          findingCipher: work.secrets.seal(finding),
        });
        if (last && anyUpheld) await endNotice(tx, notice, 'upheld', on);
      },
    };
  });
}

const isUpholding = (move: FileMove): boolean => move.startsWith('uphold');

function objectionsTo(tx: Transaction, notice: RunningNotice): Promise<ObjectionRow[]> {
  return tx.rows<ObjectionRow>(sql`SELECT * FROM hardship_objection WHERE notice_id = ${notice.id} ORDER BY id`);
}

function mayDecide(
  work: Work,
  all: readonly ObjectionRow[],
  { objectionId, finding }: Pick<ObjectionDecision, 'objectionId' | 'upheld' | 'finding'>,
  on: PlainDate,
): Judgement {
  const objection = all.find(({ id }) => id === objectionId);
  if (!objection || objection.decidedOn) return refuseFile('hardship.objection-decided');
  if (on < objection.objectedOn) return refuseFile('hardship.day-too-early', { last: objection.objectedOn, field: 'on' });
  return mayDecideObjection({ finding, decidedBy: work.actor.id, before: [objection.recordedBy] });
}

/** Whether there is one that this person did not record. */
export async function whyNoDecision(tx: Transaction, work: Work, file: LockedFile): Promise<Judgement> {
  const notice = await runningNotice(tx, file.id);
  const open = notice ? (await objectionsTo(tx, notice)).filter(({ decidedOn }) => decidedOn === null) : [];
  return open.every(({ recordedBy }) => recordedBy === work.actor.id) ? mustBeAnother(work.actor.id, [work.actor.id]) : undefined;
}
