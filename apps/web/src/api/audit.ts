import type * as C from '#contract/audit';
import { listing, reading } from './operation.js';

export const findAudit = listing<typeof C.FindAudit, typeof C.AuditPage>('/audit');
export const verifyAudit = reading<typeof C.AuditVerification>('/audit/verification');
export const auditExportPath = '/audit/export';
