// Ports on this machine.
import { createServer } from 'node:net';

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

/** Whether a program could listen there. */
export const isFree = (port, host = '0.0.0.0') =>
  listen(port, host).then(
    () => true,
    (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
      throw error;
    },
  );
