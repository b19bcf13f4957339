import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleCode } from '#rules/access/roles';
import { newId } from '#runtime/ids';
import { anIdNumber } from '../support/a-person.js';
import { aVisitor, anAccount } from '../support/accounts.js';
import { startApi, type TestApi, type Visitor } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree } from '../support/people.js';

let db: TestDatabase;
let api: TestApi;
const at = {} as Record<'clerk' | 'officer' | 'approver' | 'stranger', Visitor>;

beforeAll(async () => {
  db = await aDatabase();
  const tree = await aTree(db);
  api = await startApi(db.url);
  const visitor = async (role: RoleCode, organisationId: string): Promise<Visitor> =>
    aVisitor(db.owner, api.url, (await anAccount(db.owner, organisationId, { role })).id);
  at.clerk = await visitor('window-clerk', tree.north);
  at.officer = await visitor('aid-officer', tree.north);
  at.approver = await visitor('approver', tree.north);
  at.stranger = await visitor('aid-officer', tree.south);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

interface Part {
  id: string;
  version: number;
  personId?: string;
}
interface File {
  id: string;
  version: number;
  status: string;
  householdSize: number;
  members: Part[];
  consents: Part[];
  worksheets: Part[];
  assessments: Part[];
}
async function did<Answer = File>(
  visitor: Visitor,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  status = 200,
): Promise<Answer> {
  const answer = await visitor.ask(method, `/api/${path}`, body === undefined ? {} : { body });
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(status);
  return (answer.json ?? {}) as Answer;
}

describe('an application over HTTP', () => {
  let file: File;
  const url = (rest = ''): string => `hardship-files/${file.id}${rest}`;

  it('is begun for a person who was looked up, and by nobody of another district', async () => {
    const { id: holderId } = await did<Part>(at.clerk, 'POST', 'people', { name: '沈清如', idNumber: anIdNumber(2) }, 201);
    const draft = {
      holderId,
      mainCause: 'major-illness',
      otherCauses: ['schooling'],
      employment: 'sick-leave',
      employerName: '苏州煜泓纺织有限公司',
    };
    await did(at.stranger, 'POST', 'hardship-files', draft, 404);
    await did(at.clerk, 'POST', 'hardship-files', { ...draft, mainCause: ['major-illness', 'schooling'] }, 400);
    const { id } = await did<Part>(at.clerk, 'POST', 'hardship-files', draft, 201);
    expect(await did(at.clerk, 'POST', 'hardship-files', draft, 409)).toMatchObject({ code: 'hardship.already-on-file' });
    await did(at.stranger, 'GET', `hardship-files/${id}`, undefined, 404);
    file = await did(at.clerk, 'GET', `hardship-files/${id}`);
    expect(file).toMatchObject({ status: 'draft', members: [{ isHolder: true }] });
  });

  it('takes its form, its household and its signatures, each answer the file as it stands', async () => {
    const { version } = file;
    const household = { dwellings: 1, hiresInBusiness: false, schoolFee: 0, publicSchoolFee: 0, studyAbroad: false, carNotForWork: false };
    const form = {
      version,
      plain: { marriage: 'married', workingSince: '1999-07-01' },
      sealed: { health: 'malignant-tumour' },
      household,
      ends: [{ reason: 'schooling-ends', on: '2028-06-30' }],
    };
    await did(at.stranger, 'PUT', url('/form'), form, 404);
    expect(await did(at.clerk, 'PUT', url('/form'), { ...form, plain: { marriage: 'often' } }, 422)).toMatchObject({
      code: 'hardship.answer-not-on-form',
      fields: [{ path: 'marriage' }],
    });
    file = await did(at.clerk, 'PUT', url('/form'), form);
    expect(file).toMatchObject({
      form: { plain: { workingSince: '1999-07-01' }, sealed: { health: 'malignant-tumour' }, ends: [{ on: '2028-06-30' }] },
    });
    const child = { name: '沈小小', birthDate: '2016-01-01', sex: 'male' };
    await did(at.clerk, 'POST', url('/members'), { version: file.version, relation: 'child' }, 400);
    file = await did(at.clerk, 'POST', url('/members'), {
      version: file.version,
      person: child,
      relation: 'child',
      answers: { enrolledIn: 2022, schoolYears: 6 },
    });
    const [holder, son] = file.members;
    file = await did(at.clerk, 'PUT', url(`/members/${son!.id}`), { version: file.version, status: '学生', schooling: '小学' });
    expect(file).toMatchObject({ householdSize: 2, members: [{}, { status: '学生', birthDate: '2016-01-01' }] });
    const signed = { signedOn: '2026-01-05', signedBy: '沈清如' };
    for (const [personId, kind] of [
      [holder!.personId, 'application'],
      [holder!.personId, 'verification'],
      [son!.personId, 'guardian'],
    ])
      file = await did(at.clerk, 'POST', url('/consents'), { personId, kind, ...signed });
    expect(await did(at.clerk, 'POST', url('/consents'), { personId: son!.personId, kind: 'guardian', ...signed }, 409)).toMatchObject({
      code: 'hardship.consent-already',
    });
    const { id, version: given } = file.consents[2]!;
    file = await did(at.clerk, 'POST', url(`/consents/${id}/withdrawal`), { version: given });
    file = await did(at.clerk, 'POST', url('/consents'), { personId: son!.personId, kind: 'guardian', ...signed });
    file = await did(at.clerk, 'POST', url('/handler'), { version: file.version });
    expect((await did<{ items: Part[] }>(at.clerk, 'GET', url('/handlers'))).items.length).toBeGreaterThan(1);
  });

  it('is reckoned, signed, checked by another, assessed, and decided otherwise by two', async () => {
    file = await did(at.clerk, 'POST', url('/worksheets'), {});
    const sheet = (): Part => file.worksheets[0]!;
    const line = { memberId: file.members[0]!.id, frequency: 'monthly', voucherId: '工资流水1' };
    const lines = [
      { ...line, id: newId(), side: 'income', kind: 'wages', amountFen: 500_000 },
      { ...line, id: newId(), side: 'outlay', kind: 'medical', amountFen: 1_200_000, frequency: 'yearly', voucherId: '票据2' },
    ];
    expect(await did(at.clerk, 'POST', url('/assessment-preview'), { lines })).toMatchObject({
      assessed: { verdict: 'eligible', proposed: 'relative' },
      totals: { netPerCapitaMonthFen: 200_000 },
    });
    await did(
      at.clerk,
      'PUT',
      url(`/worksheets/${sheet().id}`),
      { version: sheet().version, lines: [{ ...lines[0], kind: 'medical' }] },
      400,
    );
    file = await did(at.clerk, 'PUT', url(`/worksheets/${sheet().id}`), { version: sheet().version, lines });
    file = await did(at.clerk, 'POST', url(`/worksheets/${sheet().id}/signature`), { version: sheet().version, signedBy: '沈清如' });
    await did(at.clerk, 'POST', url(`/worksheets/${sheet().id}/check`), { version: sheet().version }, 403);
    file = await did(at.officer, 'POST', url(`/worksheets/${sheet().id}/check`), { version: sheet().version });
    await did(at.clerk, 'POST', url('/assessments'), undefined, 403);
    file = await did(at.officer, 'POST', url('/assessments'));
    const [assessment] = file.assessments;
    expect(await did(at.clerk, 'GET', url(`/assessments/${assessment!.id}`))).toMatchObject({
      row: { proposed: 'relative' },
      by: { rule: { id: 'R3.2' } },
    });
    const wanted = { version: 1, wanted: 'deep', reason: '重病配偶无法工作，凭证待补' };
    file = await did(at.officer, 'POST', url(`/assessments/${assessment!.id}/override`), wanted);
    await did(at.officer, 'POST', url(`/assessments/${assessment!.id}/override-agreement`), { version: 2 }, 403);
    file = await did(at.approver, 'POST', url(`/assessments/${assessment!.id}/override-agreement`), { version: 2 });
    expect(file).toMatchObject({ assessments: [{ override: { wanted: 'deep' } }] });
    file = await did(at.clerk, 'POST', url('/worksheets'), { periodFrom: '2025-01-01' });
    file = await did(at.clerk, 'POST', url(`/worksheets/${sheet().id}/drop`), { version: 1, reason: '年度有误' });
    file = await did(at.clerk, 'POST', url('/submission'), { version: file.version });
    expect(file).toMatchObject({ status: 'submitted' });
    const list = await did<{ items: Part[] }>(at.officer, 'GET', 'hardship-files?status=submitted&q=沈清&from=2020-01-01');
    expect(list.items.map(({ id }) => id)).toEqual([file.id]);
  });
});
