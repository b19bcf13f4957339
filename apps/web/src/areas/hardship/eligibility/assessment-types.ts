import type { z } from 'zod';
import type { Assessed, AssessedBy } from '#contract/assessments';

/** The parts of an assessment, as the server sends it. */
export type Assessment = z.infer<typeof Assessed>;
export type Alternative = Assessment['applicants'][number];
export type CriterionReport = Assessment['exclusions'][number];
export type ClassReport = Assessment['classes'][number];
export type Change = Assessment['loses'][number];
export type Basis = z.infer<typeof AssessedBy>;
export type Source = Basis['sources'][number];
export type Cited = CriterionReport['citation'];
