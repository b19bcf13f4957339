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
