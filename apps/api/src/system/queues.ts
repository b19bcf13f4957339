import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { QUEUE } from '#jobs/definitions';
import { schedules } from '#jobs/schedules';
import { BELL } from '../http/health.controller.js';

/** Looks at the queue for the system administrator. Without Redis it says so and waits for nothing. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly queue: Queue;

  constructor(@Inject(BELL) private readonly redis: Redis) {
    this.queue = new Queue(QUEUE, { connection: redis as never });
    this.queue.on('error', () => undefined);
  }

  async look() {
    const there = this.redis.status === 'ready';
    const plain = schedules.map(({ job, pattern, zh, en }) => ({
      name: job.name,
      pattern,
      zh,
      en,
      next: null as Date | null,
      last: null as Date | null,
    }));
    if (!there) return { redis: false, queues: [], schedules: plain };
    const counts = await this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const next = new Map((await this.queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler.next]));
    return {
      redis: true,
      queues: [
        {
          name: QUEUE,
          waiting: counts['waiting'] ?? 0,
          active: counts['active'] ?? 0,
          delayed: counts['delayed'] ?? 0,
          failed: counts['failed'] ?? 0,
        },
      ],
      schedules: plain.map((schedule) => ({ ...schedule, next: next.get(schedule.name) ? new Date(next.get(schedule.name)!) : null })),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.queue.close(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
    this.redis.disconnect();
  }
}
