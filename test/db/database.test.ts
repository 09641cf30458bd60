import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { DatabaseError } from '../../src/db/database-error.js';
import { openDatabase } from '../../src/db/database.js';
import { learners } from '../../src/db/schema/learners.js';
import { createLog } from '../../src/log.js';
import { withDatabase, withEmptyDatabase } from '../support/database.js';

const silent = createLog('silent');

/** Cuts every connection to the database of this address but the one that asks. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    .finally(() => client.end());
}

const ask = (url: string, patienceMs = 0) => openDatabase({ kind: 'url', url, patienceMs }, silent);

test('an empty database becomes one of ours', async () => {
  await withEmptyDatabase(async (url) => {
    const database = await ask(url);
    const learner = { id: 2 ** 52, timeZone: 'Europe/Moscow', createdAt: new Date(0) };
    await database.db.insert(learners).values(learner);
    expect(await database.db.select().from(learners)).toMatchObject([learner]);
    await database.close();
  });
});

test('waits of the pool are bounded, and the address has the last word', async () => {
  await withDatabase(async ({ url }) => {
    const show = async (address: string) => {
      const database = await ask(address);
      const { rows } = await database.pool.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout',
          'idle_in_transaction_session_timeout', 'application_name')`,
      );
      await database.close();
      return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    };
    expect(await show(url)).toEqual({
      application_name: 'konspekt-bot',
      idle_in_transaction_session_timeout: '10000',
      lock_timeout: '2000',
      statement_timeout: '5000',
    });
    expect(await show(`${url}?statement_timeout=7000`)).toMatchObject({
      statement_timeout: '7000',
    });
  });
});

test('a connection that never comes back does not hold up the end', async () => {
  await withDatabase(async ({ url }) => {
    const database = await openDatabase({ kind: 'url', url, closeWithinMs: 100 }, silent);
    const client = await database.pool.connect();
    await database.close();
    client.release(true);
  });
});

describe('a connection that is lost', () => {
  test('while idle, is replaced by the next query', async () => {
    await withDatabase(async ({ url, pool }) => {
      await pool.query('select 1');
      await cutConnections(url);
      // The pool learns of it from the socket, a moment later.
      while (pool.idleCount > 0) await pause(5);
      expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  test('in the middle of a query, rejects that query', async () => {
    await withDatabase(async ({ url, db }) => {
      const sleeping = expect(db.execute(sql`select pg_sleep(30)`)).rejects.toThrow();
      while ((await sleepers(url)) === 0) await pause(5);
      await cutConnections(url);
      await sleeping;
      await db.execute(sql`select 1`);
    });
  });

  test('between two queries of a transaction, rejects the transaction and nothing else', async () => {
    await withDatabase(async ({ url, db }) => {
      const transaction = db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        await cutConnections(url);
        await pause(50);
        await tx.execute(sql`select 1`);
      });
      await expect(transaction).rejects.toThrow();
      await db.execute(sql`select 1`);
    });
  });
});

async function sleepers(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ count: number }>(
      `select count(*)::int from pg_stat_activity
       where datname = current_database() and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`,
    )
    .finally(() => client.end());
  return rows[0]?.count ?? 0;
}

describe('a server that cannot be used', () => {
  test('is named without user and password when nobody answers', async () => {
    const opening = ask('postgres://bot:hunter2@127.0.0.1:1/quiz');
    await expect(opening).rejects.toThrow(
      'The database at 127.0.0.1:1 does not answer (ECONNREFUSED): check DATABASE_URL.',
    );
    await expect(opening).rejects.toBeInstanceOf(DatabaseError);
  });

  test('is waited for while it starts', async () => {
    await withDatabase(async ({ url }) => {
      const { hostname, port } = new URL(url);
      const front = createServer((socket) => {
        const back = connect(Number(port), hostname);
        socket.pipe(back).pipe(socket);
        socket.on('error', () => back.destroy());
        back.on('error', () => socket.destroy());
      });
      front.listen(0, '127.0.0.1');
      await once(front, 'listening');
      const address = new URL(url);
      address.port = String((front.address() as AddressInfo).port);
      front.close();
      await once(front, 'close');

      const opening = ask(address.href, 20_000);
      await pause(100);
      front.listen(Number(address.port), '127.0.0.1');
      try {
        const database = await opening;
        await database.close();
      } finally {
        front.close();
      }
    });
  });

  test('with a wrong password is not asked twice', async () => {
    await withDatabase(async ({ url }) => {
      const address = new URL(url);
      address.password = 'wrong';
      address.searchParams.set('user', 'nobody_like_that');
      await expect(ask(address.href, 20_000)).rejects.toThrow(/refuses the connection/);
    });
  });

  test('with another encoding is refused', async () => {
    await withEmptyDatabase(async (url) => {
      const name = `${new URL(url).pathname.slice(1)}_latin`;
      const latin = new URL(url);
      latin.pathname = `/${name}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      try {
        await admin.query(
          `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
        );
        await expect(ask(latin.href)).rejects.toThrow(/UTF8.*LATIN1/);
      } finally {
        await admin.query(`drop database if exists ${name} with (force)`);
        await admin.end();
      }
    });
  });
});
