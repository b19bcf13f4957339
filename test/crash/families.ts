/** What clerks do for families in hardship: an application is drafted, signed for, handed in, visited and sometimes withdrawn. */
import { aPdf } from '../support/papers.js';
import type { Dice } from '../support/dice.js';
import { newId } from '#runtime/ids';
import { dateInShanghai } from '#rules/shared/plain-date';
import type { Asker, Ledger } from './insisting.js';

type Made = { id?: string };
/** Two drafts of one family at once: the second is told that there is one, as whoever was too late is of a candidate. */
const TOO_LATE = ['hardship.already-on-file', 'data.already-there', 'data.changed-meanwhile'];
export const CONSENTS = ['application', 'verification'] as const;
const today = (): string => dateInShanghai(Date.now());

export async function family(ledger: Ledger, clerk: Asker, random: Dice, holderId: string): Promise<void> {
  const rivals = random(3) === 0 ? [ledger.mark(), ledger.mark()] : [ledger.mark()];
  const drafted = await Promise.all(rivals.map((mark) => draft(ledger, clerk, holderId, mark, rivals.length > 1)));
  const file = drafted.find((made) => made?.id);
  if (!file?.id) return;
  const path = `/api/hardship-files/${file.id}`;
  for (const kind of CONSENTS)
    await ledger.insist(clerk, { kind: 'consent', mark: kind, id: file.id }, 'POST', `${path}/consents`, {
      personId: holderId,
      kind,
      signedOn: today(),
      signedBy: '演练人',
    });
  if (random(2) === 0) await paper(ledger, clerk, path);
  await ledger.insist(clerk, { kind: 'submit', mark: file.id }, 'POST', `${path}/submission`, { version: 1 });
  if (random(3) > 0) await visit(ledger, clerk, random, path);
  if (random(3) === 0)
    await ledger.insist(clerk, { kind: 'withdraw', mark: file.id }, 'POST', `${path}/withdrawal`, { version: 2, reason: '不再申请' });
}

function draft(ledger: Ledger, clerk: Asker, holderId: string, mark: string, rival: boolean): Promise<Made | undefined> {
  const body = { organisationId: clerk.organisationId, holderId, mainCause: 'major-illness', employment: 'employed', employerName: mark };
  return ledger.insist<Made>(clerk, { kind: 'file', mark }, 'POST', '/api/hardship-files', body, rival ? TOO_LATE : []);
}

async function paper(ledger: Ledger, clerk: Asker, path: string): Promise<void> {
  const mark = ledger.mark();
  const form = new FormData();
  form.set('kind', 'other');
  form.set('file', new Blob([new Uint8Array(aPdf(mark))], { type: 'application/pdf' }), `${mark}.pdf`);
  await ledger.insist(clerk, { kind: 'paper', mark }, 'POST', `${path}/attachments`, form);
}

/** Two devices that both took the empty form along: what they write into one field is a conflict, and neither side is lost. */
async function visit(ledger: Ledger, clerk: Asker, random: Dice, path: string): Promise<void> {
  const made = await ledger.insist<Made>(clerk, { kind: 'visit', mark: path }, 'POST', `${path}/visits`, { purpose: 'intake' });
  if (!made?.id) return;
  const devices = [newId(), newId()];
  for (let n = 1 + random(4); n > 0; n -= 1) {
    const changeId = newId();
    const name = random.pick(['othersPresent', 'absentWhy']);
    const body = { clientId: random.pick(devices), changeId, fields: [{ name, value: changeId, at: new Date().toISOString(), base: 1 }] };
    const send = (): Promise<unknown> =>
      ledger.insist(clerk, { kind: 'merge', mark: changeId, id: made.id! }, 'POST', `/api/hardship-visits/${made.id}/merge`, body);
    // A device that does not know whether it was heard sends the same change once more, at once or later.
    await (random(3) === 0 ? Promise.all([send(), send()]) : send());
    if (random(3) === 0) await send();
  }
}

/** Whoever works on candidates closes them, one after the other; the nightly search may write to one meanwhile. */
export async function closerAtWork(ledger: Ledger, closer: Asker, random: Dice, pause: (ms: number) => Promise<void>): Promise<void> {
  while (!ledger.over) {
    await pause(300 + random(500));
    const page = await ledger.look<{ items: { id: string }[] }>(closer, '/api/candidates?view=open&limit=10');
    for (const { id } of page?.items ?? []) {
      const seen = await ledger.look<{ version: number; status: string }>(closer, `/api/candidates/${id}`);
      if (seen?.status !== 'open' || ledger.over) continue;
      const body = { version: seen.version, closing: 'helped', help: 'visited' };
      await ledger.insist(closer, { kind: 'close', mark: id }, 'POST', `/api/candidates/${id}/closure`, body, TOO_LATE);
    }
  }
}
