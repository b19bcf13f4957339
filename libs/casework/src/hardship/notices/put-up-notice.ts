import { sealText } from '#data/sealed-text';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { mayOpenNotice } from '#rules/hardship/application/application-guards';
import type { HardshipCause, HardshipClass } from '#rules/hardship/codes';
import { refuseFile } from '#rules/hardship/file-refusals';
import { isMasked, noticeText, type NoticeFacts } from '#rules/hardship/notices/notice-text';
import type { NoticeKind } from '#rules/hardship/notices/notices';
import type { PlainDate } from '#rules/shared/plain-date';
import { refuseIf } from '#rules/shared/refusal';
import type { Work } from '../../work.js';
import type { LockedFile } from '../move-file.js';

export interface Announcement {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly phone: string;
  readonly place?: string | null | undefined;
  readonly classWanted: HardshipClass | null;
  readonly assessmentId?: string | null | undefined;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
  readonly toldOn?: PlainDate | undefined;
}

/**
 * The notice, in words made here from the file and masked; its days are those of the clock that the move has started. An
 * employer that bears somebody's name is not shown: the union stands in its place.
 */
export async function putUpNotice(tx: Transaction, work: Work, file: LockedFile, on: PlainDate, said: Announcement): Promise<void> {
  const { id, kind, phone, place, classWanted, assessmentId = null, ground = null, reason = null, toldOn = null } = said;
  const clock = await tx.find<{ id: string; dueOn: PlainDate }>(
    sql`SELECT id, due_on FROM clock WHERE subject_id = ${file.id} AND code = ${kind === 'application' ? 'H1' : 'H2'} AND state = 'running' AND started_on = ${on}`,
  );
  if (!clock) throw refuseFile('hardship.no-window-rule');
  const facts = {
    kind,
    holderName: file.holderName,
    present: file.hardshipClass as HardshipClass | null,
    wanted: classWanted,
    cause: file.mainCause as HardshipCause,
    givenOn: on,
    endsOn: clock.dueOn,
    phone: phone.trim(),
  };
  const textZh = await maskedText(tx, file, facts, place ?? '');
  await tx.insert('hardship_notice', {
    id,
    fileId: file.id,
    organisationId: file.organisationId,
    kind,
    givenOn: on,
    clockId: clock.id,
    phone: facts.phone,
    place: place ?? null,
    textZh,
    classWanted,
    ground,
    reasonCipher: sealText(work.secrets, reason),
    toldOn,
    assessmentId,
    givenBy: work.actor.id,
    givenByName: work.actor.name,
  });
}

async function maskedText(tx: Transaction, file: LockedFile, facts: Omit<NoticeFacts, 'unit'>, place: string): Promise<string> {
  const { union } = await tx.one<{ union: string }>(sql`SELECT name AS union FROM organisation WHERE id = ${file.organisationId}`);
  const people = await tx.rows<{ name: string; address: string | null }>(
    sql`SELECT p.name, p.address FROM person p WHERE p.id = ${file.holderId} OR p.id IN (SELECT m.person_id FROM household_member m WHERE m.household_id = ${file.householdId})`,
  );
  const hidden = {
    names: [file.holderName, ...people.map(({ name }) => name)],
    addresses: people.map(({ address }) => address),
    phone: facts.phone,
  };
  const unit = file.employerName && isMasked(file.employerName, hidden) ? file.employerName : union;
  const text = noticeText({ ...facts, unit });
  refuseIf(mayOpenNotice({ masked: isMasked(`${text}${place}`, hidden), phone: facts.phone }));
  return text;
}
