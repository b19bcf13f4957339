import {
  Controller,
  Get,
  Inject,
  Module,
  Res,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import type { FastifyReply } from 'fastify';
import type { Redis } from 'ioredis';
import { askForScheduled, countWaiting } from '#casework/jobs/leases';
import { QUEUE } from '#jobs/definitions';
import { schedules } from '#jobs/schedules';
import { auditWaiting, outboxWaiting, registry } from '#runtime/metrics';
import { connectRedis } from '#runtime/redis';
import type { Settings } from '#runtime/settings';
import { Sealer } from './audit/sealer.js';
import { OutboxRelay } from './outbox-relay.js';
import { runJob, type Bench } from './run-job.js';

const BENCH = Symbol('bench');
const SETTINGS = Symbol('settings');

/** The bell's other end: takes jobs as they ring, and strikes the hours of the schedules. */
class Shift implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly connections: readonly [Redis, Redis];
  private readonly queue: Queue;
  private readonly relay: OutboxRelay;
  private readonly sealer: Sealer;
  private worker: Worker | undefined;

  constructor(
    @Inject(BENCH) private readonly bench: Bench,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.connections = [connectRedis(settings.REDIS_URL, 'bangfu worker queue'), connectRedis(settings.REDIS_URL, 'bangfu worker jobs')];
    this.queue = new Queue(QUEUE, { connection: this.connections[0] as never });
    this.relay = new OutboxRelay(bench.data, this.queue, () => this.connections[0].status === 'ready', bench.logger);
    this.sealer = new Sealer(bench.data, bench.logger);
  }

  onApplicationBootstrap(): void {
    const { bench, settings } = this;
    this.queue.on('error', () => undefined);
    this.worker = new Worker(
      QUEUE,
      async (rung) => {
        if (rung.name.startsWith('schedule:'))
          return askForScheduled(bench.data, rung.name.slice('schedule:'.length), new Date(rung.opts.timestamp ?? Date.now()));
        return runJob(bench, String((rung.data as { id: unknown }).id));
      },
      { connection: this.connections[1] as never, concurrency: settings.WORKER_CONCURRENCY, lockDuration: 60_000, stalledInterval: 15_000 },
    );
    this.worker.on('error', () => undefined);
    this.worker.on('failed', (rung, error) => bench.logger.warn({ rung: rung?.name, error: error.message }, 'bell'));
    this.relay.start();
    this.sealer.start();
    void this.strikeHours();
  }

  /** Schedules live in Redis; they are set again whenever it comes back, in case it forgot. */
  private async strikeHours(): Promise<void> {
    const set = async (): Promise<void> => {
      for (const { job, pattern } of schedules)
        await this.queue.upsertJobScheduler(
          job.name,
          { pattern, tz: 'Asia/Shanghai' },
          { name: `schedule:${job.name}`, opts: { removeOnComplete: 50, removeOnFail: 50 } },
        );
    };
    this.connections[0].on(
      'ready',
      () => void set().catch((error: unknown) => this.bench.logger.warn({ error: String(error) }, 'schedules')),
    );
    if (this.connections[0].status === 'ready') await set();
  }

  async onApplicationShutdown(): Promise<void> {
    this.relay.stop();
    this.sealer.stop();
    // Jobs under way are left to their lease if they do not end soon: another worker goes on with them.
    await Promise.race([
      Promise.allSettled([this.worker?.close(), this.queue.close()]),
      new Promise((resolve) => setTimeout(resolve, 5_000)),
    ]);
    for (const connection of this.connections) connection.disconnect();
  }
}

@Controller()
class WorkerHealth {
  constructor(@Inject(BENCH) private readonly bench: Bench) {}

  @Get('health/live')
  live(): object {
    return { status: 'up' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const database = await this.bench.data.answers();
    if (!database) void reply.status(503);
    return { status: database ? 'up' : 'down', checks: { database } };
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const waiting = await countWaiting(this.bench.data);
    outboxWaiting.set(waiting.outbox);
    auditWaiting.set(waiting.audit);
    void reply.type(registry.contentType);
    return registry.metrics();
  }
}

@Module({})
export class WorkerModule {
  static over(bench: Bench, settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      controllers: [WorkerHealth],
      providers: [{ provide: BENCH, useValue: bench }, { provide: SETTINGS, useValue: settings }, Shift],
    };
  }
}
