import type * as K from '#contract/certificates';
import type { HardshipRecord } from '#contract/hardship';
import type * as M from '#contract/hardship-moves';
import type { Made } from '#contract/imports';
import type { z } from 'zod';
import { changing, getting, listing } from './operation.js';

/** Each move is a noun below the file, and answers with the file as it is then. */
const move = <Body extends z.ZodType>(noun: string) => changing<Body, typeof HardshipRecord>((id) => `/hardship-files/${id}/${noun}`);

export const submitFile = move<typeof M.SubmitFile>('submission');
export const sendBackFile = move<typeof M.SendBackFile>('return');
export const passFirstCheck = move<typeof M.PassFirstCheck>('first-check');
export const recordVisit = move<typeof M.RecordVisit>('visit');
export const beginVerification = move<typeof M.BeginVerification>('verification');
export const recordVerification = move<typeof M.RecordVerification>('verification-report');
export const verifyAgain = move<typeof M.VerifyAgain>('further-verification');
export const reviewFile = move<typeof M.ReviewFile>('review');
export const refuseFile = move<typeof M.RefuseFile>('refusal');
export const openNotice = move<typeof M.OpenNotice>('notice');
export const recordObjection = move<typeof M.RecordObjection>('objection');
export const approveFile = move<typeof M.ApproveFile>('approval');
export const activateFile = move<typeof M.ActivateFile>('activation');
export const withdrawFile = move<typeof M.WithdrawFile>('withdrawal');
export const beginReview = move<typeof M.BeginReview>('yearly-review');
export const renewFile = move<typeof M.RenewFile>('renewal');
export const raiseClass = move<typeof M.RaiseClass>('graver-class');
export const proposeLower = move<typeof M.ProposeLower>('lower-class-proposal');
export const lowerClass = move<typeof M.LowerClass>('lower-class');
export const proposeExit = move<typeof M.ProposeExit>('exit-proposal');
export const withdrawProposal = move<typeof M.WithdrawProposal>('proposal-withdrawal');
export const liftFile = move<typeof M.LiftFile>('lifting');
export const deregisterFile = move<typeof M.DeregisterFile>('deregistration');
export const endFile = move<typeof M.EndFile>('end');
export const transferFile = move<typeof M.TransferFile>('transfer');
export const returnToHardship = changing<typeof M.ReturnToHardship, typeof Made>((id) => `/hardship-files/${id}/relapse`);

export const decideObjection = changing<typeof M.DecideObjection, typeof HardshipRecord>(
  (objection) => `/hardship-files/${objection}/decision`,
);
export const readObjection = getting<typeof M.ObjectionText>((objection) => `/hardship-files/${objection}`);
export const readVerification = getting<typeof M.VerificationText>((verification) => `/hardship-files/${verification}`);
export const findNotices = listing<typeof M.FindNotices, typeof M.NoticePage>('/hardship-notices');

export const issueCertificate = changing<typeof K.IssueCertificate, typeof HardshipRecord>((id) => `/hardship-files/${id}/certificates`);
export const findCertificates = listing<typeof K.FindCertificates, typeof K.CertificatePage>('/hardship-certificates');
export const checkCertificate = changing<typeof K.CheckCertificate, typeof HardshipRecord>(
  (id) => `/hardship-certificates/${id}/annual-check`,
);
export const reportCertificateLost = changing<typeof K.ReportCertificateLost, typeof HardshipRecord>(
  (id) => `/hardship-certificates/${id}/loss`,
);
export const certificateFound = changing<typeof K.CertificateFound, typeof HardshipRecord>((id) => `/hardship-certificates/${id}/recovery`);
export const replaceCertificate = changing<typeof K.ReplaceCertificate, typeof HardshipRecord>(
  (id) => `/hardship-certificates/${id}/replacement`,
);
