import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AssessmentPreview, AssessmentReport } from '#contract/assessments';
import { HardshipPage, HardshipRecord } from '#contract/hardship';
import { HandlerChoices } from '#contract/hardship-form';
import { addHouseholdMember } from '#casework/hardship/household/add-household-member';
import { assignFile } from '#casework/hardship/assign-file';
import { changeFileForm } from '#casework/hardship/change-file-form';
import { handlerChoices } from '#casework/hardship/file-handlers';
import { findHardshipFiles, type HardshipFilter } from '#casework/hardship/find-hardship-files';
import { getAssessment } from '#casework/hardship/eligibility/get-assessment';
import { getHardshipFile } from '#casework/hardship/get-hardship-file';
import { previewAssessment } from '#casework/hardship/eligibility/preview-assessment';
import { startWorksheet } from '#casework/hardship/worksheet/start-worksheet';
import { getWorkbench } from '#casework/desk/workbench';
import { searchAll } from '#casework/desk/search-all';
import { getPerson } from '#casework/people/get-person';
import type { Work } from '#casework/work';
import { recordingOperations } from '#rules/hardship/recording-operations';
import { fen } from '#rules/shared/money';
import { plainDate } from '#rules/shared/plain-date';
import {
  aDraft,
  anActive,
  anAidOffice,
  as,
  onDay,
  onNotice,
  REVIEW,
  rowOf,
  underReview,
  type AidOffice,
} from '../../support/a-case-of-hardship.js';
import { aFile, aKnownPerson } from '../../support/a-file.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let office: AidOffice;
let clerk: Work;
let south: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  office = await anAidOffice(db, tree.north);
  clerk = office.clerk;
  south = await aWorker(db, 'aid-officer', tree.south);
});
afterAll(() => db.close());

/** Whatever the contract does not name had no business to leave the server. */
function fits(schema: z.ZodType, answer: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(answer));
  expect(schema.parse(sent)).toEqual(sent);
}

describe('the record of a file', () => {
  it('is what the contract says, with something in every part', async () => {
    const fileId = await underReview(office, { hardshipClass: 'severe' });
    const then = onDay(office, REVIEW);
    const sealed = { health: 'malignant-tumour', causeNote: '术后' };
    await changeFileForm(then.clerk, {
      ...(await as(office, fileId)),
      plain: { marriage: 'married' },
      sealed,
      ends: [{ reason: 'treatment-ends', on: plainDate('2028-01-01') }],
    });
    await addHouseholdMember(then.clerk, {
      ...(await as(office, fileId)),
      personId: await aKnownPerson(db.owner, tree.north),
      relation: 'spouse',
      answers: { health: 'good' },
    });
    await startWorksheet(then.clerk, { fileId });
    const file = await getHardshipFile(then.officer, fileId);
    fits(HardshipRecord, file);
    const { assessments, worksheets, decisions, certificates, notices, verifications, visits, clocks, timeline } = file;
    for (const [name, part] of Object.entries({
      assessments,
      worksheets,
      decisions,
      certificates,
      notices,
      verifications,
      visits,
      clocks,
      timeline,
    }))
      expect(part.length, name).toBeGreaterThan(0);
    fits(AssessmentReport, await getAssessment(then.clerk, { fileId, assessmentId: assessments[0]!.id }));
    fits(AssessmentPreview, await previewAssessment(then.clerk, { fileId }));
    fits(HandlerChoices, await handlerChoices(clerk, fileId));
    fits(HardshipPage, await findHardshipFiles(clerk, { limit: 20, count: true }));
    fits(HardshipRecord, await getHardshipFile(await aWorker(db, 'archivist', tree.north), fileId));
  });

  it('shows what is sealed to those who work on it and to nobody else', async () => {
    const fileId = await aDraft(office);
    await changeFileForm(clerk, { ...(await as(office, fileId)), sealed: { health: 'diabetes' }, household: { savings: fen(77_700) } });
    await expect(getHardshipFile(south, fileId)).rejects.toMatchObject({ code: 'data.not-found' });
    for (const role of ['window-clerk', 'aid-officer', 'reviewer', 'approver', 'unit-union'] as const) {
      const file = await getHardshipFile(await aWorker(db, role, tree.north), fileId);
      expect(file, role).toMatchObject({ sealedShown: true, form: { sealed: { health: 'diabetes' }, household: { savings: 77_700 } } });
    }
    for (const role of ['archivist', 'funds-auditor'] as const) {
      const file = await getHardshipFile(await aWorker(db, role, tree.north), fileId);
      expect(file, role).toMatchObject({
        sealedShown: false,
        form: { sealed: null, household: null, ends: null },
        members: [{ answers: null }],
      });
      expect(JSON.stringify(file), role).not.toMatch(/diabetes|77700/);
      const may = file.actions.filter(({ allowed }) => allowed).map(({ name }) => name);
      expect(may, role).toEqual([]);
    }
  });

  it('offers what may be entered now and says of the rest why not', async () => {
    const actionsOf = async (work: Work, fileId: string) =>
      Object.fromEntries(
        (await getHardshipFile(work, fileId)).actions
          .filter(({ name }) => name in recordingOperations)
          .map(({ name, allowed }) => [name, allowed]),
      );
    const entering = {
      changeFileForm: true,
      addHouseholdMember: true,
      changeHouseholdMember: true,
      endHouseholdMember: true,
      recordConsent: true,
      withdrawConsent: true,
    };
    const draft = await aDraft(office);
    expect(await actionsOf(clerk, draft)).toEqual({ ...entering, startWorksheet: true, assessFile: false, assignFile: true });
    await startWorksheet(clerk, { fileId: draft });
    expect(await actionsOf(clerk, draft)).toMatchObject({ startWorksheet: false });
    const announced = await onNotice(office);
    expect(await actionsOf(office.officer, announced)).toMatchObject({
      changeFileForm: false,
      startWorksheet: false,
      assessFile: false,
      recordConsent: true,
      assignFile: true,
    });
    const why = (await getHardshipFile(clerk, announced)).actions.find(({ name }) => name === 'changeFileForm');
    expect(why).toMatchObject({ allowed: false, zh: expect.stringContaining('公示中') });
    const { id: ended } = await aFile(db.owner, tree.north, { status: 'lifted', ended_on: '2026-06-01' });
    expect(Object.values(await actionsOf(office.officer, ended)).some(Boolean)).toBe(false);
  });

  it('counts the aid of everybody in the household', async () => {
    const wife = await aKnownPerson(db.owner, tree.north);
    const { id, holderId } = await aFile(db.owner, tree.north, {}, { members: [wife] });
    for (const person of [holderId, wife])
      await db.owner.query(
        `INSERT INTO disbursement (id, programme, organisation_id, person_id, payee_name, cash_fen, goods_fen, paid_on, created_by) VALUES (gen_random_uuid(), 'visit', $1, $2, '甲', 1000, 1, '2026-01-20', $2)`,
        [tree.north, person],
      );
    expect((await getHardshipFile(office.officer, id)).aid).toMatchObject([{ amountFen: 1001 }, { amountFen: 1001 }]);
  });
});

