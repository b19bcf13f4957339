// When to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of whoever started us.
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Calls `close` once and leaves. A second Ctrl-C does not interrupt it: half-stopped is worse than slow. */
export function whenAsked(close) {
  let asked = false;
  const stop = async (code) => {
    if (asked) return;
    asked = true;
    await close();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => stop(code));
  if (process.send) process.on('disconnect', () => stop(143));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop(143));
}

/** npm killed with -9 says nothing to us; that our parent has changed does. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}
