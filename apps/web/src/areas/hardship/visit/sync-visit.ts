import { ApiProblem } from '../../../api/problem.js';
import { newKey } from '../../../api/client.js';
import { addVisitPhoto, mergeVisit } from '../../../api/visits.js';
import { pendingFields } from '#rules/hardship/visits/visit-on-device';
import type { Satchel } from './satchel.js';

export interface Synced {
  /** what was sent came after the visit had been recorded, and is kept behind the form */
  late: boolean;
}

/** Sends what was written, field by field, then the photographs, and learns what others wrote. Broken off, it is begun again. */
export async function syncVisit(satchel: Satchel, id: string): Promise<Synced> {
  let late = await exchange(satchel, id);
  const photos = satchel.photosOf(id);
  for (const { id: photoId } of photos) await upload(satchel, id, photoId);
  if (photos.length > 0) late = (await exchange(satchel, id)) || late;
  return { late };
}

async function exchange(satchel: Satchel, id: string): Promise<boolean> {
  let late = false;
  for (;;) {
    const sending = await satchel.sending(id);
    const { changeId, fields } = sending ?? { changeId: newKey(), fields: [] };
    const body = {
      clientId: satchel.vault.deviceId,
      changeId,
      fields: fields.map(({ name, value, at, base }) => ({ name, value: value as never, at, base })),
    };
    const { outcome, visit } = await mergeVisit(id, body);
    late ||= outcome.late;
    await satchel.answered(id, visit, sending !== null);
    const kept = satchel.carried.visits.get(id);
    if (!kept || pendingFields(kept.device).length === 0 || !sending) return late;
  }
}

async function upload(satchel: Satchel, visitId: string, photoId: string): Promise<void> {
  const photo = await satchel.photoOf(photoId);
  const fileId = satchel.carried.visits.get(visitId)?.record.fileId;
  if (!photo || !fileId) return;
  try {
    await addVisitPhoto(fileId, photo.blob, `visit-${photoId.slice(0, 8)}.jpg`);
  } catch (error) {
    // Its answer was lost the first time: the file has it.
    if (!(error instanceof ApiProblem && error.code === 'attachments.twice')) throw error;
  }
  await satchel.dropPhoto(photoId);
}
