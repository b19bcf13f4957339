/** Requests made from the api's own document, and ways to spoil them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Dice } from '../support/dice.js';
import { naughty } from '../support/naughty.js';
import { fitting, type Known, type Schema, type Schemas } from './fuzz-schema-support.js';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  schema: Schema;
}
export interface Described {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body?: Schema;
  upload: boolean;
  needs: string;
  answers: Record<string, Schema | undefined>;
}

export interface Request {
  of: Described;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
  spoilt: string[];
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        'x-needs'?: string;
        parameters?: Parameter[];
        requestBody?: { content: Record<string, { schema: Schema }> };
        responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
      }
    >
  >;
  components: { schemas: Schemas };
}

export function readDocument(document: unknown): { operations: Described[]; schemas: Schemas } {
  const { paths, components } = document as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, 'x-needs': needs = '', parameters = [], requestBody, responses }]): Described => {
      const body = requestBody?.content['application/json']?.schema;
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        needs,
        ...(body && { body }),
        upload: operationId === 'uploadImport' || requestBody?.content['multipart/form-data'] !== undefined,
        answers: Object.fromEntries(
          Object.entries(responses).map(([status, { content }]) => [status, content?.['application/json']?.schema]),
        ),
      };
    }),
  );
  return { operations, schemas: components.schemas };
}

const WORKBOOKS = 'test/data/suzhou-2012';
const workbooks = readdirSync(WORKBOOKS)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => readFileSync(join(WORKBOOKS, name)))
  .sort((a, b) => a.length - b.length)
  .slice(0, 3);

const ODDITIES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e-308,
  2 ** 53 + 2,
  -(2 ** 31) - 1,
  2 ** 31,
  99999999999999,
  [],
  {},
  [[]],
  { $ne: null },
  { toString: 1 },
  { length: 5 },
];

export class RequestMaker {
  constructor(
    private readonly schemas: Schemas,
    private readonly known: Known,
    private readonly dice: Dice,
  ) {}

  /** A request that should be understood, at least. */
  make(of: Described): Request {
    const { dice } = this;
    const values: Record<string, unknown> = {};
    const query = new URLSearchParams();
    for (const { name, in: place, schema } of of.parameters) {
      if (place === 'path') values[name] = this.dice.pick(this.known[`${of.path.split('/')[2]} ${name}`] ?? [this.value(schema, name)]);
      if (place === 'query' && dice(3) === 0) query.set(name, String(this.value(schema, name)));
    }
    const path = of.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(values[name] ?? dice.pick(this.known['id']!))),
    );
    const search = query.toString();
    const request: Request = { of, method: of.method, url: search ? `${path}?${search}` : path, headers: {}, spoilt: [] };
    if (of.upload) return this.withFile(request, this.file());
    if (!of.body) return request;
    return this.withJson(request, JSON.stringify(fitting(of.body, '', this.schemas, this.known, dice)));
  }

  /** The same request with one thing wrong, or several. */
  spoil(request: Request): Request {
    let spoilt = request;
    for (let more = 1 + this.dice(2); more > 0; more -= 1) {
      const ways = [
        ...Object.entries(this.anywhere),
        ...(spoilt.body && !request.of.upload ? Object.entries(this.inBody) : []),
        ...(spoilt.body && request.of.upload ? Object.entries(this.inFile) : []),
      ];
      const [name, way] = this.dice.pick(ways);
      spoilt = { ...way(spoilt), spoilt: [...spoilt.spoilt, name] };
    }
    return spoilt;
  }

  private value(schema: Schema, name: string): unknown {
    return fitting(schema, name, this.schemas, this.known, this.dice);
  }

  private withJson(request: Request, text: string): Request {
    return { ...request, headers: { ...request.headers, 'content-type': 'application/json' }, body: Buffer.from(text) };
  }

  private withFile(request: Request, file: Buffer, name = '台账.xlsx', field = 'file'): Request {
    const boundary = 'bfboundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return {
      ...request,
      headers: { ...request.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    };
  }

  private file(): Buffer {
    return this.dice(3) === 0 ? this.dice.pick(workbooks) : Buffer.from(`姓名,身份证号\n${this.dice.pick(naughty)},${this.dice(1e9)}\n`);
  }

  /** Anything that JSON can say, and some that it can hardly. */
  private strange(): unknown {
    const { dice } = this;
    const seed = dice(2 ** 31);
    const sample = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed })[0]!;
    return dice.pick<() => unknown>([
      () => dice.pick(naughty),
      () => dice.pick(naughty),
      () => dice.pick(naughty).repeat(1 + dice(200)),
      () => sample(fc.string({ unit: 'binary', maxLength: 60 })),
      () => sample(fc.jsonValue({ maxDepth: 4 })),
      () => dice.pick(ODDITIES),
      () => 'x'.repeat(10 ** (1 + dice(5))),
      () => Array.from({ length: dice(2_000) }, (_, i) => i),
      () => Object.fromEntries(Array.from({ length: dice(500) }, (_, i) => [`k${i}`, i])),
      () => dice.pick(this.known['id']!),
      () => sample(fc.date({ noInvalidDate: true })).toISOString(),
    ])();
  }

  private readonly inBody: Record<string, (request: Request) => Request> = {
    'strange value': (request) => this.changed(request, () => this.strange()),
    'another strange value': (request) => this.changed(request, () => this.strange()),
    'left out': (request) => this.changed(request, () => undefined),
    'more fields': (request) =>
      this.withJson(
        request,
        this.textOf(request).replace(/^\{/, `{${JSON.stringify(this.dice.pick(naughty))}:${JSON.stringify(this.strange())},`),
      ),
    'prototype fields': (request) =>
      this.withJson(
        request,
        this.textOf(request).replace(
          /^\{/,
          this.dice.pick(['{"__proto__":{"everything":true},', '{"constructor":{"prototype":{"a":1}},', '{"\\u005f_proto__":{"x":1},']),
        ),
      ),
    'field twice': (request) => this.withJson(request, this.textOf(request).replace(/^\{("\w+":)/, '{$1null,$1')),
    'deep nesting': (request) => this.changed(request, () => JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown),
    'very deep text': (request) => this.withJson(request, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    'cut off': (request) => ({ ...request, body: request.body!.subarray(0, this.dice(request.body!.length + 1)) }),
    'bytes that are no text': (request) => ({
      ...request,
      body: Buffer.concat([request.body!.subarray(0, 5), Buffer.from([0xff, 0xfe, 0xc0, this.dice(256)]), request.body!.subarray(5)]),
    }),
    'lone surrogate': (request) => this.withJson(request, this.textOf(request).replace(/":"/, '":"\\ud800')),
    'null character': (request) => this.withJson(request, this.textOf(request).replace(/":"/, '":"\\u0000')),
    'too large': (request) => this.withJson(request, JSON.stringify({ a: 'x'.repeat(1_100_000) })),
    'no body': (request) => ({ ...request, body: undefined }),
    'not an object': (request) => this.withJson(request, JSON.stringify(this.strange()) ?? 'undefined'),
    'another media type': (request) => ({
      ...request,
      headers: {
        ...request.headers,
        'content-type': this.dice.pick([
          'text/plain',
          'text/html',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'multipart/form-data; boundary=x',
          'application/json; charset=utf-16',
          'application/json;;',
          'application/octet-stream',
          'x',
          '',
        ]),
      },
    }),
    'said to be packed': (request) => ({
      ...request,
      headers: { ...request.headers, 'content-encoding': this.dice.pick(['gzip', 'br', 'x']) },
    }),
  };

  private readonly inFile: Record<string, (request: Request) => Request> = {
    'bytes of a file changed': (request) => this.withFile(request, this.scratched(this.dice.pick(workbooks))),
    'file cut off': (request) => this.withFile(request, this.dice.pick(workbooks).subarray(0, this.dice(5_000))),
    'strange file': (request) =>
      this.withFile(
        request,
        Buffer.from(asText(this.strange())),
        this.dice.pick(['a.csv', 'a.xlsx', 'a.xls', 'a.exe', '../../a.csv', 'a', '=1+1.csv']),
      ),
    'strange file name': (request) => this.withFile(request, this.file(), this.dice.pick(naughty).replace(/["\r\n]/g, '')),
    'another field': (request) => this.withFile(request, this.file(), 'a.csv', 'organisationId'),
    'form cut off': (request) => ({ ...request, body: request.body!.subarray(0, this.dice(request.body!.length)) }),
  };

  private readonly anywhere: Record<string, (request: Request) => Request> = {
    'strange part of the path': (request) => {
      const parts = request.url.split('?')[0]!.split('/');
      parts[2 + this.dice(Math.max(1, parts.length - 2))] =
        this.dice(2) === 0
          ? encodeURIComponent(wellFormed(this.dice.pick(naughty)))
          : this.dice.pick(naughty).replace(/[^\u0021-\u007e]/g, '') || '%';
      return { ...request, url: parts.join('/') };
    },
    'another id': (request) => ({
      ...request,
      url: request.url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, String(this.dice.pick(this.known['id']!))),
    }),
    'id in capitals': (request) => ({ ...request, url: request.url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, (id) => id.toUpperCase()) }),
    'strange query': (request) => {
      const names = [
        ...request.of.parameters.filter((one) => one.in === 'query').map((one) => one.name),
        'limit',
        'cursor',
        'q',
        '__proto__',
        'a[]',
        'a[b]',
      ];
      const add = `${this.dice.pick(names)}=${encodeURIComponent(wellFormed(asText(this.strange())).slice(0, 3_000).toWellFormed())}`;
      return { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${add}${this.dice(4) === 0 ? `&${add}` : ''}` };
    },
    'broken query': (request) => ({
      ...request,
      url: `${request.url}?${this.dice.pick(['%', '%zz=%', '&&&', 'limit=%00', '=', 'q=%ff%fe', '?'])}`,
    }),
    'another method': (request) => ({
      ...request,
      method: this.dice.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND']),
    }),
    'strange header': (request) => {
      const name = this.dice.pick([
        'accept',
        'accept-language',
        'x-request-id',
        'x-forwarded-for',
        'x-forwarded-proto',
        'x-http-method-override',
        'if-none-match',
        'range',
        'origin',
        'referer',
        'user-agent',
        'idempotency-key',
        'expect-ct',
      ]);
      return { ...request, headers: { ...request.headers, [name]: header(this.dice.pick(naughty).repeat(1 + this.dice(20))) } };
    },
    'an Idempotency-Key': (request) => ({ ...request, headers: { ...request.headers, 'idempotency-key': `key-${this.dice(40)}-of-many` } }),
    'strange CSRF token': (request) => ({ ...request, headers: { ...request.headers, 'x-csrf-token': header(this.dice.pick(naughty)) } }),
    'strange cookie': (request) => ({
      ...request,
      headers: {
        ...request.headers,
        cookie: header(
          this.dice.pick([
            'bangfu_session=',
            'bangfu_session=%',
            'bangfu_session="a; b',
            '=;=;',
            'bangfu_session=a; bangfu_session=b',
            `bangfu_session=${'x'.repeat(5_000)}`,
            this.dice.pick(naughty),
          ]),
        ),
      },
    }),
    'strange authorization': (request) => ({
      ...request,
      headers: {
        ...request.headers,
        authorization: header(
          this.dice.pick(['Bearer', 'Bearer ', `Bearer ${'x'.repeat(4_000)}`, 'Basic YTpi', 'bearer bf_x', this.dice.pick(naughty)]),
        ),
      },
    }),
  };

  private textOf(request: Request): string {
    return request.body?.toString() ?? '{}';
  }

  /** The body with one of its values, at any depth, replaced. */
  private changed(request: Request, make: () => unknown): Request {
    let body: unknown;
    try {
      body = JSON.parse(this.textOf(request));
    } catch {
      return request;
    }
    const change = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object' || this.dice(3) === 0) return make();
      const keys = Object.keys(value);
      if (keys.length === 0) return make();
      const key = this.dice.pick(keys);
      const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
      copy[key] = change(copy[key]);
      return copy;
    };
    const top = body !== null && typeof body === 'object' && Object.keys(body).length > 0 ? Object.keys(body) : undefined;
    if (!top) return this.withJson(request, JSON.stringify(make()) ?? '');
    const key = this.dice.pick(top);
    return this.withJson(request, JSON.stringify({ ...(body as object), [key]: change((body as Record<string, unknown>)[key]) }));
  }

  private scratched(file: Buffer): Buffer {
    const copy = Buffer.from(file);
    for (let i = 0; i < 1 + this.dice(20); i += 1) copy[this.dice(copy.length)] = this.dice(256);
    return copy;
  }
}

/** What a header may hold at all: the rest is refused by the client before it is sent. */
const header = (text: string): string =>
  Buffer.from(text.slice(0, 6_000))
    .toString('latin1')
    .replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '');
const wellFormed = (text: string): string => text.toWellFormed();
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'));
