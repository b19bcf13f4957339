import type { Data } from '#data/data';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import type { Logger } from '#runtime/logger';

const EVERY_MS = 1_000;
const BATCH = 500;

/** Once a second gives the audit entries that were committed their place in the chain. Two workers do no harm: one seals, the other finds it taken. */
export class Sealer {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly data: Data,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const round = async (): Promise<void> => {
      const sealed = await this.data
        .inTransaction({ ...KEEPER, organisationId: null }, new Date(), (tx) =>
          tx.one<{ n: number }>(sql`SELECT bangfu.seal_audit(${BATCH}) AS n`),
        )
        .catch((error: unknown) => {
          this.logger.warn({ error: String(error) }, 'sealer');
          return { n: 0 };
        });
      if (!this.stopped) this.timer = setTimeout(() => void round(), sealed.n === BATCH ? 0 : EVERY_MS);
    };
    void round();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
