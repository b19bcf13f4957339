import type * as C from '#contract/system';
import { doing, listing, reading } from './operation.js';

export const getSystem = reading<typeof C.SystemView>('/system');
export const findJobs = listing<typeof C.FindJobs, typeof C.JobPage>('/jobs');
export const retryJob = doing((id) => `/jobs/${id}/retry`);
export const cancelJob = doing((id) => `/jobs/${id}/cancellation`);
