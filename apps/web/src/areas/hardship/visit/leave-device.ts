import { hasVault, openVault, wipeVault } from './vault.js';

/** How much of this person's waits on the device to be uploaded; 0 where nothing was ever taken along. */
export async function waitingOnDevice(ownerId: string): Promise<number> {
  if (!(await hasVault())) return 0;
  const vault = await openVault();
  const kept = [...(await vault.list('visits')), ...(await vault.list('photos'))];
  vault.close();
  return kept.filter((one) => one.ownerId === ownerId).reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Signing out takes what this person carried off the device; with nobody else's left, the key too. */
export async function leaveDevice(ownerId: string): Promise<void> {
  if (!(await hasVault())) return;
  const vault = await openVault();
  let left = 0;
  for (const shelf of ['visits', 'photos'] as const) {
    for (const kept of await vault.list(shelf)) {
      if (kept.ownerId === ownerId) await vault.remove(shelf, kept.id);
      else left += 1;
    }
  }
  vault.close();
  if (left === 0) await wipeVault();
}
