/**
 * The visits that one person carries on this device: every word is sealed and kept the moment it is written, and uploaded when
 * there is a network. Only one page carries them at a time, so that no page writes over what another has kept.
 */
import type { VisitFacts, VisitRecord } from '#contract/visits';
import { noteChange, prepareSending, takeAnswer } from '#rules/hardship/visits/visit-on-device';
import type { VisitFieldName, VisitValue } from '#rules/hardship/visits/visit-form';
import { newKey } from '../../../api/client.js';
import { formOf, fromBytes, newlyTaken, toBytes, waitingIn, type KeptVisit } from './kept-visit.js';
import type { Kept, Vault } from './vault.js';

export interface Photo {
  id: string;
  visitId: string;
  url: string;
}
export interface Carried {
  visits: ReadonlyMap<string, KeptVisit>;
  photos: readonly Photo[];
  /** being written to the device at this moment */
  saving: boolean;
  /** the device would not keep it: full, or its storage was taken away */
  failed: boolean;
}

export class Satchel {
  carried: Carried = { visits: new Map(), photos: [], saving: false, failed: false };
  private readonly listeners = new Set<() => void>();
  /** One after the other, so that what was written last stays last. */
  private writing: Promise<unknown> = Promise.resolve();
  private writes = 0;

  private constructor(
    readonly vault: Vault,
    readonly ownerId: string,
  ) {}

  static async open(vault: Vault, ownerId: string): Promise<Satchel> {
    const satchel = new Satchel(vault, ownerId);
    const mine = (all: Kept[]): Kept[] => all.filter((kept) => kept.ownerId === ownerId);
    const visits = new Map<string, KeptVisit>();
    for (const { id } of mine(await vault.list('visits'))) {
      const bytes = await vault.open('visits', id);
      if (bytes) visits.set(id, fromBytes<KeptVisit>(bytes));
    }
    const photos: Photo[] = [];
    for (const { id } of mine(await vault.list('photos'))) {
      const photo = await satchel.photoOf(id);
      if (photo) photos.push({ id, visitId: photo.visitId, url: URL.createObjectURL(photo.blob) });
    }
    satchel.carried = { visits, photos, saving: false, failed: false };
    return satchel;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Carried => this.carried;

  photosOf(visitId: string): Photo[] {
    return this.carried.photos.filter((photo) => photo.visitId === visitId);
  }

  take(record: VisitRecord, facts: VisitFacts, owner: { id: string; name: string }): Promise<void> {
    return this.keep(newlyTaken(record, facts, owner, new Date().toISOString()));
  }

  write(id: string, name: VisitFieldName, value: VisitValue): Promise<void> {
    return this.change(id, (visit) => ({ ...visit, device: noteChange(visit.device, name, value, new Date().toISOString()) }));
  }

  /** What goes out next, kept under its name before it goes: after a lost answer it goes again as the same. */
  async sending(id: string): Promise<KeptVisit['device']['sending']> {
    await this.change(id, (visit) => ({ ...visit, device: prepareSending(visit.device, newKey()) }));
    return this.carried.visits.get(id)?.device.sending ?? null;
  }

  async answered(id: string, record: VisitRecord, sent: boolean): Promise<void> {
    await this.change(id, (visit) => {
      const device = takeAnswer(visit.device, formOf(record), sent);
      return {
        ...visit,
        device,
        record: record.version >= visit.record.version ? record : visit.record,
        syncedAt: new Date().toISOString(),
      };
    });
  }

  async addPhoto(visitId: string, blob: Blob): Promise<void> {
    const id = newKey();
    const head = toBytes({ visitId, type: blob.type });
    const body = new Uint8Array(await blob.arrayBuffer());
    const bytes = new Uint8Array(4 + head.length + body.length);
    new DataView(bytes.buffer).setUint32(0, head.length);
    bytes.set(head, 4);
    bytes.set(body, 4 + head.length);
    await this.inTurn(() => this.vault.put('photos', { id, ownerId: this.ownerId, waiting: 1 }, bytes));
    this.show({ photos: [...this.carried.photos, { id, visitId, url: URL.createObjectURL(blob) }] });
  }

  async photoOf(id: string): Promise<{ visitId: string; blob: Blob } | undefined> {
    const bytes = await this.vault.open('photos', id);
    if (!bytes) return undefined;
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const { visitId, type } = fromBytes<{ visitId: string; type: string }>(bytes.subarray(4, 4 + length));
    return { visitId, blob: new Blob([bytes.subarray(4 + length)], { type }) };
  }

  async dropPhoto(id: string): Promise<void> {
    await this.inTurn(() => this.vault.remove('photos', id));
    this.show({ photos: this.carried.photos.filter((photo) => photo.id !== id) });
  }

  /** Uploaded and done with, or given up: gone from the device. */
  async forget(id: string): Promise<void> {
    for (const photo of this.photosOf(id)) await this.dropPhoto(photo.id);
    const visits = new Map(this.carried.visits);
    visits.delete(id);
    this.show({ visits });
    await this.inTurn(() => this.vault.remove('visits', id));
  }

  async close(): Promise<void> {
    await this.writing;
    for (const { url } of this.carried.photos) URL.revokeObjectURL(url);
    this.vault.close();
  }

  private change(id: string, how: (visit: KeptVisit) => KeptVisit): Promise<void> {
    const visit = this.carried.visits.get(id);
    return visit ? this.keep(how(visit)) : Promise.resolve();
  }

  private keep(visit: KeptVisit): Promise<void> {
    this.show({ visits: new Map(this.carried.visits).set(visit.id, visit) });
    const { id, ownerId } = visit;
    return this.inTurn(() => this.vault.put('visits', { id, ownerId, waiting: waitingIn(visit, 0) }, toBytes(visit)));
  }

  private inTurn(write: () => Promise<void>): Promise<void> {
    this.writes += 1;
    this.show({ saving: true });
    const done = this.writing.then(write);
    const ended = (failed: boolean): void => {
      this.writes -= 1;
      this.show({ saving: this.writes > 0, failed });
    };
    this.writing = done.then(
      () => ended(false),
      () => ended(true),
    );
    return done;
  }

  private show(part: Partial<Carried>): void {
    this.carried = { ...this.carried, ...part };
    for (const listener of this.listeners) listener();
  }
}
