import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from './request.js';

const built = existsSync(resolve('dist/web/index.html'));

/** An address that no operation and no file answers is a page of the web app, if a browser asks for one. */
export function isWebPage(error: unknown, request: FastifyRequest): boolean {
  const path = request.url.split('?')[0]!;
  return (
    built &&
    error instanceof NotFoundException &&
    request.method === 'GET' &&
    !/^\/(api|health|metrics|openapi)(\/|\.|$)/.test(path) &&
    !/\.[a-z0-9]{2,5}$/i.test(path)
  );
}

export function sendWebPage(reply: FastifyReply): void {
  void reply.status(200).header('cache-control', 'no-cache');
  void (reply as unknown as { sendFile(name: string): unknown }).sendFile('index.html');
}
