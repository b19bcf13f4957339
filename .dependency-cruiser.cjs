// The architecture, executable: arrows point down the layers and never sideways between case areas.
const CASE_AREAS = 'hardship|aid|disputes|legal-aid|petitions|warnings';

/** A layer may use itself, the layers below it that are named, and the packages that are named. */
const layer = (name, { from, layers, packages }) => {
  const ours = layers.map((below) => (below.includes('/') ? `^${below}` : `^libs/${below}/src/`));
  const theirs = packages.map((pattern) => (pattern === 'node:*' ? '^(node:)?[a-z_/]+$' : `(^|/)node_modules/${pattern}(/|$)`));
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: '\\.test\\.ts$' },
    to: { pathNot: [...ours, ...theirs], couldNotResolve: false },
  };
};

module.exports = {
  forbidden: [
    layer('rules-stand-alone', { from: '^libs/rules/src/', layers: ['rules'], packages: [] }),
    layer('contract-on-rules', { from: '^libs/contract/src/', layers: ['contract', 'rules'], packages: ['zod'] }),
    layer('jobs-on-rules', { from: '^libs/jobs/src/', layers: ['jobs', 'rules'], packages: ['zod'] }),
    layer('runtime-on-rules', {
      from: '^libs/runtime/src/',
      layers: ['runtime', 'rules'],
      packages: ['node:*', '(?!@nestjs|bullmq|@prisma|pg/).+'],
    }),
    layer('data-below-casework', {
      from: '^libs/data/src/',
      layers: ['data', 'jobs', 'runtime', 'rules'],
      packages: ['node:*', '(?!@nestjs|bullmq).+'],
    }),
    layer('casework-knows-no-edge', {
      from: '^libs/casework/src/',
      layers: ['casework', 'data', 'jobs', 'runtime', 'rules'],
      packages: ['node:*', '(?!@nestjs|fastify|@fastify|bullmq|@prisma|pg/).+'],
    }),
    layer('api-imports-no-app', {
      from: '^apps/api/src/',
      layers: ['apps/api/src/', 'casework', 'contract', 'data', 'jobs', 'runtime', 'rules'],
      packages: ['node:*', '.+'],
    }),
    layer('worker-imports-no-app', {
      from: '^apps/worker/src/',
      layers: ['apps/worker/src/', 'casework', 'data', 'jobs', 'runtime', 'rules'],
      packages: ['node:*', '.+'],
    }),
    layer('web-sees-contract-and-rules', { from: '^apps/web/src/', layers: ['apps/web/src/', 'contract', 'rules'], packages: ['.+'] }),
    {
      name: 'case-areas-apart',
      comment: 'two case areas meet in libs/casework/src/handoffs and nowhere else; a code list is vocabulary, which anybody may read',
      severity: 'error',
      from: {
        path: `^(?:libs/(?:rules|casework)/src|apps/(?:api|worker)/src|apps/web/src/areas)/(${CASE_AREAS})/`,
        pathNot: '\\.test\\.tsx?$',
      },
      to: {
        path: `^(?:libs|apps)/[^/]+/src/(?:areas/)?(?:${CASE_AREAS})/`,
        pathNot: '/src/(?:areas/)?$1/|^libs/rules/src/[^/]+/codes\\.ts$',
      },
    },
    {
      name: 'reports-read-by-none',
      severity: 'error',
      from: { path: '^libs/(rules|casework)/src/', pathNot: '/src/reports/' },
      to: { path: '^libs/(rules|casework)/src/reports/' },
    },
    {
      name: 'only-data-speaks-to-the-database',
      severity: 'error',
      from: { path: '^(libs|apps/(api|worker|web))/', pathNot: '^libs/data/src/' },
      to: { path: '(^|/)node_modules/(@prisma/|prisma/|pg/|pg-copy-streams/)|^libs/data/src/generated/' },
    },
    {
      name: 'programs-import-no-tests',
      severity: 'error',
      from: { path: '^(libs|apps|prisma)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^test/|\\.test\\.tsx?$' },
    },
    {
      name: 'nothing-unlisted-at-run-time',
      comment: 'an image installs no devDependencies',
      severity: 'error',
      from: { path: '^(libs|apps/(api|worker)|prisma/seed)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^libs/data/src/generated' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^libs/data/src/generated' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
