import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { timingSafeEqual } from 'node:crypto';
import { whyNotPermitted } from '#casework/work';
import { refuseAccess } from '#rules/access/refusals';
import { sessionCookie } from './cookies.js';
import { DESK, type Desk } from './desk.js';
import { refuseHttp } from './http-refusals.js';
import { KnownCallers } from './known-callers.js';
import { NEEDS, OPERATION, SESSION_ONLY, type Needs } from './operation.js';
import type { FastifyRequest } from './request.js';

/** Recognises the caller, checks the CSRF token of unsafe requests, and lets through only what the operation says it needs. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(DESK) private readonly desk: Desk,
    private readonly callers: KnownCallers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.operation = this.reflector.get<string | undefined>(OPERATION, handler) ?? handler.name;
    const needs = this.reflector.get<Needs | undefined>(NEEDS, handler);
    if (!needs) throw new Error(`${request.operation} declares no permission`);
    if (needs === 'nobody') return true;

    const token = tokenOf(request, this.desk.settings.TLS);
    const caller = token && (await this.callers.of(token));
    if (!caller) throw refuseAccess('access.not-signed-in');
    request.caller = caller;
    if (caller.session && !isSafe(request.method) && !sameText(String(request.headers['x-csrf-token'] ?? ''), caller.session.csrfToken))
      throw refuseAccess('access.csrf');
    if (!caller.session && this.reflector.get<boolean>(SESSION_ONLY, handler)) throw refuseAccess('access.token-session');
    if (caller.mustChange && !['whoAmI', 'changePassword', 'signOut', 'changeLanguage'].includes(request.operation))
      throw refuseAccess('access.password-change-first');
    if (needs !== 'signed-in') {
      const why = whyNotPermitted(caller.actor, needs);
      if (why) throw why;
    }
    request.work = {
      data: this.desk.data,
      secrets: this.desk.secrets,
      clockwork: this.desk.clockwork,
      files: this.desk.files,
      actor: { ...caller.actor, address: request.ip, requestId: String(request.id) },
      now: new Date(),
      ...onceOf(request),
    };
    return true;
  }
}

function tokenOf(request: FastifyRequest, tls: boolean): string | undefined {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[sessionCookie(tls)];
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** The caller's Idempotency-Key: casework claims it in the transaction that has the effect. */
function onceOf(request: FastifyRequest): { once?: { key: string; request: string } } {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key) || isSafe(request.method)) return {};
  return { once: { key, request: `${request.method} ${request.url} ${textOf(request.body)}` } };
}

/** The body as one text; one that is nested too deep to be written again is no request of ours. */
function textOf(body: unknown): string {
  try {
    return JSON.stringify(body ?? null);
  } catch {
    throw refuseHttp('http.malformed');
  }
}
