import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeToPolicy } from '#casework/hardship/policy/agree-to-policy';
import { changePolicy } from '#casework/hardship/policy/change-policy';
import { draftPolicy, type PolicyWish } from '#casework/hardship/policy/draft-policy';
import { dropPolicy } from '#casework/hardship/policy/drop-policy';
import { findPolicies } from '#casework/hardship/policy/find-policies';
import { getPolicy } from '#casework/hardship/policy/get-policy';
import { publishPolicy } from '#casework/hardship/policy/publish-policy';
import { runTrial } from '#casework/hardship/policy/run-trial';
import { tryPolicy } from '#casework/hardship/policy/try-policy';
import { listRules } from '#casework/hardship/eligibility/list-rules';
import { readRulebook } from '#casework/hardship/eligibility/rulebook';
import type { Work } from '#casework/work';
import { assess, assessAgain, type Assessment } from '#rules/hardship/eligibility/assess';
import { ordinaryHousehold } from '#rules/hardship/eligibility/golden-eligibility';
import { plainDate } from '#rules/shared/plain-date';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { at, aTree, aWorker, type Tree } from '../../support/people.js';
import { aFamily } from './policy-families.js';

let db: TestDatabase;
let tree: Tree;
let [admin, approver, second, districtApprover, officer]: Work[] = [];

beforeAll(async () => {
  db = await aDatabase();
  tree = await aTree(db);
  admin = await aWorker(db, 'centre-admin', tree.city);
  approver = await aWorker(db, 'approver', tree.city);
  second = await aWorker(db, 'approver', tree.city);
  districtApprover = await aWorker(db, 'approver', tree.north);
  officer = await aWorker(db, 'aid-officer', tree.city);
  await aFamily(db, officer, { net: 290_000, organisationId: tree.north });
});
afterAll(() => db.close());

const wider: PolicyWish = {
  name: '相对困难放宽',
  reason: '市总工会主席办公会2026年第12次',
  validFrom: plainDate('2027-01-01'),
  changes: {
    kind: 'rule',
    ruleId: 'R3.2',
    thresholds: { 'relative-net': 250, 'severe-net': 60 },
    instrument: '苏工办〔2026〕98号',
    article: null,
    says: null,
  },
};
const raised: PolicyWish = {
  name: '2027年低保标准',
  reason: '民政部门调整',
  validFrom: plainDate('2027-07-01'),
  changes: { kind: 'standard', division: '320500', amountFen: 125_000, source: '苏民救〔2027〕3号' },
};
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: { code?: string }) => error.code ?? String(error),
  );
const versionOf = async (draftId: string) => (await getPolicy(admin!, draftId)).version;
const meant = async (draftId: string) => ({ draftId, version: await versionOf(draftId) });
const running = { progress: () => Promise.resolve(), signal: new AbortController().signal };

async function tried(wish: PolicyWish, by = admin!): Promise<string> {
  const { id } = await draftPolicy(by, wish);
  await tryPolicy(by, await meant(id));
  await runTrial(by, await meant(id), running);
  return id;
}

describe('a draft', () => {
  it('is nobody’s to make but who may draft, and out of sight of the others', async () => {
    for (const stranger of [officer!, approver!]) expect(await codeOf(draftPolicy(stranger, wider))).toBe('access.not-permitted');
    const { id } = await draftPolicy(admin!, wider);
    expect((await findPolicies(officer!, { limit: 20 })).items).toEqual([]);
    expect(await codeOf(getPolicy(officer!, id))).toBe('data.not-found');
    expect(await codeOf(getPolicy(districtApprover!, id))).toBe('data.not-found');
    expect((await getPolicy(approver!, id)).rule!.thresholds.map(({ code, before, after }) => [code, before, after])).toEqual([
      ['severe-net', null, 60],
      ['relative-net', 200, 250],
    ]);
  });

  it('is refused when it says nothing new, reaches back, or names what is not there', async () => {
    const rule = (over: object) => ({ ...wider, changes: { ...wider.changes, ...over } }) as PolicyWish;
    expect(await codeOf(draftPolicy(admin!, rule({ thresholds: { 'relative-net': 200 } })))).toBe('policy.changes-nothing');
    expect(await codeOf(draftPolicy(admin!, { ...wider, validFrom: plainDate('2026-11-19') }))).toBe('policy.backwards');
    expect(await codeOf(draftPolicy(admin!, { ...raised, changes: { ...raised.changes, division: '999999' } as never }))).toBe(
      'policy.division-unknown',
    );
  });

  it('is changed by its maker alone, and then has to be tried and agreed to again', async () => {
    const id = await tried(wider);
    const other = await aWorker(db, 'centre-admin', tree.city);
    expect(await codeOf(changePolicy(other, { ...(await meant(id)), ...wider }))).toBe('policy.another-must-change');
    await agreeToPolicy(approver!, await meant(id));
    expect(await codeOf(changePolicy(admin!, { ...(await meant(id)), ...raised }))).toBe('policy.kind-stays');
    await changePolicy(admin!, { ...(await meant(id)), ...wider, name: '另一个名称' });
    expect(await getPolicy(admin!, id)).toMatchObject({ status: 'draft', found: null, agreedByName: null, name: '另一个名称' });
    expect(await codeOf(publishPolicy(approver!, await meant(id)))).toBe('policy.move-not-open');
    await dropPolicy(approver!, await meant(id));
    expect(await codeOf(tryPolicy(admin!, await meant(id)))).toBe('policy.move-not-open');
  });
});

