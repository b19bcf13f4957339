/** Sends requests as they are, and says what is wrong with an answer. */
import { Agent, request as send } from 'node:http';
import { SCRIPT } from '../support/naughty.js';
import type { Described, Request } from './fuzz-requests-support.js';
import { misfit, type Schemas } from './fuzz-schema-support.js';

export interface Got {
  status: number;
  type: string;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Resolves to nothing when the connection broke, which is a refusal of its own kind for what is no HTTP. */
export function ask(url: string, { method, url: path, headers, body }: Request): Promise<Got | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const sent = send(
      {
        agent,
        hostname,
        port,
        method,
        path: path.replace(/[^\u0021-\u00ff]/g, '') || '/',
        headers: { ...headers, ...(body && { 'content-length': String(body.length) }) },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => resolve(undefined));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            type: String(answer.headers['content-type'] ?? ''),
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on('error', () => resolve(undefined));
    sent.setTimeout(60_000, () => sent.destroy());
    sent.end(body);
  });
}

/** Faults of an answer, whatever the request was. */
export function faultsOf({ status, type, headers, text }: Got, of: Described, method: string, schemas: Schemas): string[] {
  // Headers without end are cut off before they are a request.
  if (status === 431) return [];
  const faults: string[] = [];
  if (status >= 500 && status !== 503) faults.push(`answered ${status}`);
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff');
  if (text.includes(SCRIPT) && /html|xml|svg|javascript|^$/.test(type)) faults.push(`script reflected as ${type}`);
  if (JSON.stringify(headers).includes('x-injected') || JSON.stringify(headers['set-cookie'] ?? '').includes('x=1'))
    faults.push('header injected');
  if (
    /password_hash|\$argon2|\bat .+\.(ts|js):\d+|node_modules|SQLSTATE|syntax error at or near|pg_catalog/.test(text) &&
    !type.includes('openapi')
  )
    faults.push('tells of its inside');
  if (status >= 400 && method !== 'HEAD') faults.push(...problemFaults(type, text, status, schemas));
  const schema = of.answers[String(status)];
  if (status < 300 && method === of.method && schema && type.startsWith('application/json')) {
    const fault = misfit(parse(text), schema, schemas);
    if (fault) faults.push(`answer does not fit the document: ${fault}`);
  }
  return faults;
}

function problemFaults(type: string, text: string, status: number, schemas: Schemas): string[] {
  if (!type.startsWith('application/problem+json')) return [`refused with ${status} as ${type || 'nothing'}`];
  const fault = misfit(parse(text), schemas['Problem']!, schemas);
  return fault ? [`the problem does not fit the document: ${fault}`] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
