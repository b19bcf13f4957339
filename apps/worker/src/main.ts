import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#runtime/settings';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WorkerModule } from './worker.module.js';
import { takeUpBench } from './standing.js';

async function start(): Promise<void> {
  const settings = readSettings();
  const stopping = new AbortController();
  const bench = await takeUpBench(settings, stopping.signal);
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.over(bench, settings), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  // Health and metrics only, for the machine itself.
  await app.listen(settings.WORKER_PORT, settings.WORKER_PORT === 0 ? '127.0.0.1' : settings.HOST);
  bench.logger.info({ address: await app.getUrl(), jobs: bench.handlers.size }, 'worker ready');

  let stopped = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopped) return;
    stopped = true;
    bench.logger.info({ signal }, 'worker stopping');
    stopping.abort();
    await app.close();
    await bench.data.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  if (process.env['BANGFU_STOP_WITH_PARENT'] === '1') process.stdin.resume().on('end', () => void stop('parent gone'));
}

start().catch((error: unknown) => {
  process.stderr.write(`无法启动 / Cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(1);
});
