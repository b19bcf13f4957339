/**
 * Whoever gets no answer, or is told to try again, asks again with the same Idempotency-Key until there is an answer; what was
 * answered is remembered and must be found afterwards.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#runtime/ids';
import type { Answer, Visitor } from '../support/api.js';

/** An act that was acknowledged: done, once. */
export interface Deed {
  kind:
    | 'dispute'
    | 'apply'
    | 'petition'
    | 'accept'
    | 'person'
    | 'upload'
    | 'run'
    | 'report'
    | 'file'
    | 'consent'
    | 'submit'
    | 'withdraw'
    | 'visit'
    | 'merge'
    | 'paper'
    | 'close'
    | 'policy'
    | 'trial';
  /** what the row it made or moved can be recognised by */
  mark: string;
  /** the record, when the answer told it */
  id?: string;
}

export interface Asker {
  visitor: Visitor;
  organisationId: string;
  /** a broken client for the controls: a new key for every try */
  forgetful: boolean;
}

export class Ledger {
  readonly deeds: Deed[] = [];
  /** answers nobody should get */
  readonly faults: string[] = [];
  tries = 0;
  over = false;
  private n = 0;

  mark(): string {
    this.n += 1;
    return `D${String(this.n).padStart(7, '0')}`;
  }

  /**
   * Asks until there is an answer, and returns its body; nothing where a try before has done it and its answer was lost, or
   * where the answer is a refusal that was to be reckoned with: somebody else was quicker.
   */
  async insist<Body>(
    asker: Asker,
    deed: Deed,
    method: string,
    path: string,
    body: object,
    reckonedWith: readonly string[] = [],
  ): Promise<Body | undefined> {
    const key = newId();
    for (let attempt = 1; ; attempt++) {
      this.tries += 1;
      const answer = await this.ask(asker, method, path, body, asker.forgetful ? newId() : key);
      if (answer && answer.status < 300) {
        const told = (answer.json ?? {}) as Body & { id?: string };
        this.deeds.push({ ...(told.id && { id: told.id }), ...deed });
        return told;
      }
      if (answer && attempt > 1 && codeOf(answer)?.endsWith('.repeated')) {
        this.deeds.push(deed);
        return undefined;
      }
      if (answer && reckonedWith.includes(codeOf(answer) ?? '')) return undefined;
      if (answer && answer.status !== 503) {
        // Without a key nobody can know whether the try before came through: that is the control's own fault.
        if (!asker.forgetful) this.faults.push(`${method} ${path} → ${answer.status} ${answer.text.slice(0, 200)}`);
        return undefined;
      }
      await pause(50 + Math.min(300, attempt * 20));
    }
  }

  /** Looks at something until it can be seen, or the shift is over. */
  async look<Body>({ visitor }: Asker, path: string): Promise<Body | undefined> {
    while (!this.over) {
      const answer = await visitor.ask('GET', path, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
      if (answer?.status === 200) return answer.json as Body;
      if (answer && answer.status !== 503) {
        this.faults.push(`GET ${path} → ${answer.status} ${answer.text.slice(0, 200)}`);
        return undefined;
      }
      await pause(100);
    }
    return undefined;
  }

  private ask({ visitor }: Asker, method: string, path: string, body: object, key: string): Promise<Answer | undefined> {
    return visitor.ask(method, path, { body, key, signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  }
}

const codeOf = ({ json }: Answer): string | undefined => (json as { code?: string } | undefined)?.code;
