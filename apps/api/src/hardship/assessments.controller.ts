import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import {
  AgreeToOverride,
  AskOverride,
  AssessmentParams,
  AssessmentPreview,
  AssessmentReport,
  PreviewAssessment,
} from '#contract/assessments';
import { HardshipRecord } from '#contract/hardship';
import { IdParams } from '#contract/shared';
import { agreeToOverride } from '#casework/hardship/eligibility/agree-to-override';
import { askOverride } from '#casework/hardship/eligibility/ask-override';
import { assessFile } from '#casework/hardship/eligibility/assess-file';
import { getAssessment } from '#casework/hardship/eligibility/get-assessment';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { previewAssessment } from '#casework/hardship/eligibility/preview-assessment';
import type { Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

/** 认定 of the household of a file, live and kept, and what two people decide otherwise. */
@Controller('api/hardship-files/:id')
export class AssessmentsController {
  @Operation('previewAssessment', { needs: 'hardship.read', answers: AssessmentPreview })
  @Post('assessment-preview')
  preview(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>,
    @Body({ schema: PreviewAssessment }) body: z.infer<typeof PreviewAssessment>,
  ) {
    return previewAssessment(work, { fileId: id, ...body });
  }

  @Operation('getAssessment', { needs: 'hardship.read', answers: AssessmentReport })
  @Get('assessments/:assessmentId')
  read(@AtWork() work: Work, @Param({ schema: AssessmentParams }) { id, assessmentId }: z.infer<typeof AssessmentParams>) {
    return getAssessment(work, { fileId: id, assessmentId });
  }

  @Operation('assessFile', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('assessments')
  async assess(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: z.infer<typeof IdParams>) {
    await assessFile(work, { fileId: id });
    return getHardshipFile(work, id);
  }

  @Operation('askOverride', { needs: 'hardship.check', answers: HardshipRecord })
  @Post('assessments/:assessmentId/override')
  async ask(
    @AtWork() work: Work,
    @Param({ schema: AssessmentParams }) { id, assessmentId }: z.infer<typeof AssessmentParams>,
    @Body({ schema: AskOverride }) body: z.infer<typeof AskOverride>,
  ) {
    await askOverride(work, { fileId: id, assessmentId, ...body });
    return getHardshipFile(work, id);
  }

  @Operation('agreeToOverride', { needs: 'hardship.approve', answers: HardshipRecord })
  @Post('assessments/:assessmentId/override-agreement')
  async agree(
    @AtWork() work: Work,
    @Param({ schema: AssessmentParams }) { id, assessmentId }: z.infer<typeof AssessmentParams>,
    @Body({ schema: AgreeToOverride }) body: z.infer<typeof AgreeToOverride>,
  ) {
    await agreeToOverride(work, { fileId: id, assessmentId, ...body });
    return getHardshipFile(work, id);
  }
}
