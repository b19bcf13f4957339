import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import {
  AssignCandidate,
  CandidatePage,
  CandidateRecord,
  CloseCandidate,
  FindCandidates,
  LogCandidateAttempt,
  OwnerChoices,
  TakeOverCandidate,
} from '#contract/candidates';
import { IdParams } from '#contract/shared';
import { assignCandidate, candidateOwners, takeOverCandidate } from '#casework/hardship/candidates/assign-candidate';
import { closeCandidate } from '#casework/hardship/candidates/close-candidate';
import { findCandidates } from '#casework/hardship/candidates/find-candidates';
import { getCandidate } from '#casework/hardship/candidates/get-candidate';
import { logCandidateAttempt } from '#casework/hardship/candidates/log-candidate-attempt';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

@Controller('api/candidates')
export class CandidatesController {
  @Operation('findCandidates', { needs: 'candidate.read', answers: CandidatePage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindCandidates }) query: z.infer<typeof FindCandidates>) {
    return findCandidates(work, dated(query));
  }

  @Operation('getCandidate', { needs: 'candidate.read', answers: CandidateRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getCandidate(work, id);
  }

  @Operation('candidateOwners', { needs: 'candidate.work', answers: OwnerChoices })
  @Get(':id/owners')
  owners(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return candidateOwners(work, id);
  }

  @Operation('takeOverCandidate', { needs: 'candidate.work', answers: CandidateRecord })
  @Post(':id/takeover')
  async takeOver(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: TakeOverCandidate }) body: z.infer<typeof TakeOverCandidate>,
  ) {
    await takeOverCandidate(work, { candidateId: id, ...body });
    return getCandidate(work, id);
  }

  @Operation('assignCandidate', { needs: 'candidate.work', answers: CandidateRecord })
  @Post(':id/assignment')
  async assign(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: AssignCandidate }) body: z.infer<typeof AssignCandidate>,
  ) {
    await assignCandidate(work, { candidateId: id, ...body });
    return getCandidate(work, id);
  }

  @Operation('logCandidateAttempt', { needs: 'candidate.work', answers: CandidateRecord })
  @Post(':id/attempts')
  async attempt(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: LogCandidateAttempt }) body: z.infer<typeof LogCandidateAttempt>,
  ) {
    await logCandidateAttempt(work, { candidateId: id, ...dated(body) });
    return getCandidate(work, id);
  }

  @Operation('closeCandidate', { needs: 'candidate.work', answers: CandidateRecord })
  @Post(':id/closure')
  async close(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: CloseCandidate }) body: z.infer<typeof CloseCandidate>,
  ) {
    await closeCandidate(work, { candidateId: id, ...dated(body) });
    return getCandidate(work, id);
  }
}
