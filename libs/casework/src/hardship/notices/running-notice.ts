import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import type { Transaction } from '#data/transaction';
import type { HardshipClass } from '#rules/hardship/codes';
import type { WindowFacts } from '#rules/hardship/notices/notice-window';
import type { NoticeEnding } from '#rules/hardship/notices/notices';
import type { PlainDate } from '#rules/shared/plain-date';

export type RunningNotice = Omit<Tables['hardship_notice'], 'classWanted'> & {
  classWanted: HardshipClass | null;
  endsOn: PlainDate;
  suspended: boolean;
  openObjections: number;
};

/** The one notice of the file that has not ended, with the last day on which to object as its clock has it. */
export function runningNotice(tx: Transaction, fileId: string): Promise<RunningNotice | undefined> {
  return tx.find<RunningNotice>(
    sql`SELECT n.*, k.due_on AS ends_on, k.state = 'suspended' AS suspended,
          (SELECT count(*) FROM hardship_objection o WHERE o.notice_id = n.id AND o.decided_on IS NULL) AS open_objections
        FROM hardship_notice n JOIN clock k ON k.id = n.clock_id WHERE n.file_id = ${fileId} AND n.ended_on IS NULL`,
  );
}

export function windowFacts(notice: RunningNotice | undefined, today: PlainDate): WindowFacts {
  return { window: notice && { givenOn: notice.givenOn, endsOn: notice.endsOn }, openObjections: notice?.openObjections ?? 0, today };
}

/** Takes the notice down, if there is one. */
export async function endNotice(
  tx: Transaction,
  notice: RunningNotice | undefined,
  endedHow: NoticeEnding,
  endedOn: PlainDate,
): Promise<void> {
  if (notice) await tx.update('hardship_notice', notice, { endedOn, endedHow });
}
