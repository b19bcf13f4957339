import type * as C from '#contract/people';
import type { Made } from '#contract/imports';
import { changing, doing, getting, listing, listingOf, making } from './operation.js';

export const findPeople = listing<typeof C.FindPeople, typeof C.PersonPage>('/people');
export const lookUpPerson = making<typeof C.LookUpPerson, typeof C.PersonMatches>('/people/matches');
export const createPerson = making<typeof C.CreatePerson, typeof Made>('/people');
export const getPerson = getting<typeof C.PersonRecord>((id) => `/people/${id}`);
export const changePerson = changing<typeof C.ChangePerson>((id) => `/people/${id}`, 'PUT');
export const personTimeline = listingOf<typeof C.FindTimeline, typeof C.Timeline>((id) => `/people/${id}/timeline`);
export const revealPerson = changing<typeof C.Reveal, typeof C.Revealed>((id) => `/people/${id}/reveals`);
export const mergePeople = changing<typeof C.MergePeople, typeof C.MergeDone>((id) => `/people/${id}/merges`);
export const undoMerge = doing((id) => `/merges/${id}/undoing`);
