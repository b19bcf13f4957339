import type * as A from '#contract/assessments';
import type * as C from '#contract/hardship';
import type * as F from '#contract/hardship-form';
import type { Made } from '#contract/imports';
import type * as W from '#contract/worksheets';
import { changing, doing, getting, listing, making } from './operation.js';

export const findHardshipFiles = listing<typeof C.FindHardshipFiles, typeof C.HardshipPage>('/hardship-files');
export const getHardshipFile = getting<typeof C.HardshipRecord>((id) => `/hardship-files/${id}`);
export const draftHardshipFile = making<typeof F.DraftHardshipFile, typeof Made>('/hardship-files');
export const changeFileForm = changing<typeof F.ChangeFileForm, typeof C.HardshipRecord>((id) => `/hardship-files/${id}/form`, 'PUT');
export const assignFile = changing<typeof F.AssignFile, typeof C.HardshipRecord>((id) => `/hardship-files/${id}/handler`);
export const handlerChoices = getting<typeof F.HandlerChoices>((id) => `/hardship-files/${id}/handlers`);

/** What belongs to a file is found below it: `<file>/members/<member>`. */
export const partOf = (fileId: string, part: string, id: string): string => `${fileId}/${part}/${id}`;

export const addHouseholdMember = changing<typeof F.AddHouseholdMember, typeof C.HardshipRecord>((id) => `/hardship-files/${id}/members`);
export const changeHouseholdMember = changing<typeof F.ChangeHouseholdMember, typeof C.HardshipRecord>(
  (member) => `/hardship-files/${member}`,
  'PUT',
);
export const endHouseholdMember = changing<typeof F.EndHouseholdMember, typeof C.HardshipRecord>(
  (member) => `/hardship-files/${member}/leaving`,
);
export const recordConsent = changing<typeof F.RecordConsent, typeof C.HardshipRecord>((id) => `/hardship-files/${id}/consents`);
export const withdrawConsent = changing<typeof F.WithdrawConsent, typeof C.HardshipRecord>(
  (consent) => `/hardship-files/${consent}/withdrawal`,
);

export const startWorksheet = changing<typeof W.StartWorksheet, typeof C.HardshipRecord>((id) => `/hardship-files/${id}/worksheets`);
export const saveWorksheet = changing<typeof W.SaveWorksheet, typeof C.HardshipRecord>((sheet) => `/hardship-files/${sheet}`, 'PUT');
export const signWorksheet = changing<typeof W.SignWorksheet, typeof C.HardshipRecord>((sheet) => `/hardship-files/${sheet}/signature`);
export const checkWorksheet = changing<typeof W.CheckWorksheet, typeof C.HardshipRecord>((sheet) => `/hardship-files/${sheet}/check`);
export const dropWorksheet = changing<typeof W.DropWorksheet, typeof C.HardshipRecord>((sheet) => `/hardship-files/${sheet}/drop`);

export const previewAssessment = changing<typeof A.PreviewAssessment, typeof A.AssessmentPreview>(
  (id) => `/hardship-files/${id}/assessment-preview`,
);
export const assessFile = doing<typeof C.HardshipRecord>((id) => `/hardship-files/${id}/assessments`);
export const askOverride = changing<typeof A.AskOverride, typeof C.HardshipRecord>(
  (assessment) => `/hardship-files/${assessment}/override`,
);
export const agreeToOverride = changing<typeof A.AgreeToOverride, typeof C.HardshipRecord>(
  (assessment) => `/hardship-files/${assessment}/override-agreement`,
);

export const findDisbursements = listing<typeof C.FindDisbursements, typeof C.DisbursementPage>('/disbursements');
export const findLegalAid = listing<typeof C.FindLegalAid, typeof C.LegalAidPage>('/legal-aid');
