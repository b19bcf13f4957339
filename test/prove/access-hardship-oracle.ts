/**
 * What each operation on hardship files, on those who may need help and on the rules asks for, written down by hand. Whether a move
 * is carried out is proved by `hardship-lifecycle`; here it is who is let in: whoever may gets an answer, or a refusal of the rules.
 */
import type { Permission } from '#rules/access/permissions';
import { newId } from '#runtime/ids';
import type { Row } from './access-row-support.js';
import { day } from './access-world-support.js';

const version = { version: 1 };
const reason = '因工作需要';
const phone = '0512-12345678';

/** On a file that stands so; seen by whoever reads files. Nobody need be able to carry it out here. */
const file = (needs: Permission, status: string, body: object | null = {}, more: Partial<Row> = {}): Row => ({
  needs,
  on: 'hardship',
  as: { status },
  seenWith: 'hardship.read',
  refusesAll: true,
  ...(body && { body: () => ({ ...version, ...body }) }),
  ...more,
});
const seen = (needs: Permission, more: Partial<Row> = {}): Row => ({ needs, on: 'hardship', seenWith: 'hardship.read', ...more });
const part = (name: string, at: string): Pick<Row, 'path'> => ({ path: ({ also }) => ({ [name]: also[at]! }) });
const onPart = (needs: Permission, name: string, at: string, body: object | null, more: Partial<Row> = {}): Row =>
  file(needs, 'draft', body, { ...part(name, at), ...more });
/** On a certificate, a visit or a pair: the address names it, the file is where it belongs. */
const own = (needs: Permission, at: string, body: object | null, more: Partial<Row> = {}): Row =>
  file(needs, 'active', body, { ...part('id', at), ...more });
const policy = (needs: Permission, status: string, body: object | null = {}): Row => ({
  needs,
  on: 'policy',
  as: { status },
  seenWith: 'policy.read',
  refusesAll: true,
  ...(body && { body: () => ({ ...version, ...body }) }),
});
const aRule = { name: '提高标准', validFrom: day(40), reason, ruleId: 'R3.1', thresholds: { 'deep-net': 110 } };
const aStandard = { name: '新低保标准', validFrom: day(40), reason, division: '320500', amountFen: 130_000, source: '通知' };
/** Those who work on files see what is sealed in them. */
const workers = ['hardship.record', 'hardship.check', 'hardship.review', 'hardship.approve'] as const;
const paper = (): FormData => {
  const form = new FormData();
  form.append('kind', 'other');
  form.append('file', new Blob([`%PDF-1.4\n${newId()}\n%%EOF\n`], { type: 'application/pdf' }), '证明.pdf');
  return form;
};

