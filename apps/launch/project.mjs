// Where things are.
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
export const inProject = (...parts) => join(root, ...parts);

/** PATH with the project's own programs first: the pinned Node before the machine's. */
export const toolPath = (env = process.env) => [inProject('node_modules', '.bin'), env.PATH].filter(Boolean).join(delimiter);
