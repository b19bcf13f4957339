/** Property tests draw by one seed; `TEST_SEED=7 npx vitest run` looks elsewhere. */
import fc from 'fast-check';
import { SEED } from './dice.js';

fc.configureGlobal({ seed: Number(process.env['TEST_SEED'] ?? SEED) });
