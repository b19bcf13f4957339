/** Pairs of the same question: to our api, and to the limit. Before they are measured they must give the same answer. */
import { strict as assert } from 'node:assert';
import { disputeId, districtOf, organisationId, petitionId, towns } from './fill/ids.js';
import { randomFrom } from './fill/names.js';
import { residentNumber } from '../support/resident-number.js';
import { employerName, nameOf } from './fill/people.js';
import type { Request } from './loading.js';
import type { Scene } from './scene.js';
import { get } from './servers.js';
import { gramsAsked } from '#rules/people/name-grams';
import { wholeReadings } from '#casework/people/search-keys';

export interface Pair {
  kind: string;
  ours: Request;
  limit: Request;
}

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

type Who = 'reviewer' | 'clerk';
const clerkOrganisations = [organisationId(3), ...towns.filter((town) => districtOf(town) === 3).map(organisationId)].join(',');

/** One list as both are asked for it, and again from its second and a later page on. */
async function pages(
  { ours, limit }: Scene,
  kind: string,
  path: string,
  who: Who,
  query: Record<string, string>,
  limitQuery: Record<string, string>,
  turns = 0,
): Promise<Pair[]> {
  const headers = ours.sessions[who];
  const narrowed = who === 'clerk' ? { ...limitQuery, organisations: clerkOrganisations } : limitQuery;
  let [cursor, after]: [string | null, string | null] = [null, null];
  const pair = (): Pair => ({
    kind: cursor ? `${kind}, later page` : kind,
    ours: { method: 'GET', path: `/api/${path}?${new URLSearchParams({ ...query, ...(cursor && { cursor }) })}`, headers },
    limit: { method: 'GET', path: `/${path}?${new URLSearchParams({ ...narrowed, ...(after && { after }) })}` },
  });
  const found = [pair()];
  for (let turn = 0; ; turn++) {
    const here = pair();
    const [us, bare] = await Promise.all([get<Page>(ours.api, here.ours.path, headers), get<Page>(limit, here.limit.path)]);
    assert.deepEqual(
      us.items.map((item) => item.id),
      bare.items.map((item) => item.id),
      `${kind}: ours and the limit differ`,
    );
    if (turn === turns) break;
    [cursor, after] = [us.nextCursor, bare.nextCursor];
    assert.ok(cursor && after, `${kind}: no page ${turn + 2}`);
    if (turn === 0 || turn === turns - 1) found.push(pair());
  }
  return found;
}

const yearAgo = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
const halfYearAgo = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);

export async function disputeLists(scene: Scene): Promise<Pair[]> {
  return [
    ...(await pages(scene, 'whole city', 'disputes', 'reviewer', {}, {}, 10)),
    ...(await pages(scene, 'by status', 'disputes', 'reviewer', { status: 'mediating' }, { status: 'mediating' }, 1)),
    ...(await pages(
      scene,
      'category and dates',
      'disputes',
      'reviewer',
      { category: '51', from: yearAgo, to: halfYearAgo },
      { category: '51', from: yearAgo, to: halfYearAgo },
      1,
    )),
    ...(await pages(scene, 'open', 'disputes', 'reviewer', { view: 'open' }, { open: '1' })),
    ...(await pages(scene, 'one district', 'disputes', 'clerk', {}, {}, 5)),
    ...(await pages(scene, 'one district by category', 'disputes', 'clerk', { category: '24' }, { category: '24' })),
  ];
}

export async function petitionLists(scene: Scene): Promise<Pair[]> {
  return [
    ...(await pages(scene, 'whole city', 'petitions', 'reviewer', {}, {}, 10)),
    ...(await pages(scene, 'by status', 'petitions', 'reviewer', { status: 'handling' }, { status: 'handling' }, 1)),
    ...(await pages(
      scene,
      'subject and dates',
      'petitions',
      'reviewer',
      { subject: '20', from: yearAgo, to: halfYearAgo },
      { subject: '20', from: yearAgo, to: halfYearAgo },
      1,
    )),
    ...(await pages(scene, 'one district', 'petitions', 'clerk', {}, {}, 5)),
  ];
}

export async function peopleLists(scene: Scene): Promise<Pair[]> {
  return [
    ...(await pages(scene, 'whole city', 'people', 'reviewer', {}, {}, 10)),
    ...(await pages(scene, 'one district', 'people', 'clerk', {}, {})),
  ];
}

export async function disputeRecords({ ours, large }: Scene): Promise<Pair[]> {
  const random = randomFrom(3);
  return Array.from({ length: 1000 }, () => {
    const id = disputeId(11 + random(large.size.disputes - 10));
    return {
      kind: 'record',
      ours: { method: 'GET', path: `/api/disputes/${id}`, headers: ours.sessions.reviewer },
      limit: { method: 'GET', path: `/disputes/${id}` },
    };
  });
}

interface Search {
  kind: string;
  q: string;
  limit: Record<string, string>;
}

export async function searches({ ours, large }: Scene): Promise<Pair[]> {
  const random = randomFrom(4);
  const known = Math.min(large.size.persons, large.size.disputes);
  const byName = (kind: string, q: string): Search => ({ kind, q, limit: { kind: 'name', q, grams: gramsAsked(q).join(',') } });
  const kinds: ((n: number) => Search)[] = [
    (n) => byName('name part', nameOf(n).slice(-2)),
    (n) => byName('employer', employerName(n).slice(4, 9)),
    (n) => ({ kind: 'pinyin', q: pinyinOf(n), limit: { kind: 'pinyin', q: pinyinOf(n) } }),
    (n) => ({
      kind: 'ID number',
      q: residentNumber(n),
      limit: { kind: 'id', q: large.secrets.index('id', residentNumber(n)).toString('hex') },
    }),
    (n) => ({ kind: 'case number', q: numberStart(n), limit: { kind: 'number', q: numberStart(n) } }),
  ];
  return Array.from({ length: 300 }, (_, i) => {
    const { kind, q, limit } = kinds[i % kinds.length]!(3 + random(known - 3));
    return {
      kind,
      ours: { method: 'GET', path: `/api/search?${new URLSearchParams({ q })}`, headers: ours.sessions.reviewer },
      limit: { method: 'GET', path: `/search?${new URLSearchParams(limit)}` },
    };
  });
}
const pinyinOf = (n: number): string => [...wholeReadings(nameOf(n))][0]!;
const numberStart = (n: number): string => `台劳调字〔2025〕第${String(n).slice(0, 4)}`;

export const petitionRecord = (n: number): string => `/api/petitions/${petitionId(n)}`;
