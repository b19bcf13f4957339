import { forgetAnswersHandler } from './access/forget-answers.processor.js';
import { refreshReachHandler } from './access/refresh-reach.processor.js';
import { reckonClocksHandler } from './deadlines/reckon-clocks.processor.js';
import { sweepFilesHandler } from './documents/sweep-files.processor.js';
import { checkReviewsHandler } from './hardship/check-reviews.processor.js';
import { findCandidatesHandler } from './hardship/find-candidates.processor.js';
import { lapseCertificatesHandler } from './hardship/lapse-certificates.processor.js';
import { listForReassessmentHandler } from './hardship/list-for-reassessment.processor.js';
import { planReviewsHandler } from './hardship/plan-reviews.processor.js';
import { tryPolicyHandler } from './hardship/try-policy.processor.js';
import { makeAllReportsHandler } from './reports/make-all-reports.processor.js';
import { makeReportHandler } from './reports/make-report.processor.js';
import { reverseImportHandler, runImportHandler, tryImportHandler } from './imports/imports.processor.js';
import type { Handler } from './handlers.js';

/** Every job that this worker can do. */
export const handlers: readonly Handler[] = [
  refreshReachHandler,
  forgetAnswersHandler,
  reckonClocksHandler,
  tryImportHandler,
  runImportHandler,
  reverseImportHandler,
  makeReportHandler,
  makeAllReportsHandler,
  planReviewsHandler,
  checkReviewsHandler,
  listForReassessmentHandler,
  tryPolicyHandler,
  sweepFilesHandler,
  findCandidatesHandler,
  lapseCertificatesHandler,
];
