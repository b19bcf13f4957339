import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { FindReviewMonths, FindReviews, ReviewEvidence, ReviewFaults, ReviewMonths, ReviewPage } from '#contract/reviews';
import { IdParams } from '#contract/shared';
import { reviewEvidence } from '#casework/handoffs/review-evidence';
import { reviewFaults } from '#casework/hardship/reviews/check-reviews';
import { findReviews, reviewMonths } from '#casework/hardship/reviews/find-reviews';
import { today, type Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api')
export class ReviewsController {
  @Operation('findReviews', { needs: 'hardship.read', answers: ReviewPage })
  @Get('hardship-reviews')
  find(@AtWork() work: Work, @Query({ schema: FindReviews }) filter: z.infer<typeof FindReviews>) {
    return findReviews(work, filter);
  }

  @Operation('reviewMonths', { needs: 'hardship.read', answers: ReviewMonths })
  @Get('hardship-reviews/months')
  months(@AtWork() work: Work, @Query({ schema: FindReviewMonths }) filter: z.infer<typeof FindReviewMonths>) {
    return reviewMonths(work, filter);
  }

  @Operation('reviewEvidence', { needs: 'hardship.read', answers: ReviewEvidence })
  @Get('hardship-files/:id/review-evidence')
  evidence(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    return reviewEvidence(work, id);
  }

  @Operation('reviewFaults', { needs: 'job.read', answers: ReviewFaults })
  @Get('system/reviews')
  faults(@AtWork() work: Work) {
    return reviewFaults(work.data, today(work));
  }
}
