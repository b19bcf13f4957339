import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDispute } from '#casework/disputes/register-dispute';
import { changeEmployer } from '#casework/organisations/change-employer';
import { createEmployer, type EmployerDetails } from '#casework/organisations/create-employer';
import { createMediationBody } from '#casework/organisations/create-mediation-body';
import { findEmployers } from '#casework/organisations/find-employers';
import { findMediationBodies } from '#casework/organisations/find-mediation-bodies';
import { getEmployer } from '#casework/organisations/get-employer';
import { resolveEmployer } from '#casework/organisations/resolve-employer';
import { inTransaction, type Work } from '#casework/work';
import { aClaim } from '../../support/a-dispute.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aTree, aWorker, type Tree } from '../../support/people.js';

let db: TestDatabase;
let tree: Tree;
let clerk: Work;

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  clerk = await aWorker(db, 'window-clerk', tree.north);
});
afterAll(() => db.close());
const refused = (code: string) => expect.objectContaining({ code });
const create = (over: Partial<EmployerDetails> & { name: string }, work = clerk) => createEmployer(work, { confirmCode: false, ...over });
const resolve = (paper: { name: string; code?: string }) => inTransaction(clerk, (tx) => resolveEmployer(tx, clerk.actor, paper));

describe('the register of firms', () => {
  it('keeps the organisation code that a unified code holds, and one row a firm', async () => {
    const { id } = await create({ name: '苏州昊鑫化纤有限公司', uscc: '913205942995203174' });
    expect(await getEmployer(clerk, id)).toMatchObject({
      uscc: '913205942995203174',
      orgCode: '299520317',
      codeUnverified: false,
      version: 1,
    });
    await expect(create({ name: '别的名字', orgCode: '29952031-7' })).rejects.toMatchObject({
      code: 'organisations.employer-there',
      details: { name: '苏州昊鑫化纤有限公司' },
    });
    await expect(create({ name: '两码不符', uscc: '91320594628760427P', orgCode: '29952031-7' })).rejects.toEqual(
      refused('organisations.codes-disagree'),
    );
  });

  it('asks a person to confirm a code that fails its check, and remembers that it did', async () => {
    await expect(create({ name: '码错的厂', uscc: '91320594MA0000007Q' })).rejects.toEqual(refused('organisations.code-unconfirmed'));
    const { id } = await create({ name: '码错的厂', uscc: '91320594MA0000007Q', confirmCode: true });
    expect((await getEmployer(clerk, id)).codeUnverified).toBe(true);
    await expect(create({ name: '不成码', uscc: '123' })).rejects.toEqual(refused('identifiers.uscc-form'));
  });

  it('finds by part of the name, pinyin, and either code', async () => {
    const { id } = await create({ name: '太仓翔拓精密机械有限公司', uscc: '9132058371583958X2', confirmCode: true, industry: 'C' });
    const found = async (q: string, over: object = {}) =>
      (await findEmployers(clerk, { q, limit: 20, ...over })).items.map((item) => item.id);
    for (const q of ['翔拓', 'xiangtuo', 'xtjm', '71583958-X', '9132058371583958X2']) expect(await found(q), q).toEqual([id]);
    expect(await found('翔拓', { industry: 'A' })).toEqual([]);
    expect(await found('不存在的厂')).toEqual([]);
    expect((await findEmployers(clerk, { limit: 1, count: true })).total).toBeGreaterThan(1);
  });

  it('keeps a former name, counts cases within reach, and changes from the version read alone', async () => {
    const { id } = await create({ name: '苏州旧名纺织有限公司' });
    await registerDispute(clerk, aClaim({ employerName: '旧名纺织' }));
    expect((await getEmployer(clerk, id)).counts.disputes).toBe(1);
    expect((await getEmployer(await aWorker(db, 'window-clerk', tree.south), id)).counts.disputes).toBe(0);
    const { version } = await getEmployer(clerk, id);
    await changeEmployer(clerk, { employerId: id, version, name: '苏州新名纺织有限公司', confirmCode: false });
    expect((await getEmployer(clerk, id)).aliases).toEqual(['旧名纺织', '苏州旧名纺织有限公司']);
    expect((await resolve({ name: '苏州旧名纺织有限公司' })).id).toBe(id);
    await expect(changeEmployer(clerk, { employerId: id, version, name: '再改', confirmCode: false })).rejects.toEqual(
      refused('data.changed-meanwhile'),
    );
    await expect(create({ name: '不该建' }, await aWorker(db, 'archivist', tree.city))).rejects.toEqual(refused('access.not-permitted'));
  });
});

describe('the firm on a paper', () => {
  it('is known by code under any name, by spelling where one can be meant, and is else a new one', async () => {
    const first = await resolve({ name: '昆山芷曦纺织有限公司', code: '61080157-7' });
    expect((await resolve({ name: '写错了的名字', code: '91320583610801577C' })).id).toBe(first.id);
    expect((await resolve({ name: '芷曦纺织' })).id).toBe(first.id);
    expect((await resolve({ name: '常熟芷曦纺织有限公司' })).id).not.toBe(first.id);
    expect((await resolve({ name: '昆山芷曦纺织有限公司', code: '29952031-7' })).id, 'another code is another firm').not.toBe(first.id);
    const unnumbered = await resolve({ name: '昆山无码纺织有限公司' });
    expect((await resolve({ name: '昆山无码纺织有限公司', code: '62876042-7' })).id).toBe(unnumbered.id);
    expect((await getEmployer(clerk, unnumbered.id!)).orgCode).toBe('628760427');
    expect((await getEmployer(clerk, first.id!)).aliases).toEqual(['写错了的名字', '芷曦纺织'].sort());
  });
});

describe('mediation bodies', () => {
  it('are registered and found within reach', async () => {
    const reviewer = await aWorker(db, 'reviewer', tree.north);
    const { id } = await createMediationBody(reviewer, { kind: 'people', name: '北镇人民调解委员会', organisationId: tree.northTown });
    await expect(createMediationBody(reviewer, { kind: 'people', name: '外区', organisationId: tree.south })).rejects.toEqual(
      refused('access.not-permitted'),
    );
    const found = async (work: Work, q = '') => (await findMediationBodies(work, { limit: 20, q })).items.map((item) => item.id);
    expect(await found(await aWorker(db, 'reviewer', tree.south))).toEqual([]);
    expect(await found(reviewer, '人民调解')).toEqual([id]);
    expect(await found(reviewer, '企业')).toEqual([]);
  });
});
