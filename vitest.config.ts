import { defineConfig } from 'vitest/config';

// The condition `source` lets `#rules/*` and its siblings resolve to TypeScript, so that tests need no build.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { include: ['libs/**/*.test.ts', 'test/**/*.test.ts'] },
});
