import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseError } from '../../../src/db/database-error.js';
import { type EmbeddedServer, openEmbedded } from '../../../src/db/embedded/embedded.js';
import { findPostmaster } from '../../../src/db/embedded/postmaster.js';
import { createLog } from '../../../src/log.js';

const silent = createLog('silent');
const tenant = join(import.meta.dirname, 'tenant.mjs');

let dataDir: string;
const clusterDir = () => join(dataDir, 'postgres', 'cluster');
const postmaster = () => findPostmaster(clusterDir());
const open = () => openEmbedded({ dataDir, isDurable: false }, silent);

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), `konspekt-test-${process.pid}-`));
  // As root the server runs as another user, who must reach it.
  chmodSync(dataDir, 0o755);
});

afterAll(() => {
  const left = postmaster();
  if (left !== null) process.kill(left.pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, maxRetries: 5 });
});

async function query<Row extends pg.QueryResultRow>(
  { connection }: EmbeddedServer,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Row>(sql).finally(() => client.end());
  return rows;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

const isGone = (pid: number) => !existsSync(`/proc/${pid}/cwd`);

describe('the first start', () => {
  test('of several at once makes one database, and what killed ones left is removed', async () => {
    const abandoned = join(dataDir, 'postgres.init-2147483000-0badcafe');
    mkdirSync(join(abandoned, 'cluster'), { recursive: true });

    const servers = await Promise.all([open(), open(), open()]);
    const ports = new Set(servers.map(({ connection }) => connection.port));
    expect(ports.size).toBe(1);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
    await Promise.all(servers.map((server) => server.close()));
    expect(postmaster()).toBeNull();
  });

  test('keeps strangers out: the files are private and the server wants the password', async () => {
    const server = await open();
    expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
    const { connection } = server;
    const stranger = { ...server, connection: { ...connection, password: 'postgres' } };
    await expect(query(stranger, 'select 1')).rejects.toThrow(/authentication failed/);
    await server.close();
  });
});

test('Cyrillic letters change their case on every machine', async () => {
  const server = await open();
  const rows = await query(server, `select lower('ЁЖ') as lower, upper('щука') as upper`);
  expect(rows).toEqual([{ lower: 'ёж', upper: 'ЩУКА' }]);
  await server.close();
});

test('processes share one server and the last to leave stops it', async () => {
  const first = await open();
  const { pid } = postmaster() ?? { pid: 0 };
  const second = await open();
  expect(second.connection).toEqual(first.connection);

  await first.close();
  expect(postmaster()?.pid).toBe(pid);
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);

  await second.close();
  expect(postmaster()).toBeNull();
});

test('coming while another one leaves is no different from coming later', async () => {
  for (let round = 0; round < 5; round += 1) {
    const leaving = await open();
    const [coming] = await Promise.all([open(), leaving.close()]);
    expect(await query(coming, 'select 1 as one')).toEqual([{ one: 1 }]);
    await coming.close();
    expect(postmaster()).toBeNull();
  }
});

test('a server that dies comes back on its port with everything that was committed', async () => {
  const server = await open();
  await query(server, 'create table kept (id int); insert into kept values (1)');
  const killed = postmaster()?.pid ?? 0;
  process.kill(killed, 'SIGKILL');
  await until(() => isGone(killed) && postmaster()?.isReady === true);

  expect(postmaster()?.port).toBe(server.connection.port);
  expect(await query(server, 'select id from kept')).toEqual([{ id: 1 }]);
  // The lease must be held again, or another process would stop the server under us.
  await until(async () => (await query(server, leases)).length > 0);
  await server.close();
});

const leases = `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted`;

describe('after kill −9', () => {
  test('of our process the server is taken over', async () => {
    const { child } = await startTenant();
    const orphan = postmaster()?.pid;
    await kill(child);
    const server = await open();
    expect(postmaster()?.pid).toBe(orphan);
    await query(server, 'drop table answers');
    await server.close();
    expect(postmaster()).toBeNull();
  });

  test('of everything, nothing acknowledged is lost', async () => {
    const { child, numbers } = await startTenant();
    await until(() => numbers.length > 200);
    const left = postmaster();
    process.kill(left?.pid ?? 0, 'SIGKILL');
    await kill(child);

    const server = await open();
    const rows = await query<{ number: number }>(server, 'select number from answers');
    const kept = new Set(rows.map(({ number }) => number));
    expect(numbers.filter((number) => !kept.has(number))).toEqual([]);
    await server.close();
  });

  test('a server that somebody stopped comes back where it was known', async () => {
    const server = await open();
    const before = readPid();
    process.kill(before, 'SIGQUIT');
    const isBack = () =>
      query(server, 'select 1 as one').then(
        () => readPid() !== before,
        () => false,
      );
    while (!(await isBack()));
    await server.close();
  });

  test('a process that got the server’s number is not taken for it', async () => {
    // It runs as the owner of the files, so that Postgres itself would believe the number.
    const { uid, gid } = statSync(clusterDir());
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    await once(stranger, 'spawn');
    const pidFile = `${stranger.pid}\n${clusterDir()}\n1\n23456\n\n127.0.0.1\n 1 1\nready   \n`;
    writeFileSync(join(clusterDir(), 'postmaster.pid'), pidFile);

    const server = await open();
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.close();
    await kill(stranger);
  });
});

/** The number of the running server; 0 when there is none. */
function readPid(): number {
  try {
    return Number.parseInt(readFileSync(join(clusterDir(), 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return 0;
  }
}

/** A process that opens the same directory; `numbers` are those it was told were committed. */
async function startTenant(): Promise<{ child: ChildProcess; numbers: number[] }> {
  const child = spawn(process.execPath, [tenant, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const numbers: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => numbers.push(Number(line)));
  await until(() => numbers.length > 0 || child.exitCode !== null);
  return { child, numbers };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

test('the server’s own log keeps no values', async () => {
  const server = await open();
  await query(server, 'create table secrets (text text primary key)');
  const insert = () => query(server, `insert into secrets values ('my secret')`);
  await insert();
  await expect(insert()).rejects.toThrow(/duplicate key/);
  await server.close();
  const log = readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('my secret');
});

test('files of another major version are refused in one sentence', async () => {
  const file = join(clusterDir(), 'PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  await expect(open()).rejects.toThrow(/made by PostgreSQL 17 and this version brings 18/);
  writeFileSync(file, version);
});

test('a directory that cannot be one is refused in one sentence', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  const opening = openEmbedded({ dataDir: join(file, 'data') }, silent);
  await expect(opening).rejects.toThrow(/No database can be kept in .*a-file\/data \(ENOTDIR/);
  await expect(opening).rejects.toBeInstanceOf(DatabaseError);
});
