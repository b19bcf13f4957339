/**
 * What each operation asks for, written down by hand from the contract between the parts and not read from the program: the
 * permission it needs, what its address names, and a request that it would carry out for whoever may.
 */
import type { Permission } from '#rules/access/permissions';
import { newId } from '#runtime/ids';
import { PASSWORD } from '../support/accounts.js';
import { hardshipOperations } from './access-hardship-oracle.js';
import type { Row } from './access-row-support.js';
import { day } from './access-world-support.js';

const version = { version: 1 };
const reason = '因工作需要';
const move = (body: object = {}): Pick<Row, 'body'> => ({ body: () => ({ ...version, ...body }) });
const dispute = (needs: Permission, status: string, body: object = {}, columns?: Record<string, unknown>): Row => ({
  needs,
  on: 'dispute',
  as: { status, ...(columns && { columns }) },
  seenWith: 'dispute.read',
  ...move(body),
});
const petition = (needs: Permission, status: string, body: object = {}): Row => ({
  needs,
  on: 'petition',
  as: { status },
  seenWith: 'petition.read',
  ...move(body),
});
const candidate = (body: object = {}): Row => ({ needs: 'candidate.work', on: 'candidate', seenWith: 'candidate.read', ...move(body) });
const user = (needs: Permission, body?: Row['body'], more: Partial<Row> = {}): Row => ({
  needs,
  on: 'user',
  seenWith: 'user.read',
  ...(body && { body }),
  ...more,
});
const csv = (): FormData => {
  const form = new FormData();
  form.append('file', new Blob(['姓名,身份证号\n'], { type: 'text/csv' }), `台账${newId()}.csv`);
  return form;
};

