import { Controller, Get, HttpStatus, Inject, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { IdParams } from '#contract/shared';
import { FindJobs, JobPage, SystemView } from '#contract/system';
import { cancelJob, countOutbox, findJobs, retryJob } from '#casework/system/find-jobs';
import type { Work } from '#casework/work';
import { DESK, type Desk } from '../http/desk.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';
import { Queues } from './queues.js';

@Controller('api')
export class SystemController {
  constructor(
    @Inject(DESK) private readonly desk: Desk,
    private readonly queues: Queues,
  ) {}

  @Operation('getSystem', { needs: 'job.read', answers: SystemView })
  @Get('system')
  async system(@AtWork() work: Work) {
    const [outbox, database, seen] = await Promise.all([countOutbox(work), this.desk.data.answers(), this.queues.look()]);
    return { version: '0.1.0', startedAt: this.desk.startedAt, database, ...seen, outbox };
  }

  @Operation('findJobs', { needs: 'job.read', answers: JobPage })
  @Get('jobs')
  jobs(@AtWork() work: Work, @Query({ schema: FindJobs }) filter: z.infer<typeof FindJobs>) {
    return findJobs(work, filter);
  }

  @Operation('retryJob', { needs: 'job.retry', status: HttpStatus.NO_CONTENT })
  @Post('jobs/:id/retry')
  retry(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return retryJob(work, id);
  }

  @Operation('cancelJob', { needs: 'job.retry', status: HttpStatus.NO_CONTENT })
  @Post('jobs/:id/cancellation')
  cancel(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>): Promise<void> {
    return cancelJob(work, id);
  }
}
