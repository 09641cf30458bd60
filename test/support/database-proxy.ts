/**
 * A door in front of Postgres that a test can shut: then connections break and new ones are refused, as when the server
 * is stopped. Bytes pass unread, except that a word in a query may shut the door before that query gets through.
 */
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface DatabaseProxy {
  /** The database as seen through the door. */
  readonly url: string;
  shut(): void;
  /** Shuts the door when somebody sends this word; resolves then. */
  shutAt(word: string): Promise<void>;
  open(): void;
  close(): Promise<void>;
}

export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isShut = false;
  let trap: { readonly word: string; readonly sprung: () => void } | null = null;

  function shut(): void {
    isShut = true;
    for (const socket of sockets) socket.destroy();
  }

  function add(socket: Socket, other: () => Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      other().destroy();
    });
  }

  const server = createServer((client) => {
    if (isShut) return client.destroy();
    const database: Socket = connect(Number(target.port || 5432), target.hostname);
    add(client, () => database);
    add(database, () => client);
    database.pipe(client);
    client.on('data', (bytes) => {
      if (trap !== null && bytes.includes(trap.word)) {
        trap.sprung();
        trap = null;
        shut();
      } else database.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    shut,
    shutAt: (word) => new Promise((sprung) => void (trap = { word, sprung })),
    open: () => void (isShut = false),
    async close() {
      shut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