export const operations: Record<string, Row> = {
  isLive: { needs: 'nobody' },
  isReady: { needs: 'nobody' },
  readMetrics: { needs: 'nobody' },
  signInOptions: { needs: 'nobody' },
  signIn: { needs: 'nobody', refusesAll: true, body: () => ({ username: 'nobody', password: 'nothing' }) },
  startOidc: { needs: 'nobody', refusesAll: true },
  finishOidc: { needs: 'nobody', refusesAll: true },

  whoAmI: { needs: 'signed-in' },
  signOut: { needs: 'signed-in', sessionOnly: true, ends: true },
  changePassword: { needs: 'signed-in', sessionOnly: true, ends: true, body: () => ({ current: PASSWORD, next: 'Another-word-77' }) },
  changeLanguage: { needs: 'signed-in', body: () => ({ language: 'zh' }) },
  beginTotp: { needs: 'signed-in', sessionOnly: true, body: () => ({ current: PASSWORD }) },
  confirmTotp: { needs: 'signed-in', sessionOnly: true, refusesAll: true, body: () => ({ code: '000000' }) },
  disableTotp: { needs: 'signed-in', sessionOnly: true, refusesAll: true, body: () => ({ code: '000000' }) },
  mySessions: { needs: 'signed-in', sessionOnly: true },
  revokeSession: { needs: 'signed-in', sessionOnly: true, refusesAll: true, on: 'session', answers: () => false },
  myTokens: { needs: 'signed-in', sessionOnly: true },
  createToken: { needs: 'signed-in', sessionOnly: true, body: () => ({ label: '报表', scopes: ['person.read'], days: 30 }) },
  revokeToken: { needs: 'signed-in', sessionOnly: true, refusesAll: true, on: 'session', answers: () => false },

  findUsers: { needs: 'user.read', lists: 'user' },
  createUser: {
    needs: 'user.create',
    makes: true,
    body: ({ place }) => ({ username: `n${newId().replaceAll('-', '').slice(-20)}`, name: '新人', organisationId: place }),
  },
  getUser: user('user.read'),
  changeUser: user('user.change', ({ place }) => ({ ...version, name: '改名', organisationId: place })),
  closeUser: user('user.close', () => ({ ...version, reason }), { notOnOneself: true }),
  reopenUser: user('user.close', () => ({ ...version, reason }), { as: { status: 'closed' } }),
  unlockUser: user('user.unlock'),
  resetPassword: user('user.reset-password', undefined, { notOnOneself: true }),
  giveGrant: user('grant.give', ({ known }) => ({ roleCode: 'archivist', organisationId: known.actorPlace }), { notOnOneself: true }),
  revokeGrant: user('grant.revoke', undefined, { path: ({ also }) => ({ grantId: also['grantId']! }), notOnOneself: true }),
  userSessions: user('session.read', undefined, { emptyElsewhere: true }),
  revokeUserSession: user('session.revoke', undefined, { path: ({ also }) => ({ sessionId: also['sessionId']! }) }),
  listRoles: { needs: 'role.read' },

  findAudit: { needs: 'audit.read', lists: 'audit' },
  verifyAudit: { needs: 'audit.read', cityOnly: true },
  exportAudit: { needs: 'audit.export', cityOnly: true },

  findDisputes: { needs: 'dispute.read', lists: 'dispute' },
  registerDispute: {
    needs: 'dispute.register',
    makes: true,
    body: ({ place }) => ({ organisationId: place, channel: 'V', category: '23', applicantName: '张三', employerName: '某厂' }),
  },
  getDispute: { needs: 'dispute.read', on: 'dispute' },
  mediatorChoices: { needs: 'dispute.assign', on: 'dispute', seenWith: 'dispute.read' },
  applyForMediation: dispute('dispute.register', 'registered', { request: '补发工资' }),
  acceptDispute: dispute('dispute.accept', 'applied', { inScope: true, applicantConsents: true, respondentConsents: true }),
  refuseDispute: dispute('dispute.accept', 'applied', { outcome: '06', reason }),
  assignMediator: {
    ...dispute('dispute.assign', 'accepted'),
    givesAway: true,
    body: ({ known }) => ({ ...version, mediatorId: known.mediator, noConflict: true }),
  },
  beginMediation: dispute('dispute.mediate', 'assigned', { partiesNotified: true }),
  extendMediation: dispute('dispute.mediate', 'mediating', { until: day(40), applicantSigned: true, respondentSigned: true }),
  recordAgreement: dispute('dispute.mediate', 'mediating', {
    applicantSigned: true,
    respondentSigned: true,
    mediatorSigned: true,
    sealed: true,
  }),
  recordFailure: dispute('dispute.mediate', 'mediating', { reason, arbitrationNoticeGiven: true }),
  withdrawDispute: dispute('dispute.register', 'registered', { reason }),
  terminateDispute: dispute('dispute.accept', 'applied', { reason }),
  transferDispute: dispute('dispute.register', 'registered', { route: 'arbitration', reason }),
  closeDispute: dispute('dispute.close', 'failed'),
  findMassIncidents: { needs: 'mass-incident.read', lists: 'mass-incident' },

  findPetitions: { needs: 'petition.read', lists: 'petition' },
  registerPetition: {
    needs: 'petition.register',
    makes: true,
    body: ({ place }) => ({
      organisationId: place,
      channel: 'V',
      purpose: 'settlement',
      subject: '02',
      petitionerName: '李四',
      content: '请求帮助',
    }),
  },
  getPetition: { needs: 'petition.read', on: 'petition' },
  acceptPetition: petition('petition.sort', 'registered'),
  declinePetition: petition('petition.sort', 'registered', { reason, routeTold: '仲裁' }),
  referPetition: petition('petition.sort', 'registered', { office: '人社局' }),
  mergePetition: {
    ...petition('petition.sort', 'registered'),
    pair: true,
    body: ({ thing }) => ({ ...version, intoId: thing?.also['otherId'] ?? newId() }),
  },
  handlePetition: petition('petition.handle', 'accepted', { noInterest: true }),
  extendPetition: petition('petition.extend', 'handling', { days: 5, reason, petitionerTold: true }),
  replyToPetition: petition('petition.handle', 'handling', { result: 'explained', reply: '已解决', reviewRightTold: true }),
  withdrawPetition: petition('petition.handle', 'accepted', { reason }),
  closePetition: petition('petition.close', 'referred'),

  ...hardshipOperations,
  findHardshipFiles: { needs: 'hardship.read', lists: 'hardship' },
  getHardshipFile: { needs: 'hardship.read', on: 'hardship' },
  findReviews: { needs: 'hardship.read' },
  reviewMonths: { needs: 'hardship.read' },
  reviewEvidence: { needs: 'hardship.read', on: 'hardship' },
  reviewFaults: { needs: 'job.read' },
  askElsewhereOfPerson: {
    needs: 'elsewhere.ask',
    on: 'person',
    seenWith: 'person.read',
    refusedElsewhere: true,
    body: ({ place }) => ({ organisationId: place }),
  },
  askElsewhereOfFile: { needs: 'elsewhere.ask', on: 'hardship', seenWith: 'hardship.read' },
  findElsewhereQuestions: { needs: 'hardship.read' },
  findPairings: { needs: 'hardship.read', lists: 'pairing' },
  filePairings: { needs: 'hardship.read', on: 'hardship' },
  pairFamily: { needs: 'hardship.record', on: 'hardship', seenWith: 'hardship.read', body: () => ({ cadreName: '某干部' }) },
  recordContact: { needs: 'hardship.record', on: 'pairing', seenWith: 'hardship.read', body: () => ({ form: 'call', note: '问候' }) },
  endPairing: { needs: 'hardship.record', on: 'pairing', seenWith: 'hardship.read', ...move({ reason }) },
  findCandidates: { needs: 'candidate.read', lists: 'candidate' },
  getCandidate: { needs: 'candidate.read', on: 'candidate' },
  candidateOwners: { needs: 'candidate.work', on: 'candidate', seenWith: 'candidate.read' },
  takeOverCandidate: candidate(),
  assignCandidate: { ...candidate(), refusesAll: true, body: ({ known }) => ({ ...version, ownerId: known.mediator }) },
  logCandidateAttempt: candidate({ form: 'call', result: 'no-answer' }),
  closeCandidate: candidate({ closing: 'helped', help: 'paid' }),
  getHardshipCoverage: { needs: 'candidate.read' },
  findCoverageRows: { needs: 'candidate.read', query: 'figure=open' },
  findDisbursements: { needs: 'disbursement.read', lists: 'disbursement' },
  findLegalAid: { needs: 'legal-aid.read', lists: 'legal-aid' },

  organisationTree: { needs: 'signed-in' },
  createOrganisation: {
    needs: 'organisation.create',
    makes: true,
    body: ({ place }) => ({ kind: 'enterprise', name: `新工会${newId().slice(-5)}`, shortName: '新工会', parentId: place }),
  },
  getOrganisation: { needs: 'signed-in', on: 'organisation', answers: () => true },
  changeOrganisation: {
    needs: 'organisation.change',
    on: 'organisation',
    body: () => ({ ...version, name: '改名工会', shortName: '改名' }),
  },
  moveOrganisation: {
    needs: 'organisation.move',
    on: 'organisation',
    ends: true,
    body: ({ known }) => ({ parentId: known.actorPlace, on: day(0), reason }),
  },
  createSite: { needs: 'organisation.change', on: 'organisation', body: () => ({ kind: 'point', name: '新服务点' }) },
  listDivisions: { needs: 'signed-in' },
  getCalendarYear: { needs: 'signed-in', path: () => ({ year: '2026' }) },

  findEmployers: { needs: 'employer.read', lists: 'employer' },
  createEmployer: { needs: 'employer.create', body: () => ({ name: `新厂${newId().slice(-8)}` }) },
  getEmployer: { needs: 'employer.read', on: 'employer' },
  changeEmployer: { needs: 'employer.change', on: 'employer', body: () => ({ ...version, name: `改厂${newId().slice(-8)}` }) },
  findMediationBodies: { needs: 'mediation-body.read', lists: 'mediation-body' },
  createMediationBody: {
    needs: 'mediation-body.create',
    makes: true,
    body: ({ place }) => ({ kind: 'regional', name: '新调委会', organisationId: place }),
  },

  findPeople: { needs: 'person.read', lists: 'person' },
  lookUpPerson: { needs: 'person.read', body: () => ({ name: '某' }) },
  createPerson: { needs: 'person.create', body: () => ({ name: `王${'甲乙丙丁戊己庚辛'[Math.floor(Math.random() * 8)]}` }) },
  getPerson: { needs: 'person.read', on: 'person' },
  changePerson: { needs: 'person.change', on: 'person', seenWith: 'person.read', body: () => ({ ...version, address: '新址' }) },
  personTimeline: { needs: 'person.read', on: 'person' },
  revealPerson: { needs: 'person.reveal', on: 'person', seenWith: 'person.read', body: () => ({ field: 'name', purpose: '核对身份' }) },
  mergePeople: {
    needs: 'person-merge.make',
    on: 'person',
    seenWith: 'person.read',
    cityOnly: true,
    body: ({ thing }) => ({ mergedId: thing?.also['otherId'], reason }),
  },
  undoMerge: { needs: 'person-merge.undo', on: 'person-merge', seenWith: 'person.read', cityOnly: true, body: () => ({}) },

  findImports: { needs: 'import.read', lists: 'import' },
  uploadImport: { needs: 'import.run', seenWith: 'import.read', body: csv },
  getImport: { needs: 'import.read', on: 'import' },
  correctMapping: {
    needs: 'import.run',
    on: 'import',
    as: { status: 'uploaded' },
    seenWith: 'import.read',
    body: () => ({ ...version, sheet: 'x', kind: null, headerRow: null, columns: {} }),
  },
  tryImport: {
    needs: 'import.run',
    also: 'disbursement.record',
    on: 'import',
    as: { status: 'uploaded' },
    seenWith: 'import.read',
    ...move(),
  },
  runImport: {
    needs: 'import.run',
    also: 'disbursement.record',
    on: 'import',
    as: { status: 'checked' },
    seenWith: 'import.read',
    ...move(),
  },
  reverseImport: { needs: 'import.reverse', on: 'import', seenWith: 'import.read', ...move() },
  findImportRows: { needs: 'import.read', on: 'import' },
  downloadRejected: { needs: 'import.run', on: 'import', seenWith: 'import.read' },
  listTemplates: { needs: 'import.read' },
  downloadTemplate: { needs: 'import.read', path: () => ({ kind: 'dispute' }) },

  findReports: { needs: 'report.read', lists: 'report' },
  requestReport: {
    needs: 'report.request',
    makes: true,
    body: ({ place }) => ({ organisationId: place, kind: 'month', period: '2026-10' }),
  },
  getReport: { needs: 'report.read', on: 'report' },
  findFigureRows: { needs: 'report.read', on: 'report', path: () => ({ key: 'd.accepted' }) },
  downloadReport: { needs: 'report.read', on: 'report' },
  downloadAnnex: { needs: 'report.read', on: 'report' },

  searchAll: { needs: 'signed-in', query: 'q=某' },
  getWorkbench: { needs: 'signed-in' },

  getSystem: { needs: 'job.read' },
  findJobs: { needs: 'job.read', lists: 'job' },
  retryJob: { needs: 'job.retry', on: 'job', as: { status: 'failed' }, seenWith: 'job.read' },
  cancelJob: { needs: 'job.retry', on: 'job', seenWith: 'job.read' },
};
