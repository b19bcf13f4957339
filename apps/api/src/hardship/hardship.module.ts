import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { ApplicationMovesController } from './application-moves.controller.js';
import { CandidatesController } from './candidates.controller.js';
import { CertificatesController } from './certificates.controller.js';
import { ChangeMovesController } from './change-moves.controller.js';
import { CoverageController } from './coverage.controller.js';
import { NoticesController } from './notices.controller.js';
import { HardshipController } from './hardship-files.controller.js';
import { HouseholdController } from './household.controller.js';
import { PrintedFormsController } from './printed-forms.controller.js';
import { RegisterExportController } from './register-export.controller.js';
import { PoliciesController } from './policies.controller.js';
import { VisitsController } from './visits.controller.js';
import { ElsewhereController } from './elsewhere.controller.js';
import { PairingsController } from './pairings.controller.js';
import { ReviewsController } from './reviews.controller.js';
import { WorksheetsController } from './worksheets.controller.js';

@Module({
  controllers: [
    RegisterExportController,
    HardshipController,
    HouseholdController,
    WorksheetsController,
    AssessmentsController,
    ApplicationMovesController,
    ChangeMovesController,
    NoticesController,
    CertificatesController,
    AttachmentsController,
    PrintedFormsController,
    PoliciesController,
    VisitsController,
    CandidatesController,
    CoverageController,
    ReviewsController,
    PairingsController,
    ElsewhereController,
  ],
})
export class HardshipModule {}
