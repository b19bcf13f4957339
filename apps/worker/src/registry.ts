import { refreshReachHandler } from './access/refresh-reach.processor.js';
import { reckonClocksHandler } from './deadlines/reckon-clocks.processor.js';
import { findCandidatesHandler } from './hardship/find-candidates.processor.js';
import { makeAllReportsHandler } from './reports/make-all-reports.processor.js';
import { makeReportHandler } from './reports/make-report.processor.js';
import { reverseImportHandler, runImportHandler, tryImportHandler } from './imports/imports.processor.js';
import type { Handler } from './handlers.js';

/** Every job that this worker can do. */
export const handlers: readonly Handler[] = [
  refreshReachHandler,
  reckonClocksHandler,
  tryImportHandler,
  runImportHandler,
  reverseImportHandler,
  makeReportHandler,
  makeAllReportsHandler,
  findCandidatesHandler,
];
