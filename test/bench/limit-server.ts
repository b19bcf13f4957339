/**
 * The limit: a bare node:http server with pg and hand-written, prepared statements, without sign-in, rights, row-level
 * security, validation or masking. What any server of ours could reach at most on this machine.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { caseList, statements, type Statement } from './limit-statements.js';
import { limitSearch } from './limit-search.js';

const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE'], max: 12, application_name: 'limit' });
pool.on('error', () => undefined);
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Ask = (statement: Statement, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;
const ask: Ask = async (statement, values = []) =>
  (await pool.query({ ...statement, values: [...values] })).rows as Record<string, unknown>[];

function page(rows: Record<string, unknown>[], place: (row: Record<string, unknown>) => string): object {
  const items = rows.slice(0, 20);
  return { items, nextCursor: rows.length > 20 ? place(items.at(-1)!) : null };
}

async function cases(noun: 'dispute' | 'petition', query: URLSearchParams): Promise<object> {
  const after = query.get('after');
  const filters = [...query.keys()].filter((name) => name !== 'after');
  const values = filters
    .filter((name) => name !== 'open')
    .map((name) => (name === 'organisations' ? query.get(name)!.split(',') : query.get(name)));
  const rows = await ask(caseList(noun, filters, after !== null), [...values, ...(after?.split(',') ?? [])]);
  return page(rows, (row) => `${String(row['registeredOn'])},${String(row['id'])}`);
}

async function people(query: URLSearchParams): Promise<object> {
  const [after, organisations] = [query.get('after'), query.get('organisations')];
  const rows = after
    ? await ask(statements.peopleAfter, [after])
    : organisations
      ? await ask(statements.peopleOf, [organisations.split(',')])
      : await ask(statements.people);
  return page(rows, (row) => String(row['id']));
}

/** One transaction, each statement by its own round trip, as a careful hand writes it. */
async function inTransaction<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const here: Ask = async (statement, values = []) =>
    (await client.query({ ...statement, values: [...values] })).rows as Record<string, unknown>[];
  try {
    await client.query(statements.begin);
    const result = await work(here);
    await client.query(statements.commit);
    return result;
  } catch (error) {
    await client.query(statements.rollback);
    throw error;
  } finally {
    client.release();
  }
}

interface NewDispute {
  organisationId: string;
  channel: string;
  category: string;
  applicantId: string;
  applicantName: string;
  employerId: string;
  employerName: string;
  request: string;
  claimedFen: number;
  by: string;
}

const register = (body: NewDispute): Promise<object> =>
  inTransaction(async (tx) => {
    const [id, now] = [randomUUID(), new Date()];
    const [{ last } = { last: 0 }] = await tx(statements.nextNumber, [body.organisationId]);
    const number = `限劳调字〔2026〕${body.organisationId.slice(-4)}第${String(last)}号`;
    await tx(statements.addDispute, [
      id,
      number,
      body.organisationId,
      body.channel,
      body.category,
      body.employerId,
      body.employerName,
      body.applicantId,
      body.applicantName,
      body.request,
      body.claimedFen,
      now,
      body.by,
    ]);
    await tx(statements.addParties, [
      randomUUID(),
      id,
      body.applicantId,
      body.applicantName,
      randomUUID(),
      body.employerId,
      body.employerName,
    ]);
    await tx(statements.tell, [
      randomUUID(),
      now,
      'dispute.registered',
      body.by,
      body.organisationId,
      id,
      '{}',
      randomUUID(),
      body.applicantId,
      'dispute.register',
      null,
      'registered',
    ]);
    return { id, number };
  });

const apply = (id: string, { version, by }: { version: number; by: string }): Promise<object> =>
  inTransaction(async (tx) => {
    const now = new Date();
    const [row] = await tx(statements.lockDispute, [id]);
    if (row?.['status'] !== 'registered' || row['version'] !== version) throw new Error('not to be applied for');
    const events = JSON.stringify([{ type: 'started', on: now.toISOString().slice(0, 10) }]);
    await tx(statements.applyDispute, [id, now, version]);
    await tx(statements.startClocks, [randomUUID(), id, row['organisation_id'], 'M2.1', events, randomUUID(), 'M4.1']);
    await tx(statements.tell, [
      randomUUID(),
      now,
      'dispute.moved',
      by,
      row['organisation_id'],
      id,
      '{}',
      randomUUID(),
      row['applicant_id'],
      'dispute.apply',
      'registered',
      'applied',
    ]);
    const [after] = await tx(statements.dispute, [id]);
    return after!;
  });

async function answer(request: IncomingMessage): Promise<object> {
  const url = new URL(request.url!, 'http://limit');
  const [, noun, id] = url.pathname.split('/');
  if (request.method === 'POST') {
    const body = JSON.parse(await textOf(request)) as unknown;
    return id ? apply(id, body as { version: number; by: string }) : register(body as NewDispute);
  }
  if (noun === 'disputes') return id ? (await ask(statements.dispute, [id]))[0]! : cases('dispute', url.searchParams);
  if (noun === 'petitions') return cases('petition', url.searchParams);
  if (noun === 'people') return people(url.searchParams);
  if (noun === 'search') return limitSearch(ask, url.searchParams);
  return { items: await ask(statements.aggregate, [url.searchParams.get('from'), url.searchParams.get('to')]) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => send(response, 200, body),
    (error: unknown) => send(response, 500, { error: String(error) }),
  );
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as { port: number }).port }));
process.on('disconnect', () => process.exit(0));
