/** Requests made from the api's own document. */
import type { Dice } from '../support/dice.js';
import { ledger, paper, withFile, withJson } from './fuzz-forms-support.js';
import { fitting, type Known, type Nearby, type Schema, type Schemas } from './fuzz-schema-support.js';

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
  /** what an upload says beside its file */
  form?: Schema;
  needs: string;
  answers: Record<string, Schema | undefined>;
}

export interface Request {
  of: Described;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
  fields?: Record<string, string>;
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
      const form = requestBody?.content['multipart/form-data']?.schema;
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        needs,
        ...(body && { body }),
        ...(form?.properties?.['kind'] && { form }),
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
    private readonly nearby: Nearby,
    private readonly dice: Dice,
  ) {}

  /** A request that should be understood, at least. */
  make(of: Described): Request {
    const { dice } = this;
    const values: Record<string, unknown> = {};
    const query = new URLSearchParams();
    let known = this.known;
    for (const [, name] of of.path.matchAll(/\{(\w+)\}/g) as Iterable<[string, string]>) {
      values[name] = this.named(of, name, known);
      // Mostly what belongs to the thing that is asked for: of another one it would only be told that it is not there.
      if (dice(8) > 0) known = { ...known, ...this.nearby.get(String(values[name])) };
    }
    for (const { name, in: place, schema } of of.parameters)
      if (place === 'query' && dice(3) === 0) query.set(name, String(this.value(schema, name, known)));
    const path = of.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
    const search = query.toString();
    const request: Request = { of, method: of.method, url: search ? `${path}?${search}` : path, headers: {}, spoilt: [] };
    if (of.form) return this.withPaper(request, of.form, known);
    if (of.upload) return withFile(request, ledger(dice));
    if (!of.body) return request;
    return withJson(request, JSON.stringify(this.value(of.body, '', known)));
  }

  private named(of: Described, name: string, known: Known): unknown {
    const schema = of.parameters.find((one) => one.in === 'path' && one.name === name)?.schema;
    const choices = (known !== this.known && known[name] !== this.known[name] && known[name]) || known[`${of.path.split('/')[2]} ${name}`];
    if (choices && choices.length > 0) return this.dice.pick(choices);
    return schema ? this.value(schema, name, known) : this.dice.pick(known['id']!);
  }

  private withPaper(request: Request, form: Schema, known: Known): Request {
    const { file: _, ...said } = this.value(form, '', known) as Record<string, unknown>;
    const fields = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
    const { file, name } = paper(this.dice);
    return withFile({ ...request, fields }, file, name);
  }

  private value(schema: Schema, name: string, known: Known): unknown {
    return fitting(schema, name, this.schemas, known, this.dice);
  }
}
