/**
 * Notices given on random days, objected to and cleared at random, and every day somebody tries what the notice is for: through
 * casework and in raw SQL, each taken back. What the days allow is counted by the oracle.
 */
import { beginReview } from '#casework/hardship/reviews/begin-review';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { openNotice } from '#casework/hardship/notices/open-notice';
import { proposeExit } from '#casework/hardship/changes/propose-exit';
import { proposeLower } from '#casework/hardship/changes/propose-lower';
import { fen } from '#rules/shared/money';
import { addDays, plainDate } from '#rules/shared/plain-date';
import { Refusal } from '#rules/shared/refusal';
import * as on from '../support/a-case-of-hardship.js';
import { aFile } from '../support/a-file.js';
import type { Dice } from '../support/dice.js';
import type { Tally } from './access-tally-support.js';
import { attempt } from './hardship-lifecycle-attempts-support.js';
import { dismiss, object } from './hardship-lifecycle-files-support.js';
import { nextDay, windowIsOver } from './hardship-lifecycle-oracle.js';

type Office = on.AidOffice;

const kinds = ['lowerClass', 'liftFile', 'deregisterFile', 'approveFile'] as const;
type Kind = (typeof kinds)[number];
const led: Readonly<Record<Kind, string>> = {
  lowerClass: 'active',
  liftFile: 'lifted',
  deregisterFile: 'exited_other',
  approveFile: 'approved',
};
/** The change itself, without any program: what the database's own wall stands against. */
const raw: Readonly<Partial<Record<Kind, string>>> = {
  lowerClass: `status = 'active', hardship_class = 'relative'`,
  liftFile: `status = 'lifted', end_ground = 'lifted'`,
  deregisterFile: `status = 'exited_other', end_ground = 'left'`,
};

