// A server that speaks just enough of PostgreSQL's protocol to say that it is version 14.
import { createServer, type Server } from 'node:net';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const short = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const READY = message('Z', Buffer.from('I'));
const WELCOME = Buffer.concat([message('R', long(0)), READY]);
const TEXT = 25;

function answer(row: Record<string, string>): Buffer {
  const columns = Object.keys(row).map((name) =>
    Buffer.concat([Buffer.from(`${name}\0`), long(0), short(0), long(TEXT), short(-1), long(-1), short(0)]),
  );
  const values = Object.values(row).map((value) => Buffer.concat([long(Buffer.byteLength(value)), Buffer.from(value)]));
  return Buffer.concat([
    message('T', Buffer.concat([short(columns.length), ...columns])),
    message('D', Buffer.concat([short(values.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ]);
}

export async function anOldPostgres(): Promise<{ url: string; server: Server }> {
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      if (greeted && data[0] === 'X'.charCodeAt(0)) return socket.end();
      socket.write(greeted ? answer({ major: '14', version: '14.12', encoding: 'UTF8', kept: '' }) : WELCOME);
      greeted = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `postgresql://bangfu:bangfu@127.0.0.1:${address.port}/bangfu`, server };
}
