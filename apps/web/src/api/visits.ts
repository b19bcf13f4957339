import type { Made } from '#contract/imports';
import type * as C from '#contract/visits';
import { send } from './client.js';
import { changing, getting, listing } from './operation.js';

export const findVisits = listing<typeof C.FindVisits, typeof C.VisitPage>('/hardship-visits');
export const getVisit = getting<typeof C.VisitRecord>((id) => `/hardship-visits/${id}`);
export const openVisit = changing<typeof C.OpenVisit, typeof Made>((id) => `/hardship-files/${id}/visits`);
export const takeVisitAlong = changing<typeof C.TakeVisitAlong, typeof C.VisitTaken>((id) => `/hardship-visits/${id}/carrying`);
export const mergeVisit = changing<typeof C.MergeVisit, typeof C.VisitMerged>((id) => `/hardship-visits/${id}/merge`);
export const decideVisitConflict = changing<typeof C.DecideVisitConflict, typeof C.VisitRecord>((id) => `/hardship-visits/${id}/decisions`);
export const completeVisit = changing<typeof C.CompleteVisit, typeof C.VisitRecord>((id) => `/hardship-visits/${id}/completion`);

/** A photograph of the home, as a paper of the family's file. */
export function addVisitPhoto(fileId: string, photo: Blob, name: string): Promise<{ id: string }> {
  const body = new FormData();
  body.append('kind', 'visit-photo');
  body.append('file', photo, name);
  return send('POST', `/hardship-files/${fileId}/attachments`, { body });
}
