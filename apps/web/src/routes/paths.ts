import type { Permission } from '#rules/access/permissions';

/** Where each noun lives. A record that has no page of its own leads to its list. */
const homes: Readonly<Record<string, (id: string) => string>> = {
  person: (id) => `/people/${id}`,
  employer: (id) => `/employers/${id}`,
  organisation: (id) => `/organisations/${id}`,
  user: (id) => `/users/${id}`,
  dispute: (id) => `/disputes/${id}`,
  'mass-incident': () => '/mass-incidents',
  petition: (id) => `/petitions/${id}`,
  'hardship-file': (id) => `/hardship-files/${id}`,
  hardship: (id) => `/hardship-files/${id}`,
  disbursement: () => '/disbursements',
  'legal-aid': () => '/legal-aid',
  'legal-aid-matter': () => '/legal-aid',
  'mediation-body': () => '/mediation-bodies',
  import: (id) => `/imports/${id}`,
  candidate: (id) => `/candidates/${id}`,
  policy: (id) => `/policies/${id}`,
  report: (id) => `/reports/${id}`,
};

/** The page of a record, or nothing where this noun has none. */
export function pathOf(noun: string, id: string): string | undefined {
  return homes[noun.replaceAll('_', '-')]?.(id);
}

/** Who may look behind the door; where none is named, everybody who is signed in. */
const keysTo: Readonly<Record<string, Permission>> = {
  person: 'person.read',
  employer: 'employer.read',
  user: 'user.read',
  dispute: 'dispute.read',
  'mass-incident': 'mass-incident.read',
  petition: 'petition.read',
  'hardship-file': 'hardship.read',
  hardship: 'hardship.read',
  disbursement: 'disbursement.read',
  'legal-aid': 'legal-aid.read',
  'legal-aid-matter': 'legal-aid.read',
  'mediation-body': 'mediation-body.read',
  import: 'import.read',
  candidate: 'candidate.read',
  policy: 'policy.read',
  report: 'report.read',
};

/** The page of a record for somebody with these rights: never a link that ends in a refusal. */
export function openPathOf(noun: string, id: string, can: (permission: Permission) => boolean): string | undefined {
  const key = keysTo[noun.replaceAll('_', '-')];
  return key && !can(key) ? undefined : pathOf(noun, id);
}
