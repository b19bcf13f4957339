/** The system's own accounts: nobody signs in with them, and the audit trail names them. */
export const GATE = { id: '00000000-0000-7000-8000-000000000001', username: 'system.gate', name: '登录门禁', role: 'system-gate' } as const;
export const KEEPER = {
  id: '00000000-0000-7000-8000-000000000002',
  username: 'system.keeper',
  name: '系统作业',
  role: 'system-keeper',
} as const;

/** What they may do; reach is the whole city. */
export const systemRoles = {
  'system-gate': ['user.read', 'user.change', 'session.read', 'session.revoke', 'grant.read'],
  'system-keeper': [
    'person.read',
    'employer.read',
    'dispute.read',
    'dispute.mediate',
    'petition.read',
    'petition.handle',
    'mass-incident.read',
    'hardship.read',
    'hardship.record',
    'candidate.read',
    'candidate.work',
    'policy.read',
    'policy.draft',
    'disbursement.read',
    'legal-aid.read',
    'import.read',
    'import.run',
    'report.read',
    'report.request',
    'user.read',
    'grant.read',
    'job.read',
    'job.retry',
    'audit.read',
  ],
} as const;
