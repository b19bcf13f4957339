import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Health } from '#contract/system';
import { registry } from '#runtime/metrics';
import { DESK, type Desk } from './desk.js';
import { Operation } from './operation.js';
import type { FastifyReply } from './request.js';

export const BELL = Symbol('redis');

/** For load balancers and monitors; they carry no personal data and need no sign-in. */
@Controller()
export class HealthController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    @Inject(BELL) private readonly redis: Redis,
  ) {}

  @Operation('isLive', { needs: 'nobody', answers: Health })
  @Get('health/live')
  live(): { status: 'up'; checks: Record<string, boolean> } {
    return { status: 'up', checks: {} };
  }

  /** Ready when the database answers. Redis is told but not asked for: without it the window works on, and jobs wait. */
  @Operation('isReady', { needs: 'nobody', answers: Health })
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'up' | 'down'; checks: Record<string, boolean> }> {
    const database = await this.desk.data.answers();
    if (!database) void reply.status(503);
    return { status: database ? 'up' : 'down', checks: { database, redis: this.redis.status === 'ready' } };
  }

  @Operation('readMetrics', { needs: 'nobody', file: 'text/plain' })
  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(registry.contentType);
    return registry.metrics();
  }
}
