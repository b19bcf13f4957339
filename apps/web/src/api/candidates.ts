import type * as C from '#contract/candidates';
import { changing, getting, listing } from './operation.js';

export const findCandidates = listing<typeof C.FindCandidates, typeof C.CandidatePage>('/candidates');
export const getCandidate = getting<typeof C.CandidateRecord>((id) => `/candidates/${id}`);
export const candidateOwners = getting<typeof C.OwnerChoices>((id) => `/candidates/${id}/owners`);
export const takeOverCandidate = changing<typeof C.TakeOverCandidate, typeof C.CandidateRecord>((id) => `/candidates/${id}/takeover`);
export const assignCandidate = changing<typeof C.AssignCandidate, typeof C.CandidateRecord>((id) => `/candidates/${id}/assignment`);
export const logCandidateAttempt = changing<typeof C.LogCandidateAttempt, typeof C.CandidateRecord>((id) => `/candidates/${id}/attempts`);
export const closeCandidate = changing<typeof C.CloseCandidate, typeof C.CandidateRecord>((id) => `/candidates/${id}/closure`);
export const getHardshipCoverage = listing<typeof C.FindCoverage, typeof C.HardshipCoverage>('/hardship-coverage');
export const findCoverageRows = listing<typeof C.FindCoverageRows, typeof C.CoverageRows>('/hardship-coverage/rows');
