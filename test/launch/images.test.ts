// No Docker engine is at hand: the files are read as strictly as an engine would, and their commands are run without one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Compose } from './compose-schema.js';
import { freePort, until } from './launcher.js';

const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
const ignored = readFileSync('docker/Dockerfile.dockerignore', 'utf8');
const compose = Compose.parse(parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }));
const names = Object.keys(compose.services);
const service = (name: string): Compose['services'][string] => {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

/** The lines of one stage, those it is built from included. */
function stage(name: string): string {
  const found = new RegExp(`^FROM (\\S+) AS ${name}$([\\s\\S]*?)(?=^FROM |$(?![\\s\\S]))`, 'm').exec(dockerfile);
  if (!found) throw new Error(`no stage ${name}`);
  const [, from = '', lines = ''] = found;
  return from.includes(':') ? `FROM ${from}\n${lines}` : stage(from) + lines;
}
const words = (target: string, instruction: string): string[] => {
  const line = stage(target)
    .split('\n')
    .findLast((each) => each.startsWith(instruction));
  return JSON.parse(/\[.*\]$/.exec(line ?? '')?.[0] ?? 'null') as string[];
};

describe('the compose file', () => {
  it('starts two of each program, and every service says how it is', () => {
    expect(names.sort()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
    expect([service('api').deploy?.replicas, service('worker').deploy?.replicas]).toEqual([2, 2]);
    const silent = names.filter((name) => 'disable' in service(name).healthcheck);
    expect(silent).toEqual(['migrate']); // it ends: its exit code is its health
  });

  it('waits for what it needs', () => {
    for (const name of names) for (const needed of Object.keys(service(name).depends_on ?? {})) expect(names).toContain(needed);
    for (const name of ['api', 'worker'])
      expect(service(name).depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
  });

  it('gives its programs no rights they do not need', () => {
    for (const name of ['api', 'worker', 'migrate'])
      expect(service(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('holds no secret: each comes from docker/.env, and starting without it is refused', () => {
    const text = readFileSync('docker/compose.yaml', 'utf8');
    const example = readFileSync('docker/.env.example', 'utf8');
    for (const secret of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'BANGFU_KEY']) {
      expect(text).toContain(`\${${secret}:?`);
      expect(example).toMatch(new RegExp(`^${secret}=$`, 'm'));
    }
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('docker/.env');
  });

  it('keeps only volumes it declares', () => {
    for (const name of names)
      for (const volume of service(name).volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it('builds from stages and files that exist', () => {
    for (const { build } of Object.values(compose.services)) if (build) expect(stage(build.target).length).toBeGreaterThan(0);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    for (const source of copied) expect(existsSync(source)).toBe(true);
  });
});

describe('the images', () => {
  it('run as nobody in particular, on the Node that is pinned', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    const major = /\d+/.exec(dependencies['node'] ?? '')?.[0];
    for (const target of ['api', 'worker']) {
      expect(stage(target)).toMatch(/^USER node$/m);
      expect(stage(target)).toContain(`FROM node:${major}-`);
    }
  });

  it('are given everything the build reads', () => {
    const allowed = ignored
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const needed of [
      'apps',
      'libs',
      'prisma',
      'package.json',
      'package-lock.json',
      'prisma.config.ts',
      'tsconfig.json',
      'tsconfig.build.json',
    ])
      expect(allowed).toContain(needed);
  });

  it('ask after their health as the compose file does', () => {
    for (const target of ['api', 'worker']) {
      const { healthcheck } = service(target);
      expect('test' in healthcheck && healthcheck.test.slice(1)).toEqual(words(target, 'HEALTHCHECK'));
    }
  });
});

describe('the start commands', () => {
  const database = `images_${process.pid}`;
  const address = new URL(process.env['DATABASE_URL'] ?? '');
  const admin = new pg.Client({ connectionString: address.href });
  address.pathname = `/${database}`;
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: address.href, LOG_LEVEL: 'error' };

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${database}`);
  });
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  });

  const healthy = (target: string, port: string): boolean => {
    const [command = '', ...args] = words(target, 'HEALTHCHECK').map((word) => (/^\d+$/.test(word) ? port : word));
    return spawnSync(command, args).status === 0;
  };

  it('of the migration set an empty database up', () => {
    const [, , script = ''] = service('migrate').command ?? [];
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script], { env, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toMatch(/successfully applied/);
    expect(status).toBe(0);
  });

  it.each(['api', 'worker'])('of the %s bring it up and stop it', async (target) => {
    const [command = '', ...args] = words(target, 'CMD');
    const port = String(await freePort());
    const program = spawn(command, args, { env: { ...env, PORT: port, WORKER_PORT: port }, stdio: 'inherit' });
    const ended = new Promise((resolve) => program.once('close', (code) => resolve(code)));
    expect(healthy(target, port)).toBe(false);
    expect(await until(() => healthy(target, port), 30_000)).toBe(true);
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(healthy(target, port)).toBe(false);
  });
});
