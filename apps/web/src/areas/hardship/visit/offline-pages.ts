/** Sees to it that the visit pages open without network: their worker is fetched and has put everything by. */
const PATIENCE_MS = 30_000;

export async function readyOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register('/visit-worker.js', { scope: '/visits', updateViaCache: 'none' });
    const coming = registration.installing ?? registration.waiting;
    if (!coming) return registration.active !== null;
    return await Promise.race([activated(coming), new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS))]);
  } catch {
    return false;
  }
}

function activated(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
