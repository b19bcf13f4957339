import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// The condition `source` lets `#rules/*` and its siblings resolve to TypeScript, so that tests need no build.
const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // Generous: on two cores a test that starts programs shares them with every other.
  test: {
    include: ['libs/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/support/chance.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
