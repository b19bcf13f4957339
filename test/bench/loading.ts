/** What the load process is told and what it answers. */
import type { ChildProcess } from 'node:child_process';
import { startModule } from './machine.js';

export interface Request {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}
export interface Load {
  port: number;
  connections: number;
  warmSeconds: number;
  seconds: number;
  headers?: Record<string, string>;
  requests: readonly Request[];
  /** each request is sent once, and the measure ends when none is left */
  once?: boolean;
}
export interface Answered {
  perSecond: number;
  done: number;
  p50: number;
  p99: number;
  meanBytes: number;
  wrong?: string;
  ranOut: boolean;
}

export class LoadProcess {
  private readonly child: ChildProcess = startModule(new URL('./load.js', import.meta.url), { side: 'rest' });

  send(load: Load): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error('the load process ended'));
      this.child.once('exit', lost);
      this.child.once('message', (message: Answered | { failed: string }) => {
        this.child.off('exit', lost);
        if ('failed' in message) reject(new Error(message.failed));
        else if (message.wrong !== undefined) reject(new Error(message.wrong));
        else if (message.done === 0) reject(new Error('nothing was answered'));
        else resolve(message);
      });
      this.child.send(load);
    });
  }

  stop(): void {
    this.child.disconnect();
  }
}
