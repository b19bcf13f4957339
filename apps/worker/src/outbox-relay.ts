import type { Queue } from 'bullmq';
import type { Data } from '#data/data';
import { findUnrung, noteRung } from '#casework/jobs/leases';
import type { Logger } from '#runtime/logger';

const EVERY_MS = 300;

/**
 * Rings the bell for committed outbox rows: each becomes a BullMQ job that carries only the row's id. What was rung and not taken
 * is rung again after a while, so Redis may lose everything at any time and nothing is lost but time.
 */
export class OutboxRelay {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly data: Data,
    private readonly queue: Queue,
    private readonly redisIsThere: () => boolean,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const round = async (): Promise<void> => {
      const more = await this.ring().catch((error: unknown) => {
        this.logger.warn({ error: String(error) }, 'relay');
        return false;
      });
      if (!this.stopped) this.timer = setTimeout(() => void round(), more ? 0 : EVERY_MS);
    };
    void round();
  }

  private async ring(): Promise<boolean> {
    // While Redis is away a ring would wait for ever; the rows wait instead.
    if (!this.redisIsThere()) return false;
    const rows = await findUnrung(this.data, 100);
    if (rows.length === 0) return false;
    await noteRung(
      this.data,
      rows.map((row) => row.id),
    );
    await this.queue.addBulk(
      rows.map((row) => ({ name: row.job, data: { id: row.id }, opts: { removeOnComplete: 1000, removeOnFail: 1000 } })),
    );
    return rows.length === 100;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
