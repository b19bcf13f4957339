/**
 * Everything the audit trail can tell, as one typed union: a wrong payload does not compile. Details carry ids, field
 * names and reasons, never the personal data itself.
 */
export interface AuditEvents {
  // Whoever may read the trail may not read the users: the entry itself says who it was.
  'session.opened': { by: 'password' | 'oidc'; username: string };
  /** of a name that nobody has only a keyed hash is kept: it may be a password typed into the wrong field */
  'session.refused': { username: string; why: string; nameHash?: string };
  'session.closed': { sessionId: string };
  'password.changed': Record<never, never>;
  'totp.enabled': Record<never, never>;
  'totp.disabled': Record<never, never>;
  'token.created': { tokenId: string; scopes: string[] };
  'token.revoked': { tokenId: string };
  'user.created': { username: string };
  'user.changed': { fields: string[] };
  'user.closed': { reason: string };
  'user.reopened': { reason: string };
  'user.unlocked': Record<never, never>;
  'user.password-reset': Record<never, never>;
  /** on the server: `by` is who sat there, as the server knows them */
  'officer.password-reset': { by: string };
  'grant.given': { roleCode: string; organisationId: string };
  'grant.revoked': { grantId: string; roleCode: string };
  'organisation.created': { name: string };
  'organisation.changed': { fields: string[] };
  'organisation.moved': { from: string | null; to: string; on: string };
  'organisation.dissolved': { on: string };
  'site.created': { name: string };
  'employer.created': { name: string };
  'employer.changed': { fields: string[] };
  'mediation-body.created': { name: string };
  'person.created': Record<never, never>;
  'person.met': { organisationId: string };
  'person.changed': { fields: string[] };
  'person.revealed': { field: string; purpose: string };
  'person.merged': { mergedId: string; mergeId: string; reason: string };
  'person.merge-undone': { mergedId: string; mergeId: string };
  'dispute.registered': { number: string };
  'dispute.moved': { move: string; from: string; to: string; reason?: string };
  'dispute.changed': { fields: string[] };
  'petition.registered': { number: string };
  'petition.moved': { move: string; from: string; to: string; reason?: string };
  'hardship.drafted': { householdId: string };
  'hardship.form-changed': { fields: string[] };
  'hardship.household-changed': { memberId: string; how: string };
  'hardship.consent': { consentId: string; kind: string; how: string };
  'hardship.worksheet': { worksheetId: string; how: string };
  'hardship.assessed': { assessmentId: string; ruleId: string; standardId: string | null };
  'hardship.override': { assessmentId: string; how: string };
  'hardship.moved': { move: string; from: string; to: string };
  'hardship.objection-read': { objectionId: string };
  'hardship.verification-read': { verificationId: string };
  'hardship.visit-begun': { visitId: string; purpose: string };
  'hardship.visit-read': { visitId: string };
  'hardship.visit-taken-along': { visitId: string; clientId: string };
  'hardship.visit-merged': { visitId: string; clientId: string; changeId: string; fields: string[]; conflicts: string[]; late: boolean };
  'hardship.visit-decided': { visitId: string; field: string };
  'hardship.visit-completed': { visitId: string };
  'certificate.issued': { certificateId: string };
  'certificate.moved': { certificateId: string; move: string; from: string; to: string };
  'elsewhere.asked': { purpose: string; answer: boolean };
  'elsewhere.limited': Record<never, never>;
  'candidate.found': { rules: string[] };
  'candidate.added': { rules: string[] };
  'candidate.assigned': { ownerId: string };
  'candidate.attempted': { form: string; result: string };
  'candidate.closed': { closing: string };
  'hardship.paired': { pairingId: string };
  'hardship.unpaired': { pairingId: string };
  'hardship.contacted': { pairingId: string; form: string };
  'hardship.handed-over': { from: string | null; to: string };
  'hardship.listed-for-reassessment': { because: string; files: number };
  'attachment.added': { attachmentId: string; kind: string; mediaType: string; scan: string };
  'attachment.opened': { attachmentId: string; kind: string };
  'attachment.removed': { attachmentId: string; kind: string };
  'attachment.swept': { removed: number };
  'hardship.exported': { rows: number; full: boolean; filters: string[]; purpose?: string };
  'hardship.printed': { form: string; full: boolean; purpose?: string };
  'import.uploaded': { fileHash: string; fileName: string };
  'import.mapped': { sheet: string };
  'import.checked': { rows: number };
  'import.started': Record<never, never>;
  'import.finished': { created: number; updated: number; unchanged: number; duplicate: number; rejected: number };
  'import.reversed': { removed: number };
  'import.rejects-downloaded': { rows: number };
  'report.requested': { kind: string; from: string; to: string };
  'report.made': { kind: string; from: string; to: string; figures: number };
  'report.downloaded': { format: string };
  'report.drilled': { figure: string };
  'job.retried': { jobId: string };
  'job.cancelled': { jobId: string };
  'calendar.changed': { year: number; reason: string };
  'parameter.changed': { name: string; reason: string };
  'policy.drafted': { kind: string };
  'policy.changed': { kind: string };
  'policy.trial-asked': { kind: string };
  'policy.tried': { files: number; enters: number; leaves: number };
  'policy.drilled': { effect: string };
  'policy.agreed': { kind: string };
  'policy.published': { kind: string; row: string; from: string };
  'policy.dropped': { kind: string };
  'audit.exported': { links: number; head: string };
  'audit.verified': { links: number; whole: boolean };
  'key.rotated': { keyId: number };
}
export type AuditType = keyof AuditEvents;

export type AuditEvent = {
  [Type in AuditType]: {
    type: Type;
    details: AuditEvents[Type];
    subject?: { noun: string; id: string };
    organisationId?: string;
  };
}[AuditType];