describe('agreeing and publishing', () => {
  it('need a trial, a second person, and the whole city', async () => {
    const { id } = await draftPolicy(admin!, wider);
    expect(await codeOf(agreeToPolicy(approver!, await meant(id)))).toBe('policy.move-not-open');
    await tryPolicy(admin!, await meant(id));
    await runTrial(admin!, await meant(id), running);
    expect(await codeOf(agreeToPolicy(admin!, await meant(id)))).toBe('access.not-permitted');
    expect(await codeOf(agreeToPolicy(districtApprover!, await meant(id)))).toBe('data.not-found');
    const { version } = await getPolicy(admin!, id);
    expect(await codeOf(agreeToPolicy(approver!, { draftId: id, version: version - 1 }))).toBe('data.changed-meanwhile');
    expect(await codeOf(publishPolicy(approver!, await meant(id)))).toBe('policy.move-not-open');
    await agreeToPolicy(approver!, await meant(id));
    expect(await codeOf(publishPolicy(admin!, await meant(id)))).toBe('access.not-permitted');
    await dropPolicy(approver!, await meant(id));
  });

  it('are refused to a maker who may do both, by the program and by the database', async () => {
    const both = await aWorker(db, 'centre-admin', tree.city);
    await db.owner.query(
      `INSERT INTO role_grant (id, user_id, role_code, organisation_id, valid_from, granted_by) VALUES (gen_random_uuid(), $1, 'approver', $2, '2000-01-01', $1)`,
      [both.actor.id, tree.city],
    );
    const { actorOf } = await import('#casework/access/actor-of');
    const able: Work = { ...both, actor: await actorOf(db.data, both.actor.id) };
    const id = await tried(wider, able);
    expect(await codeOf(agreeToPolicy(able, await meant(id)))).toBe('policy.another-must-agree');
    await expect(
      asActor(able, `UPDATE policy_draft SET status = 'agreed', agreed_by = '${able.actor.id}' WHERE id = '${id}'`),
    ).rejects.toThrow(/agreed_by_another/);
    // Neither in another's name, nor a rule that nobody agreed to.
    await expect(
      asActor(able, `UPDATE policy_draft SET status = 'agreed', agreed_by = '${approver!.actor.id}' WHERE id = '${id}'`),
    ).rejects.toThrow(/in another's name/);
    const rule = `INSERT INTO eligibility_rule (id, code, version, valid_from, unverified, body, made_by, agreed_by) VALUES ('R3.9', 'R3', 9, '2027-01-01', false, '{}', `;
    await expect(asActor(able, `${rule}'${able.actor.id}', '${approver!.actor.id}')`)).rejects.toThrow(/row-level security/);
    await expect(asActor(able, `${rule} NULL, NULL)`)).rejects.toThrow(/row-level security/);
    await expect(asActor(able, `UPDATE eligibility_rule SET valid_to = '2026-12-31'`)).rejects.toThrow(/permission denied/);
    await dropPolicy(able, await meant(id));
  });
});

describe('a published rule', () => {
  const family = { ...ordinaryHousehold, income: 36 * 290_000, employment: 'laid-off' as const };
  const decided = async (day: string): Promise<Assessment> => {
    const { rules, standards } = await readRulebook(db.data);
    return assess(rules, standards, family, { receivedOn: plainDate(day), assessedOn: plainDate(day) }) as Assessment;
  };

  it('decides what is received from its first day on; what was decided before stays word for word', async () => {
    const old = await decided('2026-11-20');
    expect(old).toMatchObject({ ruleId: 'R3.2', proposed: null });
    const id = await tried(wider);
    const stale = await tried({ ...wider, name: '同日另一草案' });
    await agreeToPolicy(approver!, await meant(id));
    await publishPolicy(second!, await meant(id));
    expect(await getPolicy(admin!, id)).toMatchObject({ status: 'published', agreedByName: approver!.actor.name });

    expect(await decided('2026-12-31')).toMatchObject({ ruleId: 'R3.2', proposed: null });
    expect(await decided('2027-01-01')).toMatchObject({ ruleId: 'R3.3', proposed: 'relative' });
    const { rules, standards } = await readRulebook(db.data);
    expect(assessAgain(rules, standards, family, old)).toEqual(old);

    // Another draft that rested on the same rule has to be made anew; nothing of what is published can be done again.
    await agreeToPolicy(approver!, await meant(stale));
    expect(await codeOf(publishPolicy(second!, await meant(stale)))).toBe('policy.rule-not-in-force');
    expect(await codeOf(publishPolicy(second!, await meant(id)))).toBe('policy.move-not-open');
    const { rows } = await db.owner.query(`SELECT job, payload FROM outbox WHERE job = 'hardship.list-for-reassessment'`);
    expect(rows).toEqual([{ job: 'hardship.list-for-reassessment', payload: { draftId: id } }]);
  });

  it('stands on the page of rules with its days, and those of the rule before it', async () => {
    const { rules } = await listRules(officer!);
    const spans = Object.fromEntries(rules.map(({ id, span, inForce }) => [id, [span, inForce]]));
    expect(spans['R3.2']).toEqual([{ from: '2022-01-01', to: '2026-12-31' }, true]);
    expect(spans['R3.3']).toEqual([{ from: '2027-01-01', to: null }, false]);
    expect(rules.find(({ id }) => id === 'R3.3')!.published).toMatchObject({
      madeByName: admin!.actor.name,
      agreedByName: approver!.actor.name,
    });
    expect(rules.find(({ id }) => id === 'R3.2')!.missing).toBe(1);
  });

  it('is not published once its first day has gone by', async () => {
    const id = await tried({
      ...wider,
      changes: { ...wider.changes, ruleId: 'R3.3', thresholds: { 'relative-net': 260 } } as never,
      validFrom: plainDate('2027-02-01'),
    });
    await agreeToPolicy(approver!, await meant(id));
    expect(await codeOf(publishPolicy(at(second!, '2027-02-02T02:00:00Z'), await meant(id)))).toBe('policy.day-gone');
  });
});

describe('a published standard', () => {
  it('is used from its day on, and may not overtake another that was published meanwhile', async () => {
    const [id, late] = [await tried(raised), await tried({ ...raised, changes: { ...raised.changes, amountFen: 126_000 } as never })];
    await agreeToPolicy(approver!, await meant(id));
    await agreeToPolicy(approver!, await meant(late));
    await publishPolicy(second!, await meant(id));
    expect(await codeOf(publishPolicy(second!, await meant(late)))).toBe('policy.standard-changed');
    const { standards } = await listRules(officer!);
    const spans = standards.slice(-2).map(({ id: row, span }) => [row, span]);
    expect(spans).toEqual([
      ['320500.2025-10-01.1', { from: '2025-10-01', to: '2027-06-30' }],
      ['320500.2027-07-01.1', { from: '2027-07-01', to: null }],
    ]);
  });

  it('can be supplied for days that nobody knew it for', async () => {
    const gap: PolicyWish = {
      ...raised,
      name: '补2022年标准',
      validFrom: plainDate('2022-07-01'),
      changes: { ...raised.changes, amountFen: 112_500 } as never,
    };
    const id = await tried(gap);
    await agreeToPolicy(approver!, await meant(id));
    await publishPolicy(second!, await meant(id));
    const { standards } = await listRules(officer!);
    expect(standards.find((row) => row.id === '320500.2022-07-01.1')).toMatchObject({
      amountFen: 112_500,
      span: { from: '2022-07-01', to: '2025-09-30' },
      unverified: false,
    });
  });
});

/** A statement as the program's role, on behalf of somebody, past casework. */
async function asActor(work: Work, statement: string): Promise<void> {
  const client = await db.owner.connect();
  try {
    await client.query(`BEGIN; SET LOCAL ROLE bangfu_app; SELECT set_config('bangfu.actor', '${work.actor.id}', true)`);
    await client.query(statement);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
