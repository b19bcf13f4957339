/** Ways to spoil a request. */
import fc from 'fast-check';
import type { Dice } from '../support/dice.js';
import { naughty } from '../support/naughty.js';
import { ledger, paper, withFile, withJson, workbooks } from './fuzz-forms-support.js';
import type { Request } from './fuzz-requests-support.js';
import type { Known } from './fuzz-schema-support.js';

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

export class Spoiler {
  constructor(
    private readonly known: Known,
    private readonly dice: Dice,
  ) {}

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
      withJson(
        request,
        this.textOf(request).replace(/^\{/, `{${JSON.stringify(this.dice.pick(naughty))}:${JSON.stringify(this.strange())},`),
      ),
    'prototype fields': (request) =>
      withJson(
        request,
        this.textOf(request).replace(
          /^\{/,
          this.dice.pick(['{"__proto__":{"everything":true},', '{"constructor":{"prototype":{"a":1}},', '{"\\u005f_proto__":{"x":1},']),
        ),
      ),
    'field twice': (request) => withJson(request, this.textOf(request).replace(/^\{("\w+":)/, '{$1null,$1')),
    'deep nesting': (request) => this.changed(request, () => JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown),
    'very deep text': (request) => withJson(request, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    'cut off': (request) => ({ ...request, body: request.body!.subarray(0, this.dice(request.body!.length + 1)) }),
    'bytes that are no text': (request) => ({
      ...request,
      body: Buffer.concat([request.body!.subarray(0, 5), Buffer.from([0xff, 0xfe, 0xc0, this.dice(256)]), request.body!.subarray(5)]),
    }),
    'lone surrogate': (request) => withJson(request, this.textOf(request).replace(/":"/, '":"\\ud800')),
    'null character': (request) => withJson(request, this.textOf(request).replace(/":"/, '":"\\u0000')),
    'too large': (request) => withJson(request, JSON.stringify({ a: 'x'.repeat(1_100_000) })),
    'no body': (request) => ({ ...request, body: undefined }),
    'not an object': (request) => withJson(request, JSON.stringify(this.strange()) ?? 'undefined'),
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
    'bytes of a file changed': (request) => withFile(request, this.scratched(this.dice.pick(workbooks))),
    'file cut off': (request) => withFile(request, this.dice.pick(workbooks).subarray(0, this.dice(5_000))),
    'strange file': (request) =>
      withFile(
        request,
        Buffer.from(asText(this.strange())),
        this.dice.pick(['a.csv', 'a.xlsx', 'a.xls', 'a.exe', '../../a.csv', 'a', '=1+1.csv']),
      ),
    'strange file name': (request) => withFile(request, ledger(this.dice), this.dice.pick(naughty).replace(/["\r\n]/g, '')),
    'another field': (request) => withFile(request, ledger(this.dice), 'a.csv', 'organisationId'),
    'strange field of the form': (request) =>
      withFile(
        {
          ...request,
          fields: { ...request.fields, [this.dice.pick(['kind', 'personId', '__proto__', 'file', 'x'])]: asText(this.strange()) },
        },
        paper(this.dice).file,
      ),
    'fields of the form left out': (request) => withFile({ ...request, fields: {} }, paper(this.dice).file),
    'paper under another name': (request) =>
      withFile(request, paper(this.dice).file, this.dice.pick(['a.exe', 'a.pdf', 'a.svg', 'a', '.png'])),
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
    if (!top) return withJson(request, JSON.stringify(make()) ?? '');
    const key = this.dice.pick(top);
    return withJson(request, JSON.stringify({ ...(body as object), [key]: change((body as Record<string, unknown>)[key]) }));
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
