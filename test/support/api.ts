/**
 * The built api as a child process on a test's own database, and visitors who call it as a browser or a program does. Needs
 * dist/ (`npm test` builds it first).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { masterKey } from './database.js';

export interface Answer {
  status: number;
  headers: Headers;
  /** the body as it came */
  text: string;
  /** the body read as JSON, or undefined */
  json: unknown;
}

export interface TestApi {
  url: string;
  child: ChildProcess;
  /** every line that the api has written, to its log or elsewhere */
  said: string[];
  stop(): Promise<void>;
}

/** Starts an api; resolves when it says that it is ready, which it does at the level info or lower. */
export async function startApi(databaseUrl: string, settings: Record<string, string> = {}): Promise<TestApi> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      BANGFU_KEY: masterKey().toString('base64'),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'debug',
      BANGFU_STOP_WITH_PARENT: '1',
      ...settings,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`The api ended with ${code}:\n${said.slice(-20).join('\n')}`))),
  );
  ended.catch(() => undefined);
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const address = /"address":"([^"]+)".*"api ready"/.exec(line)?.[1];
        if (address) resolve(address);
      });
  });
  const tooLong = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`The api is not ready after a minute:\n${said.slice(-20).join('\n')}`)), 60_000).unref(),
  );
  return {
    url: await Promise.race([ready, ended, tooLong]),
    child,
    said,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
  /** an Idempotency-Key */
  key?: string;
  signal?: AbortSignal;
}

/** Somebody with a cookie and a CSRF token, with a personal token, or with nothing. */
export class Visitor {
  constructor(
    readonly url: string,
    public cookie?: string,
    public csrf?: string,
    readonly token?: string,
  ) {}

  async ask(method: string, path: string, { body, headers, key, signal }: Asked = {}): Promise<Answer> {
    const form = body instanceof FormData;
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      ...(signal && { signal }),
      headers: {
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: `bangfu_session=${this.cookie}` }),
        ...(this.csrf && { 'x-csrf-token': this.csrf }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(key && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: form || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: read(text) };
  }

  /** Signs in as a browser does and keeps what it was given. */
  async signIn(username: string, password: string, totp?: string): Promise<Answer> {
    const answer = await this.ask('POST', '/api/session', { body: { username, password, ...(totp && { totp }) } });
    if (answer.status === 201) {
      this.cookie = sessionCookie(answer);
      this.csrf = (answer.json as { csrfToken: string }).csrfToken;
    }
    return answer;
  }
}

export const sessionCookie = (answer: Answer): string | undefined =>
  /bangfu_session=([^;]*)/.exec(answer.headers.getSetCookie().join('\n'))?.[1];

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
