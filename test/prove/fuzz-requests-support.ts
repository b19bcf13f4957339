/** Requests made from the api's own document. */
import type { Dice } from '../support/dice.js';
import { ledger, withFile, withJson } from './fuzz-forms-support.js';
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
    if (of.upload) return withFile(request, ledger(dice));
    if (!of.body) return request;
    return withJson(request, JSON.stringify(fitting(of.body, '', this.schemas, this.known, dice)));
  }

  private value(schema: Schema, name: string): unknown {
    return fitting(schema, name, this.schemas, this.known, this.dice);
  }
}
