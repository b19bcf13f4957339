import { forgetAnswers, refreshReach } from './access.js';
import { findCandidates } from './candidates.js';
import { lapseCertificates } from './certificates.js';
import { reckonClocks } from './deadlines.js';
import { sweepFiles } from './documents.js';
import { checkReviews, listForReassessment, planReviews, tryPolicy } from './hardship.js';
import { makeAllReports, makeReport } from './reports.js';
import { reverseImport, runImport, tryImport } from './imports.js';
import type { JobDefinition } from './definition.js';

/** Every job that can be asked for. The worker refuses to boot if one of them lacks a handler. */
export const definitions: readonly JobDefinition[] = [
  refreshReach,
  forgetAnswers,
  reckonClocks,
  tryImport,
  runImport,
  reverseImport,
  makeReport,
  makeAllReports,
  planReviews,
  checkReviews,
  listForReassessment,
  tryPolicy,
  sweepFiles,
  findCandidates,
  lapseCertificates,
];
/** All of it goes through one queue: the bell says which outbox row, and the row says the rest. */
export const QUEUE = 'bangfu';
