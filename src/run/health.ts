/** The HTTP door for whoever watches the process: GET /healthz says that it is alive. Asks nothing of the database. */
import { createServer } from 'node:http';
import { RunError } from './run-error.js';

export interface Health {
  /** The port in use; differs from the wanted one only for 0. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens on a port. Rejects with a RunError when the port is taken or forbidden. */
export async function startHealth(port: number): Promise<Health> {
  const server = createServer((request, response) => {
    const isHealth =
      request.url === '/healthz' && (request.method === 'GET' || request.method === 'HEAD');
    response.writeHead(isHealth ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(isHealth ? 'ok\n' : 'not found\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port)));
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function whyNot(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new RunError(`PORT ${port} is taken by another program.`);
  if (error.code === 'EACCES')
    return new RunError(`PORT ${port} needs privileges this process does not have.`);
  return error;
}
