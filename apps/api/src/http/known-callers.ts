import type { Data } from '#data/data';
import { actorOfSession, noteUse, type Caller } from '#casework/access/actor-of-session';
import { tokenHash } from '#casework/access/actor-of-session';

const FRESH_MS = 1_000;
const MOST = 5_000;

/**
 * Who stands behind a token, remembered for a second so that a page that asks ten things at once is recognised once. A
 * revoked session is therefore gone within a second everywhere, and at once in the process that revoked it.
 */
export class KnownCallers {
  private readonly known = new Map<string, { caller: Promise<Caller | undefined>; until: number }>();
  private readonly noted = new Map<string, number>();

  constructor(private readonly data: Data) {}

  of(token: string): Promise<Caller | undefined> {
    const key = tokenHash(token).toString('base64');
    const now = Date.now();
    const entry = this.known.get(key);
    if (entry && entry.until > now) return entry.caller;
    if (this.known.size > MOST) this.known.clear();
    const caller = actorOfSession(this.data, token);
    this.known.set(key, { caller, until: now + FRESH_MS });
    caller.then(
      (found) => found && this.note(key, token, now),
      () => this.known.delete(key),
    );
    return caller;
  }

  private note(key: string, token: string, now: number): void {
    if ((this.noted.get(key) ?? 0) > now - 60_000) return;
    if (this.noted.size > MOST) this.noted.clear();
    this.noted.set(key, now);
    // Only a note of use: if it fails, the next request makes it.
    noteUse(this.data, token, new Date()).catch(() => this.noted.delete(key));
  }

  forgetAll(): void {
    this.known.clear();
  }
}
