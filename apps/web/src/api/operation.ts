import type { z } from 'zod';
import { send, type Query } from './client.js';

/**
 * An operation is one line in `api/<area>.ts`, named by its operationId, with the contract's schemas as its types.
 * Only the types are imported: no schema reaches the browser for the sake of reading an answer.
 */
type Given<Schema extends z.ZodType> = z.input<Schema>;
type Told<Schema extends z.ZodType> = z.output<Schema>;

/** A list or a lookup by query. */
export function listing<Find extends z.ZodType, Page extends z.ZodType>(path: string) {
  return (query: Partial<Given<Find>> = {}, signal?: AbortSignal): Promise<Told<Page>> =>
    send('GET', path, { query: query as Query, signal });
}

/** One thing that has no id of its own: me, the workbench, the tree. */
export function reading<Answer extends z.ZodType>(path: string) {
  return (signal?: AbortSignal): Promise<Told<Answer>> => send('GET', path, { signal });
}

export function getting<Answer extends z.ZodType>(path: (id: string) => string) {
  return (id: string, signal?: AbortSignal): Promise<Told<Answer>> => send('GET', path(id), { signal });
}

/** A list that belongs to one record. */
export function listingOf<Find extends z.ZodType, Page extends z.ZodType>(path: (id: string) => string) {
  return (id: string, query: Partial<Given<Find>> = {}, signal?: AbortSignal): Promise<Told<Page>> =>
    send('GET', path(id), { query: query as Query, signal });
}

type Unsafe = 'POST' | 'PUT' | 'DELETE';

export function making<Body extends z.ZodType, Answer extends z.ZodType>(path: string, method: Unsafe = 'POST') {
  return (body: Given<Body>, key?: string): Promise<Told<Answer>> => send(method, path, { body, ...(key && { key }) });
}

export function changing<Body extends z.ZodType, Answer extends z.ZodType = z.ZodVoid>(
  path: (id: string) => string,
  method: Unsafe = 'POST',
) {
  return (id: string, body: Given<Body>, key?: string): Promise<Told<Answer>> => send(method, path(id), { body, ...(key && { key }) });
}

/** An unsafe request that says everything by its address. */
export function doing<Answer extends z.ZodType = z.ZodVoid>(path: (id: string) => string, method: Unsafe = 'POST') {
  return (id: string, key?: string): Promise<Told<Answer>> => send(method, path(id), key ? { key } : {});
}
