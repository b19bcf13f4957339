/** Every key of the query cache. A change of a record forgets all keys that begin with its noun. */
export const keys = {
  me: ['me'] as const,
  signInOptions: ['sign-in-options'] as const,
  workbench: ['workbench'] as const,
  search: (q: string) => ['search', q] as const,
  list: (noun: string, query: object) => [noun, 'list', query] as const,
  record: (noun: string, id: string) => [noun, 'record', id] as const,
  part: (noun: string, id: string, part: string, query: object = {}) => [noun, 'record', id, part, query] as const,
  all: (noun: string) => [noun] as const,
  organisations: ['organisation', 'tree'] as const,
  roles: ['role', 'list'] as const,
  calendar: (year: number) => ['calendar', year] as const,
  matches: (typed: object) => ['person', 'matches', typed] as const,
  system: ['system'] as const,
  templates: ['import-template'] as const,
  mySessions: ['me', 'sessions'] as const,
  myTokens: ['me', 'tokens'] as const,
};
