import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '#runtime/ids';
import type { Logger } from '#runtime/logger';
import { requests } from '#runtime/metrics';
import type { Desk } from './desk.js';
import { isPartOfPage, partHeaders, securityHeaders } from './security-headers.js';
import { sendProblem } from './refusal.filter.js';
import type { FastifyReply, FastifyRequest } from './request.js';

export const LARGEST_UPLOAD = 64 * 1024 * 1024;

export function makeAdapter(behindProxy: boolean, logger: Logger): FastifyAdapter {
  return new FastifyAdapter({
    // The nearest proxy alone is believed: what came before it in X-Forwarded-For was written by whoever asks.
    trustProxy: behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: 1024 * 1024,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
    // A number or a date that JSON can't hold exactly is a fault of the sender; prototype keys are refused.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // An address that can't even be read meets no filter: it is refused in the same words all the same.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply.header('x-content-type-options', 'nosniff'), logger),
  });
}

/** Headers, cookies, uploads, the built web app and the measure of every request. */
export async function dressServer(app: NestFastifyApplication, desk: Desk): Promise<void> {
  const [headers, forParts] = [securityHeaders({ tls: desk.settings.TLS }), partHeaders({ tls: desk.settings.TLS })];
  await app.register(cookie as never);
  await app.register(multipart as never, { limits: { files: 1, fileSize: LARGEST_UPLOAD, fields: 5, fieldSize: 1000 } } as never);
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    if (isPartOfPage(request.url)) void reply.headers(forParts);
    else void reply.headers(headers).header('x-request-id', String(request.id));
    done();
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    requests.observe(
      { operation: request.operation ?? 'static', status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    );
    if (request.operation)
      desk.logger.debug(
        { requestId: request.id, operation: request.operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      );
    done();
  });
  const web = resolve('dist/web');
  if (existsSync(web)) {
    await app.register(
      files as never,
      {
        root: web,
        wildcard: false,
        index: false,
        preCompressed: true,
        maxAge: '1y',
        immutable: true,
        setHeaders: noCacheForPages,
      } as never,
    );
  }
}

/** What names the other files, and the visit pages' worker, must be asked for each time: only so is a new version noticed. */
function noCacheForPages(reply: { header(name: string, value: string): void }, path: string): void {
  if (/(\.html|\/visit-worker\.js)(\.(br|gz))?$/.test(path)) reply.header('cache-control', 'no-cache');
}
