/**
 * One Postgres for the whole run: TEST_DATABASE_URL, or an embedded server without fsync in a temporary directory.
 * Leaves in the environment where it is and the name of a migrated template, from which each test clones its own.
 * Jest loads this file outside its module system, where our TypeScript cannot be imported: it takes the build.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type * as Embedded from '../../src/db/embedded/embedded.js';
import type * as PostmasterFile from '../../src/db/embedded/postmaster.js';
import type * as Migrate from '../../src/db/migrate.js';
import type * as LogFile from '../../src/log.js';

/** What the teardown finds in `globalThis`: both run in the same process. */
export interface TestRun {
  stopPostgres?: () => Promise<void>;
}

const PREFIX = 'konspekt-test-';

export default async function setup(): Promise<void> {
  sweep(await built<typeof PostmasterFile>('db/embedded/postmaster.js'));
  const server = await openServer();
  const template = `konspekt_template_${process.pid}`;
  const stop = async () => {
    await run(server.url, `drop database if exists ${template} with (force)`).finally(server.close);
  };
  try {
    await run(server.url, `create database ${template}`);
    const { migrate } = await built<typeof Migrate>('db/migrate.js');
    const url = new URL(server.url);
    url.pathname = `/${template}`;
    await migrate({ connectionString: url.href });
  } catch (error) {
    // Jest runs no teardown after a failed setup.
    await stop();
    throw error;
  }
  process.env['TEST_POSTGRES_URL'] = server.url;
  process.env['TEST_POSTGRES_TEMPLATE'] = template;
  (globalThis as TestRun).stopPostgres = stop;
}

async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, close: async () => undefined };
  const { openEmbedded } = await built<typeof Embedded>('db/embedded/embedded.js');
  const { createLog } = await built<typeof LogFile>('log.js');
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root the server runs as another user, who must reach it.
  chmodSync(dataDir, 0o755);
  try {
    const server = await openEmbedded({ dataDir, isDurable: false }, createLog('silent'));
    const { user, password, host, port, database } = server.connection;
    return {
      url: `postgres://${user}:${String(password)}@${host}:${port}/${database}`,
      close: async () => {
        await server.close();
        for (const path of [server.directory, dataDir]) rmSync(path, { recursive: true });
      },
    };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** Ends the servers of runs that were killed. */
function sweep({ findPostmaster, isAlive }: typeof PostmasterFile): void {
  for (const name of readdirSync(tmpdir())) {
    const path = join(tmpdir(), name);
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid) || statSync(path).uid !== process.getuid?.()) continue;
    const left = findPostmaster(join(path, 'postgres', 'cluster'));
    if (left !== null) process.kill(left.pid, 'SIGQUIT');
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function built<Module>(path: string): Promise<Module> {
  const file = fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
  return (await import(file)) as Module;
}
