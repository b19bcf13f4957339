import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'visit-worker.js';
/** What the home visit needs where there is no network: its pages, and both languages. */
const PARTS = /\/src\/(areas\/hardship\/visit\/Visit(Frame|ListPage|Page)\.tsx|locales\/(zh-CN|en)\.ts|main\.tsx)$/;
const ALSO = /\.(svg|woff2)$/;

interface Chunk {
  type: 'chunk';
  fileName: string;
  facadeModuleId: string | null;
  moduleIds: string[];
  imports: string[];
  code: string;
  viteMetadata?: { importedCss: Set<string> };
}

/** Builds the visit pages' service worker as a file of its own, with the list of the files that it keeps written into it. */
export function visitFiles(): Plugin {
  return {
    name: 'bangfu:visit-files',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: new URL('src/worker/visit-worker.ts', import.meta.url).pathname, fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = new Map(
          Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file as unknown as Chunk]] : [])),
        );
        const files = new Set(Object.keys(bundle).filter((name) => ALSO.test(name)));
        const add = (name: string): void => {
          const chunk = chunks.get(name);
          if (!chunk || files.has(name)) return;
          files.add(name);
          for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
          chunk.imports.forEach(add);
        };
        const begun = [...chunks.values()].filter((chunk) => chunk.fileName !== WORKER && chunk.moduleIds.some((id) => PARTS.test(id)));
        begun.forEach((chunk) => add(chunk.fileName));
        const worker = chunks.get(WORKER);
        if (!worker || worker.imports.length > 0 || begun.length < 6)
          throw new Error('The visit pages or their worker are not where they are looked for');
        const paths = [...files].sort().map((name) => `/${name}`);
        const print = createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 16);
        worker.code = worker.code
          .replace(/["'`]__VISIT_FILES__["'`]/, () => paths.map((path) => JSON.stringify(path)).join(','))
          .replace('__VISIT_PRINT__', print);
      },
    },
  };
}
