import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#casework/access/actor-of';
import { sweepFiles } from '#casework/documents/sweep-files';
import { addAttachment, type NewAttachment } from '#casework/hardship/attachments/add-attachment';
import { downloadAttachment } from '#casework/hardship/attachments/download-attachment';
import { findAttachments } from '#casework/hardship/attachments/find-attachments';
import { removeAttachment } from '#casework/hardship/attachments/remove-attachment';
import type { Work } from '#casework/work';
import { AttachmentList } from '#contract/attachments';
import { rotateKeys } from '#data/rotate-keys';
import { KEEPER } from '#rules/access/system-actors';
import { diskStore } from '#runtime/files/disk-store';
import type { Files } from '#runtime/files/open-files';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson, type PlantedFile } from '../../support/a-file.js';
import { aDatabase, masterKey, type TestDatabase } from '../../support/database.js';
import { aJpeg, aPdf, aPng } from '../../support/papers.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let root: string;
let files: Files;
let [officer, neighbour, reader, keeper]: Work[] = [];
let child: string;
let file: PlantedFile;
let other: PlantedFile;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  root = await mkdtemp(join(tmpdir(), 'bangfu-attachments-'));
  files = { store: diskStore(root), mostBytes: 1024 * 1024 };
  const equipped = async (role: Parameters<typeof aWorker>[1], at: string): Promise<Work> => ({ ...(await aWorker(db, role, at)), files });
  officer = await equipped('aid-officer', tree.north);
  neighbour = await equipped('aid-officer', tree.south);
  reader = await equipped('archivist', tree.north);
  keeper = { ...officer, actor: await actorOf(db.data, KEEPER.id) };
  child = await aKnownPerson(db.owner, tree.northTown, '沈小小');
  file = await aFile(db.owner, tree.northTown, {}, { members: [child] });
  other = await aFile(db.owner, tree.northTown);
});
afterAll(async () => {
  await db.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  await db.owner.query('TRUNCATE hardship_consent, hardship_worksheet, hardship_assessment, attachment CASCADE');
  await rm(root, { recursive: true, force: true });
});

const paper = (over: Partial<NewAttachment> = {}): NewAttachment => ({
  fileId: file.id,
  kind: 'income',
  fileName: '收入证明.pdf',
  declared: 'application/pdf',
  bytes: aPdf(),
  ...over,
});
const stored = async (): Promise<string[]> =>
  (await readdir(root, { recursive: true }).catch(() => [])).filter((name) => /[0-9a-f]{64}/.test(name));
const audited = async (type: string): Promise<{ actor_id: string; details: object }[]> =>
  (await db.owner.query('SELECT actor_id, details FROM audit_entry WHERE type = $1 ORDER BY at, id', [type])).rows;

