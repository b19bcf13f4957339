import { Body, Controller, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Made } from '#contract/imports';
import { IdParams } from '#contract/shared';
import {
  CompleteVisit,
  DecideVisitConflict,
  FindVisits,
  MergeVisit,
  OpenVisit,
  TakeVisitAlong,
  VisitMerged,
  VisitPage,
  VisitRecord,
  VisitTaken,
} from '#contract/visits';
import { completeVisit } from '#casework/hardship/visits/complete-visit';
import { decideVisitConflict } from '#casework/hardship/visits/decide-visit-conflict';
import { findVisits } from '#casework/hardship/visits/find-visits';
import { getVisit } from '#casework/hardship/visits/get-visit';
import { mergeVisitChange } from '#casework/hardship/visits/merge-visit-change';
import { openVisit } from '#casework/hardship/visits/open-visit';
import { takeVisitAlong } from '#casework/hardship/visits/take-visit-along';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

type Id = z.infer<typeof IdParams>;

/** Home visits: the form that is taken along, filled where there is no network, and merged afterwards. */
@Controller('api')
export class VisitsController {
  @Operation('openVisit', { needs: 'hardship.record', status: HttpStatus.CREATED, answers: Made })
  @Post('hardship-files/:id/visits')
  open(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: OpenVisit }) { purpose }: z.infer<typeof OpenVisit>) {
    return openVisit(work, { fileId: id, purpose });
  }

  @Operation('findVisits', { needs: 'hardship.record', answers: VisitPage })
  @Get('hardship-visits')
  find(@AtWork() work: Work, @Query({ schema: FindVisits }) query: z.infer<typeof FindVisits>) {
    return findVisits(work, query);
  }

  @Operation('getVisit', { needs: 'hardship.read', answers: VisitRecord })
  @Get('hardship-visits/:id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id) {
    return getVisit(work, id);
  }

  @Operation('takeVisitAlong', { needs: 'hardship.record', answers: VisitTaken })
  @Post('hardship-visits/:id/carrying')
  take(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: TakeVisitAlong }) { clientId }: z.infer<typeof TakeVisitAlong>,
  ) {
    return takeVisitAlong(work, { visitId: id, clientId });
  }

  @Operation('mergeVisit', { needs: 'hardship.record', answers: VisitMerged })
  @Post('hardship-visits/:id/merge')
  merge(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: Id, @Body({ schema: MergeVisit }) body: z.infer<typeof MergeVisit>) {
    return mergeVisitChange(work, { visitId: id, ...body });
  }

  @Operation('decideVisitConflict', { needs: 'hardship.record', answers: VisitRecord })
  @Post('hardship-visits/:id/decisions')
  decide(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: DecideVisitConflict }) body: z.infer<typeof DecideVisitConflict>,
  ) {
    return decideVisitConflict(work, { visitId: id, ...body });
  }

  @Operation('completeVisit', { needs: 'hardship.record', answers: VisitRecord })
  @Post('hardship-visits/:id/completion')
  complete(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: Id,
    @Body({ schema: CompleteVisit }) { version }: z.infer<typeof CompleteVisit>,
  ) {
    return completeVisit(work, { visitId: id, version });
  }
}