describe('the list of files', () => {
  const ids = async (work: Work, filter: Partial<HardshipFilter>): Promise<string[]> =>
    (await findHardshipFiles(work, { limit: 50, ...filter })).items.map(({ id }) => id);

  it('holds applications and files by where they stand, whose they are, and what is due', async () => {
    const place = tree.northTown;
    const [officer, other] = [await aWorker(db, 'aid-officer', place), await aWorker(db, 'aid-officer', place)];
    const plant = async (over: Record<string, unknown>): Promise<string> => (await aFile(db.owner, place, over)).id;
    const mine = { handler_id: officer.actor.id, handler_name: '我' };
    const applying = await plant({ status: 'submitted', filed_on: null, hardship_class: null, begun_on: '2026-05-01', ...mine });
    const active = await plant({
      status: 'active',
      begun_on: '2026-04-01',
      review_on: '2026-11-20',
      main_cause: 'schooling',
      number: '北镇困字〔2026〕第0009号',
    });
    const reviewed = await plant({
      status: 'under_review',
      begun_on: '2026-03-01',
      review_on: '2026-11-21',
      hardship_class: 'relative',
      handler_id: other.actor.id,
    });
    const lifted = await plant({ status: 'lifted', ended_on: '2026-06-01', begun_on: '2026-02-01', review_on: '2026-01-01', ...mine });
    await db.owner.query(
      `INSERT INTO hardship_certificate (id, file_id, organisation_id, number, status, issued_on, valid_until, token, issued_by, issued_by_name) VALUES (gen_random_uuid(), $1, $2, '北镇特0001', 'lost', '2026-01-01', '2027-01-01', 'x', $1, '甲')`,
      [active, place],
    );
    const cases: [Partial<HardshipFilter>, string[]][] = [
      [{}, [applying, active, reviewed, lifted]],
      [{ view: 'applying' }, [applying]],
      [{ view: 'filed' }, [active, reviewed]],
      [{ view: 'ended' }, [lifted]],
      [{ view: 'mine' }, [applying]],
      [{ view: 'review' }, [active]],
      [{ status: 'under_review' }, [reviewed]],
      [{ hardshipClass: 'relative' }, [reviewed]],
      [{ mainCause: 'schooling' }, [active]],
      [{ handlerId: other.actor.id }, [reviewed]],
      [{ q: '北镇困字〔2026〕第0009号' }, [active]],
      [{ q: '北镇困字' }, [active]],
      [{ q: '20260009' }, [active]],
      [{ q: '2026第9号' }, [active]],
      [{ q: '北镇困字〔2025〕' }, []],
      [{ q: '北镇特0001' }, [active]],
      [{ from: plainDate('2026-03-01'), to: plainDate('2026-04-01') }, [active, reviewed]],
      [{ organisationId: place }, [applying, active, reviewed, lifted]],
    ];
    for (const [filter, expected] of cases) {
      expect(await ids(officer, filter), JSON.stringify(filter)).toEqual(expected);
      expect(await ids(south, filter), JSON.stringify(filter)).toEqual([]);
      expect((await findHardshipFiles(officer, { limit: 1, count: true, ...filter })).total, JSON.stringify(filter)).toBe(expected.length);
    }
    const first = await findHardshipFiles(officer, { limit: 3 });
    expect(await ids(officer, { cursor: first.nextCursor! })).toEqual([lifted]);
    expect(first.items[0]).toMatchObject({ holderName: '沈*如', filedOn: null, hardshipClass: null });
  });

  it('shows on the desk what waits for whom, masked, with the next step', async () => {
    const place = tree.northTown;
    const officer = await aWorker(db, 'aid-officer', place);
    const { id, holderId } = await aFile(db.owner, place, {
      status: 'verifying',
      filed_on: null,
      handler_id: officer.actor.id,
      employer_name: '某厂',
    });
    // An active file waits for nobody.
    await aFile(db.owner, place, { status: 'active', handler_id: officer.actor.id });
    const bench = await getWorkbench(officer);
    expect(bench.mine.map(({ noun, status }) => [noun, status])).toEqual([
      ['hardship', 'submitted'], // of the list above, at the same office
      ['hardship', 'verifying'],
    ]);
    expect(bench.mine.at(-1)).toMatchObject({ id, title: '沈*如 · 某厂', nextZh: '登记核对报告' });
    expect((await getWorkbench(south)).mine).toEqual([]);
    for (const { path, value } of bench.tiles.filter((tile) => tile.path.startsWith('/hardship-files'))) {
      const query = Object.fromEntries(new URLSearchParams(path.split('?')[1])) as Partial<HardshipFilter>;
      expect(await ids(officer, query), path).toHaveLength(value);
    }
    const person = await getPerson(officer, holderId);
    expect(person.cases).toMatchObject([{ noun: 'hardship', id, on: '2026-02-01' }]);
    const drafted = await aDraft(office, '尉迟恭');
    const hits = async (work: Work, q: string): Promise<string[]> =>
      (await searchAll(work, { q, limit: 20 })).groups.flatMap((group) =>
        group.noun === 'hardship' ? group.hits.map((hit) => hit.id) : [],
      );
    expect(await hits(clerk, '尉迟')).toEqual([drafted]);
    expect(await hits(clerk, '北镇困字〔2026〕第0009号')).toHaveLength(1);
    expect(await hits(south, '尉迟')).toEqual([]);
    expect(await hits(south, '北镇困字〔2026〕第0009号')).toEqual([]);
  });
});