describe('who it is not for', () => {
  it('a stranger adds, sees, opens and removes nothing', async () => {
    const { id } = await addAttachment(officer!, paper());
    const before = await stored();
    await expect(addAttachment(neighbour!, paper())).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(findAttachments(neighbour!, file.id)).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(downloadAttachment(neighbour!, { fileId: file.id, attachmentId: id })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(removeAttachment(neighbour!, { fileId: file.id, attachmentId: id, version: 1, reason: '不要' })).rejects.toMatchObject({
      code: 'data.not-found',
    });
    expect(await stored()).toEqual(before);
  });

  it('who only reads the file sees which papers there are, and opens none', async () => {
    const { id } = await addAttachment(officer!, paper());
    const { items, actions } = AttachmentList.parse(await findAttachments(reader!, file.id));
    expect(items).toMatchObject([{ id, kind: 'income', fileName: '收入证明.pdf' }]);
    expect([...actions, ...items[0]!.actions].every(({ allowed }) => !allowed)).toBe(true);
    await expect(downloadAttachment(reader!, { fileId: file.id, attachmentId: id })).rejects.toMatchObject({
      code: 'attachments.not-at-work',
    });
    await expect(addAttachment(reader!, paper())).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(removeAttachment(reader!, { fileId: file.id, attachmentId: id, version: 1, reason: '不要' })).rejects.toMatchObject({
      code: 'data.not-found',
    });
    expect(await audited('attachment.opened')).toEqual([]);
  });

  it('a paper is not found under another file', async () => {
    const { id } = await addAttachment(officer!, paper());
    await expect(downloadAttachment(officer!, { fileId: other.id, attachmentId: id })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(removeAttachment(officer!, { fileId: other.id, attachmentId: id, version: 1, reason: '不要' })).rejects.toMatchObject({
      code: 'data.not-found',
    });
  });
});

describe('a paper', () => {
  it('comes back as it went in, is sealed where it lies, and every opening is on record', async () => {
    const bytes = aJpeg('a face');
    const { id } = await addAttachment(
      officer!,
      paper({ kind: 'id-card', personId: child, fileName: '身份证.jpg', declared: 'image/jpeg', bytes }),
    );
    expect((await findAttachments(officer!, file.id)).items).toMatchObject([
      {
        id,
        kind: 'id-card',
        personId: child,
        personName: '沈*小',
        size: bytes.length,
        scan: 'not-scanned',
        addedByName: officer!.actor.name,
        mediaType: 'image/jpeg',
        removedAt: null,
      },
    ]);
    const opened = await downloadAttachment(officer!, { fileId: file.id, attachmentId: id });
    expect(opened).toMatchObject({ fileName: '身份证.jpg', mediaType: 'image/jpeg' });
    expect(opened.bytes.equals(bytes)).toBe(true);
    expect(await audited('attachment.opened')).toEqual([{ actor_id: officer!.actor.id, details: { attachmentId: id, kind: 'id-card' } }]);
    const [name] = await stored();
    const sealed = await files.store.get(name!.slice(-64));
    expect(sealed.includes('a face') || sealed.includes('JFIF')).toBe(false);
    const { rows } = await db.owner.query('SELECT hash, content_index FROM attachment');
    expect(rows[0].hash.toString('hex')).toBe(name!.slice(-64));
    const { rows: told } = await db.owner.query(
      `SELECT kind, note_cipher AS note FROM activity WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [file.id],
    );
    expect(told).toEqual([{ kind: 'hardship.addAttachment', note: null }]);
  });

  it('is kept once a kind, whoever’s it is, and under another key each time', async () => {
    await addAttachment(officer!, paper());
    await expect(addAttachment(officer!, paper({ fileName: '另一个名字.pdf' }))).rejects.toMatchObject({ code: 'attachments.twice' });
    expect((await stored()).length).toBe(1);
    await addAttachment(officer!, paper({ kind: 'other' }));
    await expect(addAttachment(officer!, paper({ personId: child }))).rejects.toMatchObject({ code: 'attachments.twice' });
    await addAttachment(officer!, paper({ fileId: other.id }));
    expect((await stored()).length).toBe(3);
    const { rows } = await db.owner.query(
      'SELECT count(DISTINCT hash)::int AS hashes, count(DISTINCT content_index)::int AS papers FROM attachment',
    );
    expect(rows).toEqual([{ hashes: 3, papers: 1 }]);
  });

  it('sent by many at once is there once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => addAttachment(officer!, paper())));
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : [])).every((code) => code === 'attachments.twice')).toBe(
      true,
    );
    expect((await stored()).length).toBe(1);
  });

  it('belongs to somebody of the household', async () => {
    await expect(addAttachment(officer!, paper({ personId: other.holderId }))).rejects.toMatchObject({
      code: 'attachments.not-of-household',
    });
    await expect(addAttachment(officer!, paper({ personId: newId() }))).rejects.toMatchObject({ code: 'attachments.not-of-household' });
    expect(await stored()).toEqual([]);
  });

  it('survives a change of the data key untouched', async () => {
    const { id } = await addAttachment(officer!, paper());
    const before = await stored();
    const learn = async (): Promise<void> =>
      db.secrets.learn((await db.owner.query('SELECT id, wrapped, retired_at AS "retiredAt" FROM data_key')).rows);
    const { keyId } = await rotateKeys(db.url, masterKey(), learn, () => undefined);
    const { rows } = await db.owner.query('SELECT key_cipher FROM attachment');
    expect(db.secrets.keyOf(rows[0].key_cipher)).toBe(keyId);
    expect(await stored()).toEqual(before);
    expect((await downloadAttachment(officer!, { fileId: file.id, attachmentId: id })).bytes.equals(aPdf())).toBe(true);
  });
});

describe('taking a paper out', () => {
  const remove = (attachmentId: string, version = 1): Promise<void> =>
    removeAttachment(officer!, { fileId: file.id, attachmentId, version, reason: '传错了' });

  it('keeps the row with its reason and the content, and gives it to nobody', async () => {
    const { id } = await addAttachment(officer!, paper());
    await expect(remove(id, 2)).rejects.toMatchObject({ code: 'data.changed-meanwhile' });
    await remove(id);
    await expect(remove(id, 2)).rejects.toMatchObject({ code: 'attachments.removed' });
    await expect(downloadAttachment(officer!, { fileId: file.id, attachmentId: id })).rejects.toMatchObject({
      code: 'attachments.removed',
    });
    const [item] = (await findAttachments(officer!, file.id)).items;
    expect(item).toMatchObject({ id, removedReason: '传错了' });
    expect(item!.actions.every(({ allowed }) => !allowed)).toBe(true);
    expect((await stored()).length).toBe(1);
    expect(await addAttachment(officer!, paper())).toHaveProperty('id');
  });

  it('is refused where a signature or a signed worksheet rests on it, or the file has ended', async () => {
    const { id } = await addAttachment(officer!, paper());
    const seal = (line: object): Buffer => db.secrets.seal(JSON.stringify({ memberIds: [], lines: [line], reckonedBy: [] }));
    const sheet = newId();
    await db.owner.query(
      `INSERT INTO hardship_worksheet (id, file_id, organisation_id, number, status, period_from, period_to, sheet_cipher, created_by, created_by_name, signed_on) VALUES ($1, $2, $3, 1, 'signed', '2025-11-01', '2026-10-31', $4, $5, '甲', '2026-11-01')`,
      [sheet, file.id, tree.northTown, seal({ voucherId: id }), officer!.actor.id],
    );
    await expect(remove(id)).rejects.toMatchObject({ code: 'attachments.in-worksheet' });
    await db.owner.query(`UPDATE hardship_worksheet SET status = 'dropped'`);
    await db.owner.query(
      `INSERT INTO hardship_consent (id, file_id, organisation_id, person_id, kind, signed_on, signed_by, attachment_id, recorded_by) VALUES ($1, $2, $3, $4, 'application', '2026-11-01', '甲', $5, $6)`,
      [newId(), file.id, tree.northTown, file.holderId, id, officer!.actor.id],
    );
    await expect(remove(id)).rejects.toMatchObject({ code: 'attachments.in-consent' });
    expect((await findAttachments(officer!, file.id)).items[0]!.actions).toMatchObject([
      { allowed: true },
      { name: 'removeAttachment', allowed: false },
    ]);
    await db.owner.query(`UPDATE hardship_consent SET withdrawn_on = '2026-11-02'`);
    await db.owner.query(`UPDATE hardship_file SET status = 'exited_other', end_ground = 'death' WHERE id = $1`, [file.id]);
    await expect(remove(id)).rejects.toMatchObject({ code: 'attachments.file-ended' });
    await db.owner.query(`UPDATE hardship_file SET status = 'active', end_ground = NULL WHERE id = $1`, [file.id]);
    await remove(id);
  });
});

describe('the store', () => {
  it('that is away is told as such, and nothing is written down', async () => {
    await expect(addAttachment({ ...officer!, files: { ...files, store: diskStore('/dev/null/files') } }, paper())).rejects.toMatchObject({
      code: 'attachments.store-away',
    });
    const { files: _, ...without } = officer!;
    await expect(addAttachment(without, paper())).rejects.toMatchObject({ code: 'attachments.store-away', text: { kind: 'unavailable' } });
    expect((await findAttachments(officer!, file.id)).items).toEqual([]);
    const { id } = await addAttachment(officer!, paper());
    await rm(join(root, (await stored())[0]!));
    await expect(downloadAttachment(officer!, { fileId: file.id, attachmentId: id })).rejects.toMatchObject({ code: 'attachments.lost' });
    expect(await audited('attachment.opened')).toHaveLength(2);
  });

  it('is swept of what no row names and is older than a day; of nothing by who does not see every row', async () => {
    await addAttachment(officer!, paper());
    const { id } = await addAttachment(officer!, paper({ kind: 'other', bytes: aPng(), fileName: 'a.png', declared: 'image/png' }));
    await removeAttachment(officer!, { fileId: file.id, attachmentId: id, version: 1, reason: '传错了' });
    const kept = await stored();
    const orphan = Buffer.from('an upload that died before its row');
    const { sha256 } = await import('#runtime/files/sha256');
    const name = sha256(orphan).toString('hex');
    await files.store.put(name, orphan);
    const night = { ...keeper!, now: new Date(Date.now() + 1000) };
    expect(await sweepFiles(night)).toEqual({ looked: 3, removed: 0 });
    for (const each of await stored()) await utimes(join(root, each), 1, 1);
    await expect(sweepFiles(officer!)).rejects.toMatchObject({ code: 'data.not-allowed' });
    expect((await stored()).length).toBe(3);
    expect(await sweepFiles(night)).toEqual({ looked: 3, removed: 1 });
    expect((await stored()).sort()).toEqual(kept.sort());
    expect(await audited('attachment.swept')).toMatchObject([{ details: { removed: 1 } }]);
  });
});
