/** A scanner that speaks as clamd does and finds one virus: the test text that every scanner knows. */
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

// In two pieces, so that no scanner finds it in this file.
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface TestClamd {
  url: string;
  scanned: number;
  /** what it says instead of a verdict, or 'silence' */
  says: string | undefined;
  close(): Promise<void>;
}

export async function aClamd(path?: string): Promise<TestClamd> {
  const clamd: TestClamd = { url: '', scanned: 0, says: undefined, close: async () => undefined };
  const server: Server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      const content = streamed(got);
      if (content === undefined) return;
      clamd.scanned += 1;
      if (clamd.says === 'silence') return void socket.destroy();
      const verdict = clamd.says ?? (content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
      socket.end(`${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve)));
  clamd.url = path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  clamd.close = () => new Promise((resolve) => server.close(() => resolve()));
  return clamd;
}

/** The content of a finished INSTREAM, or undefined while pieces are still to come. */
function streamed(got: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (!got.subarray(0, command.length).equals(command)) return got.length > command.length ? Buffer.from('not a command') : undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > got.length) return undefined;
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
