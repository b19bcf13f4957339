import type { Made } from '#contract/imports';
import type * as C from '#contract/pairings';
import { changing, getting, listing } from './operation.js';

export const findPairings = listing<typeof C.FindPairings, typeof C.PairingPage>('/pairings');
export const filePairings = getting<typeof C.FilePairings>((id) => `/hardship-files/${id}/pairings`);
export const pairFamily = changing<typeof C.PairFamily, typeof Made>((id) => `/hardship-files/${id}/pairings`);
export const endPairing = changing<typeof C.EndPairing>((id) => `/pairings/${id}/ending`);
export const recordContact = changing<typeof C.RecordContact, typeof Made>((id) => `/pairings/${id}/contacts`);
