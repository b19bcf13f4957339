import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#data/sql';
import { KEEPER } from '#rules/access/system-actors';
import { createUser } from '#casework/access/create-user';
import { unlockUser } from '#casework/access/change-user';
import { checkExport } from '#casework/audit/check-export';
import { exportAudit } from '#casework/audit/export-audit';
import { findAudit } from '#casework/audit/find-audit';
import { verifyAudit } from '#casework/audit/verify-audit';
import type { Work } from '#casework/work';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let system: Work;
let auditor: Work;
let userId: string;
const folder = mkdtempSync(join(tmpdir(), 'bangfu-audit-'));

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  [system, auditor] = [await aWorker(db, 'system-admin', tree.city), await aWorker(db, 'audit-admin', tree.city)];
  userId = (await createUser(at(system, '2026-11-01T02:00:00Z'), { username: 'wang.wu', name: '王五', organisationId: tree.north })).id;
  for (let i = 0; i < 25; i += 1) await unlockUser(at(system, `2026-11-${String(2 + (i % 5)).padStart(2, '0')}T15:30:00Z`), userId);
  await seal();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

const seal = (): Promise<{ n: number }> =>
  db.data.inTransaction({ ...KEEPER, organisationId: null }, new Date(), (tx) =>
    tx.one<{ n: number }>(sql`SELECT bangfu.seal_audit(1000) AS n`),
  );

async function theExport(): Promise<Buffer> {
  const parts: string[] = [];
  for await (const part of await exportAudit(auditor)) parts.push(part);
  return Buffer.from(parts.join(''));
}

describe('the audit trail', () => {
  it('is read page by page, newest first, each entry once and with its place in the chain', async () => {
    const ids: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await findAudit(auditor, { limit: 7, subjectId: userId, cursor });
      ids.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ seq }) => seq !== null)).toBe(true);
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(ids).toHaveLength(26);
    expect(new Set(ids).size).toBe(26);
    const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM audit_entry WHERE subject_id = $1 ORDER BY at DESC, id DESC', [
      userId,
    ]);
    expect(ids).toEqual(rows.map(({ id }) => id));
  });

  it('is narrowed by kind, person and days as they are in Shanghai', async () => {
    const all = { limit: 100, subjectId: userId, count: true };
    expect((await findAudit(auditor, { ...all, type: 'user.created' })).total).toBe(1);
    expect((await findAudit(auditor, { ...all, actorId: system.actor.id })).total).toBe(26);
    expect((await findAudit(auditor, { ...all, actorId: auditor.actor.id })).total).toBe(0);
    // 15:30 UTC is 23:30 of the same day in Shanghai.
    expect((await findAudit(auditor, { ...all, from: '2026-11-02', to: '2026-11-02' })).total).toBe(5);
    expect((await findAudit(auditor, { ...all, from: '2026-11-07' })).total).toBe(0);
  });

  it('shows nothing to whoever is no auditor, and takes no invented cursor', async () => {
    expect((await findAudit(system, { limit: 10 })).items).toEqual([]);
    await expect(findAudit(auditor, { limit: 10, cursor: 'x' })).rejects.toMatchObject({ code: 'paging.cursor' });
  });
});

describe('verification', () => {
  it('goes through the whole chain, counts what waits, and is noted itself', async () => {
    const found = await verifyAudit(auditor);
    expect(found).toMatchObject({ whole: true, firstFault: null, pending: 0 });
    expect(found.links).toBeGreaterThanOrEqual(26);
    expect((await verifyAudit(auditor)).pending).toBe(1);
    const [noted] = (await findAudit(auditor, { limit: 1, type: 'audit.verified' })).items;
    expect(noted).toMatchObject({ details: { links: found.links, whole: true }, seq: null });
  });

  it('is for whoever sees the whole chain: a part of it must not pass for the whole', async () => {
    const district = await aWorker(db, 'audit-admin', tree.north);
    await expect(verifyAudit(district)).rejects.toMatchObject({ code: 'audit.city-only' });
    await expect(exportAudit(district)).rejects.toMatchObject({ code: 'audit.city-only' });
  });
});

describe('an export', () => {
  it('is whole, names who signed it, and is noted before its first line leaves', async () => {
    const { firstFault, whole, links, signer, head } = await checkExport([await theExport()]);
    expect(firstFault).toBeNull();
    expect([whole, signer]).toEqual([true, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const before = await findAudit(auditor, { limit: 100, type: 'audit.exported' });
    expect(before.items[0]!.details).toEqual({ links, head });
    await exportAudit(auditor);
    expect((await findAudit(auditor, { limit: 100, type: 'audit.exported' })).items).toHaveLength(before.items.length + 1);
  });

  it('holds against a head and a signer that were written down', async () => {
    const bytes = await theExport();
    const { head, signer } = await checkExport([bytes]);
    const first = (JSON.parse(bytes.toString().split('\n')[0]!) as { hash: string }).hash;
    expect((await checkExport([bytes], { head, signer: signer! })).whole).toBe(true);
    expect((await checkExport([bytes], { head: first })).whole).toBe(true);
    expect((await checkExport([bytes], { head: 'f'.repeat(64) })).firstFault?.en).toContain('not in the chain');
    expect((await checkExport([bytes], { signer: 'f'.repeat(64) })).firstFault?.en).toContain('another system');
  });
});

describe('npm run audit:verify', () => {
  const run = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      const { DATABASE_URL: _, BANGFU_KEY: __, REDIS_URL: ___, ...bare } = process.env;
      execFile(process.execPath, ['dist/apps/worker/src/audit/verify.js', ...args], { env: { ...bare, ...env } }, (error, stdout, stderr) =>
        resolve({ code: (error?.code as number | undefined) ?? 0, said: stdout + stderr }),
      );
    });

  it('checks an export without a database and without a key', async () => {
    const bytes = await theExport();
    const file = join(folder, 'audit.jsonl');
    writeFileSync(file, bytes);
    expect(await run([file])).toMatchObject({ code: 0, said: expect.stringContaining('audit: whole') as string });
    bytes[bytes.indexOf('user.unlocked') + 2]! ^= 1;
    writeFileSync(file, bytes);
    const { code, said } = await run([file]);
    expect(code).toBe(1);
    expect(said).toMatch(/fault at \d+[\s\S]*audit: broken/);
  });

  it('checks a database, and says what it needs', async () => {
    expect(await run([], { DATABASE_URL: db.url })).toMatchObject({
      code: 0,
      said: expect.stringMatching(/links: \d+[\s\S]*audit: whole/) as string,
    });
    expect((await run(['--head', 'f'.repeat(64)], { DATABASE_URL: db.url })).code).toBe(1);
    expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('DATABASE_URL') as string });
    expect((await run([join(folder, 'nowhere')])).code).toBe(2);
  });
});
