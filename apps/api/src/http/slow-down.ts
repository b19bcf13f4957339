import { refuseAccess } from '#rules/access/refusals';

const MINUTE = 60_000;
const MOST_KNOWN = 10_000;

/** How often somebody who needs no account may ask within a minute, by address; in this process alone. */
export class SlowDown {
  private readonly asked = new Map<string, { since: number; times: number }>();

  constructor(private readonly most: number) {}

  by(address: string, now: number): void {
    const known = this.asked.get(address);
    if (known && known.since > now - MINUTE) {
      known.times += 1;
      if (known.times > this.most) throw refuseAccess('access.too-many');
      return;
    }
    // Forgotten all at once rather than growing without bounds: whoever asks from many addresses gains one minute.
    if (this.asked.size >= MOST_KNOWN) this.asked.clear();
    this.asked.set(address, { since: now, times: 1 });
  }
}
