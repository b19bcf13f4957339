import type * as C from '#contract/hardship';
import { getting, listing } from './operation.js';

export const findHardshipFiles = listing<typeof C.FindHardshipFiles, typeof C.HardshipPage>('/hardship-files');
export const getHardshipFile = getting<typeof C.HardshipRecord>((id) => `/hardship-files/${id}`);
export const findDisbursements = listing<typeof C.FindDisbursements, typeof C.DisbursementPage>('/disbursements');
export const findLegalAid = listing<typeof C.FindLegalAid, typeof C.LegalAidPage>('/legal-aid');
