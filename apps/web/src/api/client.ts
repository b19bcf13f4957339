import type { Problem } from '#contract/shared';
import { ApiProblem, unreachable, unreadable } from './problem.js';

/** What a query string can hold; what is undefined, null or empty is left out. */
export type QueryValue = string | number | boolean | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Sending {
  query?: Query;
  body?: unknown;
  /** The same key for the same wish: sent twice, done once. */
  key?: string;
  signal?: AbortSignal | undefined;
}

let csrfToken: string | null = null;

/** Known from whoever is signed in; without it the server refuses every change. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** A random UUID that also works on plain http inside an office, where crypto.randomUUID is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function pathWith(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export async function send<Answer>(method: Method, path: string, sending: Sending = {}): Promise<Answer> {
  const answer = await ask(method, path, sending);
  if (answer.status === 204) return undefined as Answer;
  try {
    return (await answer.json()) as Answer;
  } catch {
    throw unreadable(answer.status);
  }
}

/** Fetches a file and hands it to the browser under the name that the server gives it; with a body where more has to be said than an address may hold. */
export async function download(path: string, body?: object): Promise<void> {
  const answer = await (body ? ask('POST', path, { body }) : ask('GET', path, {}));
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(answer.headers.get('content-disposition'));
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Fetches a file and shows it in a tab of its own, without ever leading the browser to where it lies. The tab is opened before
 * the answer is there: later it would be taken for an advertisement.
 */
export async function show(path: string): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const answer = await ask('GET', path, {});
    const address = URL.createObjectURL(await answer.blob());
    if (tab) tab.location.href = address;
    setTimeout(() => URL.revokeObjectURL(address), 600_000);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

async function ask(method: Method, path: string, { query, body, key, signal }: Sending): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (method !== 'GET') {
    headers['idempotency-key'] = key ?? newKey();
    if (csrfToken) headers['x-csrf-token'] = csrfToken;
  }
  let answer: Response;
  try {
    answer = await fetch(`/api${pathWith(path, query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
  if (!answer.ok) throw await problemIn(answer);
  return answer;
}

async function problemIn(answer: Response): Promise<ApiProblem> {
  try {
    const problem = (await answer.json()) as Problem;
    return typeof problem.zh === 'string' ? new ApiProblem(problem) : unreadable(answer.status);
  } catch {
    return unreadable(answer.status);
  }
}

function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'bangfu';
}
