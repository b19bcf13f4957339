import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '#runtime/settings';
import { ApiModule } from './api.module.js';
import { dressServer, makeAdapter } from './http/server.js';
import { takeUpDesk } from './http/standing.js';
import { describe } from './openapi.js';

async function start(): Promise<void> {
  const settings = readSettings();
  const desk = await takeUpDesk(settings);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(desk), makeAdapter(settings.TLS, desk.logger), {
    logger: false,
    abortOnError: false,
  });
  await dressServer(app, desk);
  const document = JSON.stringify(describe(app, settings.TLS));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', async (_request, reply) => {
      void reply.type('application/json; charset=utf-8');
      return document;
    });
  await app.init();
  await app.listen(settings.PORT, settings.HOST);
  desk.logger.info({ address: await app.getUrl() }, 'api ready');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    desk.logger.info({ signal }, 'api stopping');
    await app.close();
    await desk.data.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  // Whoever started this program and died must not leave it behind.
  if (process.env['BANGFU_STOP_WITH_PARENT'] === '1') process.stdin.resume().on('end', () => void stop('parent gone'));
}

start().catch((error: unknown) => {
  const code = (error as { code?: string }).code;
  process.stderr.write(
    `${code === 'EADDRINUSE' ? '端口已被占用 / The port is taken' : `无法启动 / Cannot start: ${error instanceof Error ? error.message : String(error)}`}\n`,
  );
  if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
