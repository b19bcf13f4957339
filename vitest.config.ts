import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// The condition `source` lets `#rules/*` and its siblings resolve to TypeScript, so that tests need no build.
const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['libs/**/*.test.ts', 'test/**/*.test.ts'] },
});
