import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { VisitMerged, VisitPage, VisitRecord, VisitTaken } from '#contract/visits';
import { completeVisit } from '#casework/hardship/visits/complete-visit';
import { decideVisitConflict } from '#casework/hardship/visits/decide-visit-conflict';
import { findVisits } from '#casework/hardship/visits/find-visits';
import { getVisit } from '#casework/hardship/visits/get-visit';
import { mergeVisitChange } from '#casework/hardship/visits/merge-visit-change';
import { openVisit } from '#casework/hardship/visits/open-visit';
import { takeVisitAlong } from '#casework/hardship/visits/take-visit-along';
import type { Work } from '#casework/work';
import { newId } from '#runtime/ids';
import { aFamilyToVisit, sent, wholeVisit, type VisitedFamily } from '../../support/a-visit.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let officer: Work;
let colleague: Work;
let reviewer: Work;
let reader: Work;
let stranger: Work;
beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  officer = await aWorker(db, 'aid-officer', tree.north);
  colleague = await aWorker(db, 'window-clerk', tree.north);
  reviewer = await aWorker(db, 'reviewer', tree.north);
  reader = await aWorker(db, 'funds-auditor', tree.city);
  stranger = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

const family = (over: Partial<Parameters<typeof aFamilyToVisit>[1]> = {}): Promise<VisitedFamily> =>
  aFamilyToVisit(db, { organisationId: tree.northTown, ...over });
const begun = async (over: Parameters<typeof family>[0] = {}): Promise<{ id: string; family: VisitedFamily }> => {
  const made = await family(over);
  return { family: made, id: (await openVisit(officer, { fileId: made.fileId, purpose: 'intake' })).id };
};
const merge = (work: Work, visitId: string, values: Parameters<typeof sent>[0], base: number, changeId = newId(), when?: string) =>
  mergeVisitChange(work, { visitId, clientId: newId(), changeId, fields: sent(values, base, when) });
const version = async (id: string): Promise<number> => (await getVisit(officer, id)).version;
const setStatus = (fileId: string, status: string) =>
  db.owner.query('UPDATE hardship_file SET status = $1 WHERE id = $2', [status, fileId]);
/** As it goes over the wire. */
const wire = <Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> =>
  schema.parse(JSON.parse(JSON.stringify(answer)));
const valuesIn = (visit: z.infer<typeof VisitRecord>): Record<string, unknown> =>
  Object.fromEntries(visit.fields.map(({ name, value }) => [name, value]));

