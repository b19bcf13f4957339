// When to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of whoever started us.
import { nameOf, parentOf } from './processes.mjs';
import { hush } from './say.mjs';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Makes the one way out: `leaveWith(code)` closes everything and leaves, as does being asked to stop. A second Ctrl-C does
 * not interrupt it (half-stopped is worse than slow); whoever comes later finds the code decided.
 */
export function wayOut(close, codes = SIGNALS) {
  const leaveWith = (code) => {
    hush();
    return (leaveWith.asked ??= close().then(() => process.exit(code)));
  };
  for (const signal of Object.keys(SIGNALS)) process.on(signal, () => leaveWith(codes[signal]));
  if (process.send) process.on('disconnect', () => leaveWith(143));
  whenOrphaned(() => leaveWith(143));
  return leaveWith;
}

/**
 * npm passes a SIGTERM to the shell between us, which passes it to nobody; killed with -9 it passes nothing at all. That our
 * parent, or the shell's, has changed says it all the same. Started by anything but npm we may well outlive our parent.
 */
export function whenOrphaned(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = nameOf(process.ppid) !== undefined && !/^(npm|node)/.test(nameOf(process.ppid)) ? process.ppid : undefined;
  const family = () => `${process.ppid} ${shell && parentOf(shell)}`;
  const atFirst = family();
  setInterval(() => family() !== atFirst && stop(), 1000).unref();
}
