/**
 * People at work while parts are killed. Whoever gets no answer, or is told to try again, asks again with the same
 * Idempotency-Key until there is an answer; what was answered is remembered and must be found afterwards.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#runtime/ids';
import type { Answer, Visitor } from '../support/api.js';
import type { Dice } from '../support/dice.js';
import { residentNumber } from '../support/resident-number.js';

/** An act that was acknowledged: done, once. */
export interface Deed {
  kind: 'dispute' | 'apply' | 'petition' | 'accept' | 'person';
  /** what the row it made or moved can be recognised by */
  mark: string;
  /** the record, when the answer told it */
  id?: string;
}

export interface Clerk {
  visitor: Visitor;
  organisationId: string;
  /** a broken client for the controls: a new key for every try */
  forgetful: boolean;
}

export class Shift {
  readonly deeds: Deed[] = [];
  /** answers nobody should get */
  readonly faults: string[] = [];
  tries = 0;
  private over = false;
  private working: Promise<unknown> = Promise.resolve();
  private n = 0;

  constructor(
    private readonly clerks: readonly Clerk[],
    private readonly random: Dice,
  ) {}

  begin(): void {
    this.working = Promise.all(this.clerks.map((clerk) => this.work(clerk)));
  }

  async end(): Promise<void> {
    this.over = true;
    await this.working;
  }

  private async work(clerk: Clerk): Promise<void> {
    while (!this.over) {
      const act = this.random(10);
      if (act < 5) await this.dispute(clerk);
      else if (act < 8) await this.petition(clerk);
      else await this.person(clerk);
      await pause(this.random(15));
    }
  }

  private async dispute(clerk: Clerk): Promise<void> {
    const mark = this.mark();
    const body = {
      organisationId: clerk.organisationId,
      channel: 'V',
      category: '51',
      applicantName: '演练人',
      employerName: '演练公司',
      request: `请求支付工资 ${mark}`,
    };
    const id = await this.insist(clerk, { kind: 'dispute', mark }, 'POST', '/api/disputes', body);
    if (id && this.random(2) === 0)
      await this.insist(clerk, { kind: 'apply', mark }, 'POST', `/api/disputes/${id}/application`, { version: 1 });
  }

  private async petition(clerk: Clerk): Promise<void> {
    const mark = this.mark();
    const body = {
      organisationId: clerk.organisationId,
      channel: 'V',
      purpose: 'settlement',
      subject: '20',
      petitionerName: '演练人',
      content: `反映欠薪 ${mark}`,
    };
    const id = await this.insist(clerk, { kind: 'petition', mark }, 'POST', '/api/petitions', body);
    if (id && this.random(2) === 0)
      await this.insist(clerk, { kind: 'accept', mark }, 'POST', `/api/petitions/${id}/acceptance`, { version: 1 });
  }

  private async person(clerk: Clerk): Promise<void> {
    const mark = this.mark();
    await this.insist(clerk, { kind: 'person', mark }, 'POST', '/api/people', {
      name: '演练人',
      idNumber: residentNumber(this.n),
      address: mark,
    });
  }

  private mark(): string {
    this.n += 1;
    return `D${String(this.n).padStart(7, '0')}`;
  }

  /** Asks until there is an answer; returns the new record's id when it was told. */
  private async insist(clerk: Clerk, deed: Deed, method: string, path: string, body: object): Promise<string | undefined> {
    const key = newId();
    for (let attempt = 1; ; attempt++) {
      this.tries += 1;
      const answer = await clerk.visitor
        .ask(method, path, { body, key: clerk.forgetful ? newId() : key, signal: AbortSignal.timeout(20_000) })
        .catch(() => undefined);
      if (answer && answer.status < 300) {
        const { id } = (answer.json ?? {}) as { id?: string };
        this.deeds.push({ ...deed, ...(id && { id }) });
        return id;
      }
      // Done before, by a try whose answer was lost.
      if (answer && attempt > 1 && codeOf(answer)?.endsWith('.repeated')) {
        this.deeds.push(deed);
        return undefined;
      }
      if (answer && answer.status !== 503) {
        // A clerk without a key can not know whether the try before came through: that is the control's own fault.
        if (!clerk.forgetful) this.faults.push(`${method} ${path} → ${answer.status} ${answer.text.slice(0, 200)}`);
        return undefined;
      }
      await pause(50 + this.random(100));
    }
  }
}

const codeOf = ({ json }: Answer): string | undefined => (json as { code?: string } | undefined)?.code;