/** Spring and autumn with their holidays and made-up days. */
const beginnings = ['2026-04-01', '2026-04-27', '2026-06-10', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05'];

export async function tryWindows(office: Office, chance: Dice, tally: Tally, scenarios: number): Promise<void> {
  const counts = { days: 0, passed: 0, objections: 0 };
  for (let n = 0; n < scenarios; n += 1) {
    const kind = kinds[n % kinds.length]!;
    let given = chance.pick(beginnings);
    for (let more = chance(7); more > 0; more -= 1) given = nextDay(given);
    try {
      await runThrough(office, kind, given, chance, tally, counts);
    } catch (error) {
      // An objection refused while the days run, or one that could not be cleared.
      if (!(error instanceof Refusal)) throw error;
      tally.wrong('windows', `${kind} announced on ${given}: ${error.code}`);
    }
  }
  console.log(
    `windows: ${scenarios} notices over ${counts.days} days, ${counts.objections} objections; what they were for became possible ${counts.passed} times`,
  );
}

async function runThrough(
  office: Office,
  kind: Kind,
  given: string,
  chance: Dice,
  tally: Tally,
  counts: { days: number; passed: number; objections: number },
): Promise<void> {
  const fileId = await announced(on.onDay(office, given), kind);
  const pauses: { from: string; to: string | null }[] = [];
  let open: string | undefined;
  let after = 0;
  for (let [day, days] = [given, 0]; days < 60 && after < 2; day = nextDay(day), days += 1) {
    const over = windowIsOver(given, pauses, day);
    const now = on.onDay(office, day);
    if (open && chance(4) === 0) {
      await dismiss(now, fileId, open);
      pauses.at(-1)!.to = day;
      open = undefined;
    } else if (!open && !over && pauses.length < 3 && chance(5) === 0) {
      open = await object(now, fileId);
      pauses.push({ from: day, to: null });
      counts.objections += 1;
    }
    const may = open === undefined && windowIsOver(given, pauses, day);
    await tryOn(now, kind, { fileId, day, may, objected: open !== undefined }, tally);
    counts.days += 1;
    if (may) after += 1;
  }
  if (after > 0) counts.passed += 1;
}

async function tryOn(
  now: Office,
  kind: Kind,
  { fileId, day, may, objected }: { fileId: string; day: string; may: boolean; objected: boolean },
  tally: Tally,
): Promise<void> {
  const version = await on.versionOf(now, fileId);
  const came = await attempt(now.approver, kind, { fileId, version, day, elsewhere: '' });
  const wanted = may ? led[kind] : objected ? 'hardship.move-not-open' : 'hardship.window-open';
  tally.cell(
    'windows',
    kind,
    may ? 'after the days' : 'within them',
    came === wanted,
    () => `${kind} of ${fileId} on ${day} came to ${came}, not ${wanted}`,
  );
  const change = raw[kind];
  if (!change) return;
  const refused = await refusedInSql(now, change, fileId, day);
  tally.cell(
    'windows in SQL',
    kind,
    may ? 'after the days' : 'within them',
    refused === !may,
    () => `${kind} of ${fileId} on ${day} in raw SQL was ${refused ? 'refused' : 'done'}`,
  );
}

/** As the approver's program would, under the role that programs run under; taken back. */
async function refusedInSql({ db, approver }: Office, change: string, fileId: string, day: string): Promise<boolean> {
  const client = await db.owner.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${approver.actor.id}', true)`);
    const { rowCount } = await client.query(`UPDATE hardship_file SET ${change}, updated_at = $2 WHERE id = $1`, [
      fileId,
      `${day}T11:00:00+08:00`,
    ]);
    if (rowCount !== 1) throw new Error(`the statement met ${rowCount} rows`);
    return false;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'notice_before_adverse') return true;
    throw error;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const forms = {
  dwellings: 1,
  hiresInBusiness: false,
  schoolFee: fen(0),
  publicSchoolFee: fen(0),
  studyAbroad: false,
  carNotForWork: false,
};

/** A file on file since March, its review begun and its notice given on that day; or an application on public notice. */
async function announced(today: Office, kind: Kind): Promise<string> {
  const organisationId = today.clerk.actor.organisationId;
  const day = today.clerk.now.toISOString().slice(0, 10);
  const told = { ...on.CALL, reason: '家庭收入增加', toldOn: plainDate(day) };
  if (kind === 'approveFile') {
    const over = { status: 'reviewed', filed_on: null, employment: 'employed', received_on: day };
    const { id } = await aFile(today.db.owner, organisationId, over);
    await today.db.owner.query(`UPDATE hardship_file SET status = 'verified' WHERE id = $1`, [id]);
    await changeFileForm(today.clerk, { ...(await on.as(today, id)), household: forms });
    await on.reckon(today, id);
    await today.db.owner.query(
      `INSERT INTO hardship_verification (id, file_id, organisation_id, sent_on, sent_by, reported_on, valid_until) VALUES (gen_random_uuid(), $1, $2, $3, $1, $3, $3::date + 180)`,
      [id, organisationId, day],
    );
    await today.db.owner.query(`UPDATE hardship_file SET status = 'reviewed' WHERE id = $1`, [id]);
    await openNotice(today.reviewer, { ...(await on.as(today, id)), ...on.CALL });
    // Good for as long as the days are tried.
    await on.askedElsewhere(on.onDay(today, addDays(plainDate(day), 60)), id);
    return id;
  }
  const { id } = await aFile(today.db.owner, organisationId, { employment: 'employed' });
  await beginReview(today.clerk, await on.as(today, id));
  await changeFileForm(today.clerk, { ...(await on.as(today, id)), household: forms });
  const assessmentId = await on.reckon(today, id, kind === 'lowerClass' ? 'relative' : kind === 'liftFile' ? 'none' : 'deep');
  if (kind === 'liftFile') await on.override(today, id, assessmentId, null);
  if (kind === 'lowerClass') await proposeLower(today.reviewer, { ...(await on.as(today, id)), ...told, hardshipClass: 'relative' });
  else await proposeExit(today.reviewer, { ...(await on.as(today, id)), ...told, ground: kind === 'liftFile' ? 'lifted' : 'left' });
  return id;
}
