// Ports on this machine.
import { createServer } from 'node:net';
import { Stop } from './say.mjs';

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });

/** A port nobody uses now. */
export const freePort = () => listen(0, '127.0.0.1');

/** Says so, before anything is started, when another program listens there already. */
export async function refuseTakenPort({ port, host }) {
  try {
    await listen(port, host);
  } catch (error) {
    const other = `PORT=${port < 65_535 ? port + 1 : port - 1} npm start`;
    const reasons = {
      EADDRINUSE: [
        `端口 ${port} 已被别的程序占用。请换一个,例如:${other}`,
        `Port ${port} is taken by another program. Choose another, such as: ${other}`,
      ],
      EACCES: [`没有权限使用端口 ${port}。请换一个大于 1023 的端口。`, `Port ${port} is not allowed for this user. Choose one above 1023.`],
      EADDRNOTAVAIL: [`HOST=${host} 不是本机的地址。`, `HOST=${host} is not an address of this machine.`],
      ENOTFOUND: [`HOST=${host} 不是本机的地址。`, `HOST=${host} is not an address of this machine.`],
    };
    if (reasons[error.code]) throw new Stop(...reasons[error.code]);
    throw error;
  }
}
