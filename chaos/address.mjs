/**
 * An address that can be pointed elsewhere, as an operator's virtual IP: connections to it go to whatever it points at, and
 * break when it points at nothing. Bytes pass unread.
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Opens an address on a free port; `port` null: it points at nothing. */
export async function openAddress(port = null) {
  const sockets = new Set();
  let target = port;
  const server = createServer((client) => {
    if (target === null) return client.destroy();
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, far],
      [far, client],
    ]) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    pointAt(next) {
      target = next;
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      this.pointAt(null);
      server.close();
      await once(server, 'close');
    },
  };
}
