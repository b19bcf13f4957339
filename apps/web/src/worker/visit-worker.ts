/**
 * Serves the pages of the home visit where there is no network: their code and the empty shell, never anything that the server
 * says of a family. It looks after addresses below /visits alone; every other page goes past it.
 */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', doing: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', doing: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}
const worker = self as unknown as Worker;

/** Written in when the app is built: the files that the visit pages are made of, and a print of them all. */
const FILES = ['__VISIT_FILES__'];
const PRINT = '__VISIT_PRINT__';
const CACHE = `bangfu-visits-${PRINT}`;
const SHELL = '/index.html';
/** As long as a person waits for a network that is neither there nor gone. */
const PATIENCE_MS = 4_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([SHELL, ...FILES].map((path) => new Request(path, { cache: 'no-cache', credentials: 'omit' }))))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  const forget = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith('bangfu-visits-') && name !== CACHE) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(forget());
});

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else event.respondWith(part(event.request));
});

/** The network's page, which knows the newest program; the kept one where there is no network. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(SHELL);
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    return answer.ok || !kept ? answer : kept;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

const part = async (request: Request): Promise<Response> => (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