describe('who may not', () => {
  it('sees no visit of another district and can do nothing with it', async () => {
    const { id, family: { fileId } } = await begun(); // prettier-ignore
    const gone = { code: 'data.not-found' };
    await expect(openVisit(stranger, { fileId, purpose: 'intake' })).rejects.toMatchObject(gone);
    await expect(getVisit(stranger, id)).rejects.toMatchObject(gone);
    await expect(takeVisitAlong(stranger, { visitId: id, clientId: newId() })).rejects.toMatchObject(gone);
    await expect(merge(stranger, id, { metName: '外人' }, 1)).rejects.toMatchObject(gone);
    await expect(decideVisitConflict(stranger, { visitId: id, version: 1, field: 'metName', choice: 0 })).rejects.toMatchObject(gone);
    await expect(completeVisit(stranger, { visitId: id, version: 1 })).rejects.toMatchObject(gone);
    expect((await findVisits(stranger, { limit: 100 })).items).toEqual([]);
  });

  it('reads no findings only because the file may be seen', async () => {
    const { id } = await begun();
    await expect(getVisit(reader, id)).rejects.toMatchObject({ code: 'access.not-permitted' });
    expect(
      await db.owner.query(`SELECT 1 FROM audit_entry WHERE type = 'hardship.visit-read' AND actor_id = $1`, [reader.actor.id]),
    ).toMatchObject({ rowCount: 0 });
  });

  it('as a reviewer reads it and writes nothing', async () => {
    const { id, family: { fileId } } = await begun(); // prettier-ignore
    expect(await getVisit(reviewer, id)).toMatchObject({
      id,
      actions: expect.arrayContaining([expect.objectContaining({ name: 'mergeVisit', allowed: false })]),
    });
    await expect(merge(reviewer, id, { metName: '李' }, 1)).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(takeVisitAlong(reviewer, { visitId: id, clientId: newId() })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(openVisit(reviewer, { fileId, purpose: 'intake' })).rejects.toMatchObject({ code: 'access.not-permitted' });
    expect((await findVisits(reviewer, { limit: 20 })).items).toEqual([]);
  });
});

describe('a visit', () => {
  it('is begun where one is due, and only once', async () => {
    const made = await family();
    await expect(openVisit(officer, { fileId: made.fileId, purpose: 'review' })).rejects.toMatchObject({ code: 'hardship.visit-not-due' });
    const { id } = await openVisit(officer, { fileId: made.fileId, purpose: 'intake' });
    await expect(openVisit(colleague, { fileId: made.fileId, purpose: 'intake' })).rejects.toMatchObject({ code: 'hardship.visit-open' });
    const visit = wire(VisitRecord, await getVisit(officer, id));
    expect(visit).toMatchObject({
      version: 1,
      complete: false,
      over: false,
      holderName: '单*信',
      visitors: [{ name: officer.actor.name, userId: officer.actor.id }],
    });
  });

  it('is taken along with what finds the family, by who may see it; that it left is on record', async () => {
    const { id, family: { holderId, childId } } = await begun({ phone: '13951748263', address: '某镇某路1号' }); // prettier-ignore
    const clientId = newId();
    const taken = wire(VisitTaken, await takeVisitAlong(colleague, { visitId: id, clientId }));
    expect(taken.facts).toMatchObject({
      holderName: '单雄信', phone: '13951748263', address: '某镇某路1号', mainCause: 'major-illness',
      members: [{ personId: holderId, name: '单雄信', relation: 'holder' }, { personId: childId, name: '单小小', relation: 'child' }],
    }); // prettier-ignore
    expect(taken.facts.colleagues.map((one) => one.id)).toEqual(expect.arrayContaining([officer.actor.id, colleague.actor.id]));
    expect(taken.facts.colleagues.map((one) => one.id)).not.toContain(stranger.actor.id);
    const { rows } = await db.owner.query(
      `SELECT type, details FROM audit_entry WHERE actor_id = $1 AND type IN ('person.revealed', 'hardship.visit-taken-along') ORDER BY type`,
      [colleague.actor.id],
    );
    expect(rows).toEqual([
      { type: 'hardship.visit-taken-along', details: { visitId: id, clientId } },
      { type: 'person.revealed', details: { field: 'phone', purpose: '入户调查' } },
    ]);
  });

  it('leaves masked with whoever may reveal nothing', async () => {
    const unit = await aWorker(db, 'unit-union', tree.northTown);
    const { id } = await begun({ phone: '13951748263', address: '某镇某路1号' });
    const { facts } = await takeVisitAlong(unit, { visitId: id, clientId: newId() });
    expect(facts).toMatchObject({ holderName: '单*信', phone: '139****8263', address: null });
  });

  it('stands plain in no column', async () => {
    const { id } = await begun();
    await merge(officer, id, wholeVisit, 1);
    const { rows } = await db.owner.query<{ row: string }>(
      `SELECT v::text AS row FROM hardship_visit v WHERE id = $1 UNION ALL SELECT e::text FROM audit_entry e UNION ALL SELECT a::text FROM activity a`,
      [id],
    );
    for (const { row } of rows) expect(row).not.toMatch(/透析|李月|210000/);
    expect(rows[0]!.row).toContain('周宁');
  });
});

describe('merging', () => {
  it('takes from both what only one of them wrote, and keeps the one torn field for a person', async () => {
    const { id } = await begun();
    await merge(officer, id, { illnessNote: '肾病', metName: '李月' }, 1);
    const base = await version(id);
    const theirs = wire(VisitMerged, await merge(colleague, id, { illnessNote: '尿毒症', housing: 'bought' }, base));
    expect(theirs.outcome).toEqual({ taken: ['illnessNote', 'housing'], conflicts: [], late: false });
    const { outcome, visit } = wire(VisitMerged, await merge(officer, id, { illnessNote: '肾病，每周透析', pupils: 2 }, base));
    expect(outcome).toEqual({ taken: ['pupils'], conflicts: ['illnessNote'], late: false });
    expect(valuesIn(visit)).toMatchObject({ illnessNote: '尿毒症', metName: '李月', housing: 'bought', pupils: 2 });
    expect(visit.conflicts).toMatchObject([
      {
        name: 'illnessNote',
        sides: [
          { value: '尿毒症', byName: colleague.actor.name },
          { value: '肾病，每周透析', byName: officer.actor.name },
        ],
      },
    ]);
    expect((await findVisits(officer, { limit: 50 })).items.find((row) => row.visitId === id)).toMatchObject({ conflicts: 1 });
    await expect(completeVisit(officer, { visitId: id, version: visit.version })).rejects.toMatchObject({
      code: 'hardship.visit-conflicts-open',
    });
  });

  it('changes nothing when the same change comes again', async () => {
    const { id } = await begun();
    const changeId = newId();
    const first = await merge(officer, id, { metName: '李月' }, 1, changeId);
    await merge(colleague, id, { metName: '王' }, first.visit.version);
    const before = await version(id);
    const again = await merge(officer, id, { metName: '李月' }, 1, changeId);
    expect([again.visit.version, again.outcome.conflicts, valuesIn(wire(VisitRecord, again.visit))['metName']]).toEqual([before, [], '王']);
    expect((await merge(officer, id, {}, 1)).visit.version).toBe(before);
  });

  it('refuses what no form holds, whole, and a version that never was', async () => {
    const { id } = await begun();
    await expect(merge(officer, id, { metName: '李月', pupils: -1 }, 1)).rejects.toMatchObject({
      code: 'hardship.visit-value',
      details: { field: 'pupils' },
    });
    await expect(merge(officer, id, { metName: '李月' }, 2)).rejects.toMatchObject({ code: 'hardship.visit-base-unknown' });
    expect(await version(id)).toBe(1);
  });

  it('believes no clock that runs ahead', async () => {
    const { id } = await begun();
    const { visit } = await merge(officer, id, { metName: '李月' }, 1, newId(), '2031-01-01T00:00:00+08:00');
    expect(visit.fields.find(({ name }) => name === 'metName')?.at).toBe(officer.now.toISOString());
  });

  it('of many at once loses nobody’s word', async () => {
    const { id } = await begun();
    const words = Array.from({ length: 12 }, (_, n) => `话${n}`);
    await Promise.all(words.map((needsNote, n) => merge(n % 2 ? officer : colleague, id, { needsNote }, 1)));
    const [conflict] = (await getVisit(officer, id)).conflicts;
    expect(conflict!.sides.map(({ value }) => value).sort()).toEqual(words.sort());
  });
});

describe('deciding', () => {
  it('is a person’s, from the version that was seen, and keeps what was not chosen', async () => {
    const { id } = await begun();
    await merge(officer, id, { illnessNote: '肾病' }, 1);
    await merge(colleague, id, { illnessNote: '尿毒症' }, 1);
    const seen = await version(id);
    await expect(decideVisitConflict(officer, { visitId: id, version: seen - 1, field: 'illnessNote', choice: 0 })).rejects.toMatchObject({
      code: 'data.changed-meanwhile',
    });
    await expect(decideVisitConflict(officer, { visitId: id, version: seen, field: 'pupils', choice: 0 })).rejects.toMatchObject({
      code: 'hardship.visit-no-conflict',
    });
    const visit = wire(VisitRecord, await decideVisitConflict(officer, { visitId: id, version: seen, field: 'illnessNote', choice: 1 }));
    expect([visit.conflicts, valuesIn(visit)['illnessNote']]).toEqual([[], '尿毒症']);
    expect(visit.decided).toMatchObject([
      { field: 'illnessNote', chosen: 1, byName: officer.actor.name, sides: [{ value: '肾病' }, { value: '尿毒症' }] },
    ]);
  });
});

describe('a form', () => {
  it('is complete when nothing is missing; a later word opens it again', async () => {
    const { id, family: { fileId } } = await begun(); // prettier-ignore
    await expect(completeVisit(officer, { visitId: id, version: 1 })).rejects.toMatchObject({ code: 'hardship.visit-incomplete' });
    const { visit } = await merge(officer, id, wholeVisit, 1);
    expect(visit.missing).toEqual([]);
    const done = wire(VisitRecord, await completeVisit(officer, { visitId: id, version: visit.version }));
    expect(done).toMatchObject({ complete: true, visitedOn: '2026-11-20', visitors: [{ userId: officer.actor.id }, { name: '周宁' }] });
    await expect(completeVisit(officer, { visitId: id, version: done.version })).rejects.toMatchObject({ code: 'hardship.visit-done' });
    const again = await merge(colleague, id, { opinion2: '建议尽快认定' }, done.version);
    expect(again).toMatchObject({ outcome: { taken: ['opinion2'] }, visit: { complete: false } });
    const { rows } = await db.owner.query('SELECT kind FROM activity WHERE subject_id = $1 ORDER BY recorded_at, id', [fileId]);
    expect(rows.map((row) => (row as { kind: string }).kind)).toEqual(['hardship.openVisit', 'hardship.completeVisit']);
  });

  it('counts photographs of the visit instead of the reason why there are none', async () => {
    const { id, family: { fileId } } = await begun(); // prettier-ignore
    const { noPhotos: _, ...rest } = wholeVisit;
    expect((await merge(officer, id, rest, 1)).visit.missing).toEqual(['noPhotos']);
    await db.owner.query(
      `INSERT INTO attachment (id, noun, subject_id, organisation_id, kind, file_name_cipher, media_type, size, hash, content_index, key_cipher, scan, added_by, added_by_name, added_at)
       VALUES ($1, 'hardship', $2, $3, 'visit-photo', '\\x00', 'image/jpeg', 1, '\\x00', '\\x00', '\\x00', 'not-scanned', $4, 'x', $5)`,
      [newId(), fileId, tree.northTown, officer.actor.id, officer.now],
    );
    expect(await getVisit(officer, id)).toMatchObject({ missing: [], photos: 1 });
  });

  it('that the file has gone on from keeps late words behind it and stays as it is', async () => {
    const { id, family: { fileId } } = await begun(); // prettier-ignore
    const { visit } = await merge(officer, id, wholeVisit, 1);
    const done = await completeVisit(officer, { visitId: id, version: visit.version });
    await setStatus(fileId, 'visited');
    const { outcome, visit: after } = wire(VisitMerged, await merge(colleague, id, { metName: '后来的话', pupils: 1 }, 1));
    expect(outcome).toEqual({ taken: [], conflicts: [], late: true });
    expect(after).toMatchObject({ complete: true, over: true, late: [{ field: 'metName', value: '后来的话' }], fields: done.fields });
    await expect(takeVisitAlong(officer, { visitId: id, clientId: newId() })).rejects.toMatchObject({ code: 'hardship.visit-over' });
    await expect(completeVisit(officer, { visitId: id, version: after.version })).rejects.toMatchObject({ code: 'hardship.visit-over' });
  });

  it('of an earlier visit is not opened again while another is open', async () => {
    const made = await family({ status: 'active' });
    const { id } = await openVisit(officer, { fileId: made.fileId, purpose: 'review' });
    const { visit } = await merge(officer, id, wholeVisit, 1);
    await completeVisit(officer, { visitId: id, version: visit.version });
    const { id: second } = await openVisit(at(officer, '2026-11-21T02:00:00Z'), { fileId: made.fileId, purpose: 'review' });
    expect(await merge(colleague, id, { metName: '王' }, 1)).toMatchObject({ outcome: { late: true }, visit: { complete: true } });
    expect(await version(second)).toBe(1);
  });
});

describe('the list of visits', () => {
  it('holds applications that wait for theirs and forms that are not complete; mine are those I have to do with', async () => {
    const handled = await family({ handlerId: colleague.actor.id });
    const { id, family: open } = await begun();
    await merge(officer, id, { visitor2: { name: colleague.actor.name, userId: colleague.actor.id } }, 1);
    const other = await family();
    const all = wire(VisitPage, await findVisits(colleague, { limit: 100 }));
    const found = new Map(all.items.map((row) => [row.fileId, row]));
    expect(found.get(handled.fileId)).toMatchObject({ visitId: null, holderName: '单*信', conflicts: 0 });
    expect(found.get(open.fileId)).toMatchObject({ visitId: id, purpose: 'intake', visitors: [officer.actor.name, colleague.actor.name] });
    expect(found.has(other.fileId)).toBe(true);
    const mine = (await findVisits(colleague, { mine: true, limit: 100 })).items.map((row) => row.fileId);
    expect(mine.sort()).toEqual([handled.fileId, open.fileId].sort());
    await setStatus(open.fileId, 'visited');
    expect((await findVisits(colleague, { mine: true, limit: 100 })).items.map((row) => row.fileId)).toEqual([handled.fileId]);
  });

  it('comes page by page', async () => {
    const first = await findVisits(officer, { limit: 2 });
    const second = await findVisits(officer, { limit: 2, cursor: first.nextCursor! });
    expect(first.items).toHaveLength(2);
    expect(second.items.map((row) => row.fileId)).not.toContain(first.items[0]!.fileId);
  });
});
