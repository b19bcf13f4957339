import type { Problem } from '#contract/shared';

/** What the server refused, or what kept us from asking it: always in words for the person. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** The record was changed by someone else since it was read. */
export const isConflict = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'data.changed-meanwhile';
export const isNotFound = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;
export const isForbidden = (error: unknown): boolean => error instanceof ApiProblem && error.status === 403;
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;
/** Trying again later may help, and the same key makes sure that nothing happens twice. */
export const isPassing = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

const ourOwn = (status: number, code: string, zh: string, en: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, detail: en, zh, en });

export const unreachable = (): ApiProblem =>
  ourOwn(
    0,
    'web.unreachable',
    '连接不上服务器。请检查网络后重试,已填写的内容不会丢失。',
    'The server cannot be reached. Check the network and try again; what you typed is kept.',
  );

export const unreadable = (status: number): ApiProblem =>
  ourOwn(
    status,
    'web.unreadable',
    '服务器的答复无法读取。请稍后重试;仍不行时请告知系统管理员。',
    'The server’s answer could not be read. Try again later; if it goes on, tell the system administrator.',
  );

export function asProblem(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  return ourOwn(0, 'web.fault', '页面出错了。请刷新后重试。', 'This page has failed. Reload it and try again.').problem;
}
