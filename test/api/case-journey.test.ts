import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleCode } from '#rules/access/roles';
import { aVisitor, anAccount } from '../support/accounts.js';
import { anIdNumber } from '../support/a-person.js';
import { startApi, type TestApi, type Visitor } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { aTree, type Tree } from '../support/people.js';

let db: TestDatabase;
let tree: Tree;
let api: TestApi;
let mediatorId: string;
const at = {} as Record<'clerk' | 'reviewer' | 'mediator' | 'petitions' | 'stranger', Visitor>;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  api = await startApi(db.url, { LOG_LEVEL: 'info' });
  const visitor = async (role: RoleCode, organisationId: string): Promise<[Visitor, string]> => {
    const { id } = await anAccount(db.owner, organisationId, { role });
    return [await aVisitor(db.owner, api.url, id), id];
  };
  [at.clerk] = await visitor('window-clerk', tree.north);
  [at.reviewer] = await visitor('reviewer', tree.north);
  [at.mediator, mediatorId] = await visitor('mediator', tree.north);
  [at.petitions] = await visitor('petition-officer', tree.north);
  [at.stranger] = await visitor('window-clerk', tree.south);
});
afterAll(async () => {
  await api.stop();
  await db.close();
});

type Json = Record<string, unknown>;
async function did(visitor: Visitor, method: 'GET' | 'POST' | 'PUT', path: string, body?: object, status = 200): Promise<Json> {
  const answer = await visitor.ask(method, path, body === undefined ? {} : { body });
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(status);
  return (answer.json ?? {}) as Json;
}

describe('over HTTP', () => {
  let personId: string;

  it('a person is looked up, made once, masked, and revealed with a purpose', async () => {
    const typed = { name: '沈清如', idNumber: anIdNumber(1), phone: '13812341234' };
    expect(await did(at.clerk, 'POST', '/api/people/matches', typed)).toMatchObject({ exact: null, similar: [] });
    personId = (await did(at.clerk, 'POST', '/api/people', typed, 201))['id'] as string;
    expect(await did(at.clerk, 'POST', '/api/people', typed, 409)).toMatchObject({
      code: 'people.already-there',
      fields: [{ path: 'idNumber' }],
    });
    expect(await did(at.clerk, 'GET', `/api/people/${personId}`)).toMatchObject({ name: '沈*如', phoneMasked: '138****1234' });
    expect(await did(at.clerk, 'POST', `/api/people/${personId}/reveals`, { field: 'name', purpose: '核对身份' })).toEqual({
      value: '沈清如',
    });
    await did(at.clerk, 'PUT', `/api/people/${personId}`, { version: 1, address: '人民路1号' }, 204);
    await did(at.stranger, 'GET', `/api/people/${personId}`, undefined, 404);
  });

  it('a dispute goes from the window to its closing; every move answers the case as it stands', async () => {
    const { id } = await did(
      at.clerk,
      'POST',
      '/api/disputes',
      {
        channel: 'V',
        category: '51',
        applicantId: personId,
        applicantName: '沈*如',
        employerName: '苏州煜泓纺织有限公司',
        request: '补发工资',
      },
      201,
    );
    const moved = async (visitor: Visitor, move: string, body: object): Promise<Json> => {
      const { version } = await did(at.reviewer, 'GET', `/api/disputes/${id}`);
      return did(visitor, 'POST', `/api/disputes/${id}/${move}`, { version, ...body });
    };
    expect(await moved(at.clerk, 'application', { oral: true })).toMatchObject({ status: 'applied', version: 2 });
    expect(await moved(at.reviewer, 'acceptance', { inScope: true, applicantConsents: true, respondentConsents: true })).toMatchObject({
      status: 'accepted',
    });
    expect((await did(at.reviewer, 'GET', `/api/disputes/${id}/mediators`))['items']).toEqual([
      expect.objectContaining({ id: mediatorId }),
    ]);
    expect(await moved(at.reviewer, 'assignment', { mediatorId, noConflict: true })).toMatchObject({ status: 'assigned' });
    expect(await moved(at.mediator, 'mediation', { partiesNotified: true })).toMatchObject({ status: 'mediating' });
    const signed = { agreedFen: 500_000, applicantSigned: true, respondentSigned: true, mediatorSigned: true, sealed: true };
    expect(await moved(at.mediator, 'agreement', signed)).toMatchObject({ status: 'agreement_effective', agreedFen: 500_000 });
    expect(await moved(at.reviewer, 'closure', {})).toMatchObject({ status: 'closed', outcome: '01' });
    await did(at.stranger, 'GET', `/api/disputes/${id}`, undefined, 404);
    await did(at.mediator, 'POST', `/api/disputes/${id}/closure`, { version: 1 }, 403);
    expect(await did(at.clerk, 'POST', `/api/disputes/${id}/withdrawal`, { version: 1, reason: '晚了' }, 409)).toMatchObject({
      code: 'data.changed-meanwhile',
    });
    expect((await did(at.clerk, 'GET', `/api/disputes?q=${encodeURIComponent('煜泓')}&count=true`))['total']).toBe(1);
  });

  it('a petition is registered and answered on the spot; the box and the desk know of it all', async () => {
    const { id } = await did(
      at.clerk,
      'POST',
      '/api/petitions',
      { channel: 'T', purpose: 'enquiry', subject: '01', petitionerName: '孙大力', content: '加班工资如何计算' },
      201,
    );
    expect(
      await did(at.petitions, 'POST', `/api/petitions/${id}/reply`, {
        version: 1,
        result: 'explained',
        reply: '已解答',
        reviewRightTold: false,
      }),
    ).toMatchObject({ status: 'replied' });
    const { groups } = await did(at.reviewer, 'GET', `/api/search?q=${encodeURIComponent('沈清如')}`);
    expect((groups as { noun: string }[]).map((group) => group.noun)).toEqual(['person', 'dispute']);
    expect((await did(at.reviewer, 'GET', '/api/workbench'))['months']).toHaveLength(12);
  });

  it('the same request sent twice has one effect', async () => {
    const body = { channel: 'V', category: '51', applicantName: '一次人', employerName: '某厂' };
    const ask = () => at.clerk.ask('POST', '/api/disputes', { body, key: 'journey-once-0001' });
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
    const other = await at.clerk.ask('POST', '/api/disputes', { body: { ...body, applicantName: '别人' }, key: 'journey-once-0001' });
    expect(other.status).toBe(409);
  });

  it('what breaks the contract is told field by field', async () => {
    const problem = await did(
      at.clerk,
      'POST',
      '/api/disputes',
      { channel: 'Z', category: '51', applicantName: '', employerName: '某厂' },
      400,
    );
    expect((problem['fields'] as { path: string }[]).map((field) => field.path).sort()).toEqual(['applicantName', 'channel']);
  });
});