export const hardshipOperations: Record<string, Row> = {
  exportHardshipFiles: { needs: 'hardship.read' },
  exportHardshipFilesInFull: { needs: 'person.reveal', also: 'hardship.read', body: () => ({ purpose: '上报' }), refusesAll: true },
  draftHardshipFile: {
    needs: 'hardship.record',
    on: 'person',
    seenWith: 'person.read',
    refusesAll: true,
    refusedElsewhere: true,
    body: ({ thing, place }) => ({ holderId: thing?.id, organisationId: place, mainCause: 'laid-off' }),
  },
  changeFileForm: file('hardship.record', 'draft', { remark: '补充' }, { refusesAll: undefined }),
  assignFile: file('hardship.record', 'active', {}),
  handlerChoices: seen('hardship.record'),
  addHouseholdMember: {
    ...file('hardship.record', 'draft', null),
    body: ({ thing }) => ({ ...version, personId: thing?.also['personId'] ?? newId(), relation: 'child' }),
  },
  changeHouseholdMember: onPart('hardship.record', 'memberId', 'memberId', { relation: 'other' }),
  endHouseholdMember: onPart('hardship.record', 'memberId', 'memberId', { leftOn: day(-1), leaving: 'moved' }),
  recordConsent: {
    ...file('hardship.record', 'draft', null),
    body: ({ thing }) => ({ personId: thing?.also['personId'] ?? newId(), kind: 'guardian', signedOn: day(-1), signedBy: '某人' }),
  },
  withdrawConsent: onPart('hardship.record', 'consentId', 'consentId', {}),
  startWorksheet: file('hardship.record', 'draft', null, { body: () => ({}) }),
  saveWorksheet: onPart('hardship.record', 'worksheetId', 'worksheetId', { lines: [] }),
  signWorksheet: onPart('hardship.record', 'worksheetId', 'worksheetId', { signedBy: '某人' }),
  checkWorksheet: onPart('hardship.check', 'worksheetId', 'worksheetId', {}),
  dropWorksheet: onPart('hardship.record', 'worksheetId', 'worksheetId', { reason }),
  previewAssessment: { ...seen('hardship.read'), as: { status: 'draft' }, also: workers, refusesAll: true, body: () => ({}) },
  assessFile: file('hardship.check', 'verified', null),
  getAssessment: seen('hardship.read', { also: workers, refusesAll: true, ...part('assessmentId', 'assessmentId') }),
  askOverride: onPart('hardship.check', 'assessmentId', 'assessmentId', { wanted: 'deep', reason: '家庭情况特殊，规则未能反映' }),
  agreeToOverride: onPart('hardship.approve', 'assessmentId', 'assessmentId', {}),

  submitFile: file('hardship.record', 'draft'),
  sendBackFile: file('hardship.check', 'submitted', { reason }, { refusesAll: undefined }),
  passFirstCheck: file('hardship.check', 'submitted', {}, { refusesAll: undefined }),
  recordVisit: file('hardship.record', 'prelim_ok'),
  beginVerification: file('hardship.check', 'visited'),
  recordVerification: file('hardship.check', 'verifying', { reportedOn: day(-1), findings: '无' }),
  verifyAgain: file('hardship.check', 'verified', { reason }),
  reviewFile: file('hardship.review', 'verified', { hardshipClass: 'deep' }),
  refuseFile: file('hardship.approve', 'verified', { reason }),
  openNotice: file('hardship.review', 'reviewed', { phone }),
  approveFile: file('hardship.approve', 'notice'),
  activateFile: file('hardship.approve', 'approved'),
  withdrawFile: file('hardship.record', 'draft', { reason }, { refusesAll: undefined }),
  recordObjection: file('hardship.record', 'notice', { content: '不属实' }),
  decideObjection: file('hardship.review', 'objected', { upheld: false, finding: '不成立' }, part('objectionId', 'objectionId')),
  readObjection: seen('hardship.review', part('objectionId', 'objectionId')),
  readVerification: seen('hardship.read', { also: workers.slice(1), ...part('verificationId', 'verificationId') }),
  findNotices: { needs: 'hardship.read' },

  beginReview: file('hardship.record', 'active', {}, { refusesAll: undefined }),
  renewFile: file('hardship.approve', 'under_review'),
  raiseClass: file('hardship.approve', 'under_review', { hardshipClass: 'severe' }),
  proposeLower: file('hardship.review', 'under_review', { phone, toldOn: day(-1), reason, hardshipClass: 'sudden' }),
  lowerClass: file('hardship.approve', 'class_notice'),
  proposeExit: file('hardship.review', 'under_review', { phone, toldOn: day(-1), reason, ground: 'lifted' }),
  withdrawProposal: file('hardship.review', 'exit_notice', { reason }),
  liftFile: file('hardship.approve', 'exit_notice'),
  deregisterFile: file('hardship.approve', 'exit_notice'),
  endFile: file('hardship.record', 'active', { ground: 'own-request', proof: '申请1号' }, { refusesAll: undefined }),
  transferFile: {
    ...file('hardship.record', 'active', null),
    body: ({ known }) => ({ ...version, toOrganisationId: known.actorPlace, acceptedBy: '某人', acceptedOn: day(-1), reason }),
  },
  returnToHardship: file('hardship.record', 'lifted', { reason }),

  findCertificates: { needs: 'hardship.read' },
  issueCertificate: file('hardship.approve', 'active'),
  checkCertificate: own('hardship.check', 'certificateId', {}),
  reportCertificateLost: own('hardship.record', 'certificateId', {}, { refusesAll: undefined }),
  certificateFound: own('hardship.record', 'certificateId', {}),
  replaceCertificate: own('hardship.approve', 'certificateId', {}),
  verifyCertificate: { needs: 'nobody', refusesAll: true, path: () => ({ token: 'x'.repeat(32) }) },

  findAttachments: seen('hardship.read'),
  addAttachment: { ...file('hardship.record', 'draft', null), refusesAll: undefined, body: paper },
  downloadAttachment: seen('hardship.read', { also: workers, refusesAll: true, mayLack: true, ...part('attachmentId', 'attachmentId') }),
  removeAttachment: onPart('hardship.record', 'attachmentId', 'attachmentId', { reason }),
  printForm: { ...seen('hardship.read'), as: { status: 'active' }, also: workers, refusesAll: true, body: () => ({ form: 'register' }) },

  openVisit: file('hardship.record', 'prelim_ok', null, { body: () => ({ purpose: 'intake' }) }),
  findVisits: { needs: 'hardship.record' },
  getVisit: own('hardship.read', 'visitId', null, { also: workers }),
  takeVisitAlong: own('hardship.record', 'visitId', null, { body: () => ({ clientId: newId() }) }),
  mergeVisit: own('hardship.record', 'visitId', null, { body: () => ({ clientId: newId(), changeId: newId(), fields: [] }) }),
  decideVisitConflict: own('hardship.record', 'visitId', { field: 'visitedOn', choice: 0 }),
  completeVisit: own('hardship.record', 'visitId', {}),

  listEligibilityRules: { needs: 'signed-in' },
  findPolicies: { needs: 'policy.read' },
  draftRule: { needs: 'policy.draft', refusesAll: true, body: () => aRule },
  draftStandard: { needs: 'policy.draft', refusesAll: true, body: () => aStandard },
  getPolicy: policy('policy.read', 'draft', null),
  changeRule: { ...policy('policy.draft', 'draft', aRule), makerOnly: true },
  changeStandard: { ...policy('policy.draft', 'draft', aStandard), makerOnly: true },
  tryPolicy: policy('policy.draft', 'draft'),
  agreeToPolicy: policy('policy.publish', 'tried'),
  publishPolicy: { ...policy('policy.publish', 'agreed'), cityOnly: true },
  dropPolicy: { ...policy('policy.read', 'draft'), also: ['policy.draft', 'policy.publish'] },
  findPolicyRows: policy('policy.read', 'tried', null),
};