describe('who handles a file', () => {
  it('is handed on by nobody of another district, to nobody who may not, and not where it has ended', async () => {
    const fileId = await aDraft(office);
    await expect(assignFile(south, { fileId, version: 2 })).rejects.toMatchObject({ code: 'data.not-found' });
    await expect(assignFile(office.reviewer, { fileId, version: 2 })).rejects.toMatchObject({ code: 'access.not-permitted' });
    await expect(handlerChoices(south, fileId)).rejects.toMatchObject({ code: 'data.not-found' });
    for (const unfit of [south, office.reviewer, await aWorker(db, 'cashier', tree.north)])
      await expect(assignFile(clerk, { fileId, version: 2, handlerId: unfit.actor.id })).rejects.toMatchObject({
        code: 'hardship.handler-unfit',
      });
    const { id: ended } = await aFile(db.owner, tree.north, { status: 'withdrawn', filed_on: null });
    await expect(assignFile(clerk, { fileId: ended, version: 1 })).rejects.toMatchObject({ code: 'hardship.file-ended' });
  });

  it('takes its running clocks along, and may do so in any open status', async () => {
    const fileId = await anActive(office);
    const { items } = await handlerChoices(clerk, fileId);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([clerk.actor.id, office.officer.actor.id]));
    expect(items.map(({ id }) => id)).not.toContain(south.actor.id);
    await assignFile(clerk, { ...(await as(office, fileId)), handlerId: office.officer.actor.id });
    expect(await rowOf(office, fileId)).toMatchObject({ handler_id: office.officer.actor.id, handler_name: office.officer.actor.name });
    const clocks = await db.owner.query<{ owner_id: string }>(`SELECT owner_id FROM clock WHERE subject_id = $1 AND state = 'running'`, [
      fileId,
    ]);
    expect(clocks.rows.length).toBeGreaterThan(0);
    expect(clocks.rows.every((clock) => clock.owner_id === office.officer.actor.id)).toBe(true);
    await assignFile(clerk, await as(office, fileId));
    expect(await rowOf(office, fileId)).toMatchObject({ handler_id: clerk.actor.id });
  });
});
