import type * as C from '#contract/petitions';
import type { Made } from '#contract/imports';
import { changing, getting, listing, making } from './operation.js';

export const findPetitions = listing<typeof C.FindPetitions, typeof C.PetitionPage>('/petitions');
export const registerPetition = making<typeof C.RegisterPetition, typeof Made>('/petitions');
export const getPetition = getting<typeof C.PetitionRecord>((id) => `/petitions/${id}`);
export const acceptPetition = changing<typeof C.AcceptPetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/acceptance`);
export const declinePetition = changing<typeof C.DeclinePetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/declination`);
export const referPetition = changing<typeof C.ReferPetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/referral`);
export const mergePetition = changing<typeof C.MergePetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/merging`);
export const handlePetition = changing<typeof C.HandlePetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/handling`);
export const extendPetition = changing<typeof C.ExtendPetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/extension`);
export const replyToPetition = changing<typeof C.ReplyToPetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/reply`);
export const withdrawPetition = changing<typeof C.WithdrawPetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/withdrawal`);
export const closePetition = changing<typeof C.ClosePetition, typeof C.PetitionRecord>((id) => `/petitions/${id}/closure`);
