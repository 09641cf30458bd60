/**
 * A primary and a standby that streams from it, of the embedded binaries, behind one address that follows the primary.
 * In: a directory. Out: ways to attach a standby, to cut it off, and to lose the primary for good.
 */
import {
  chmodSync,
  chownSync,
  cpSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../dist/db/embedded/binaries.js';
import { connectionTo, prepareCluster } from '../dist/db/embedded/cluster.js';
import { findPlace } from '../dist/db/embedded/place.js';
import { startProgram } from '../dist/db/embedded/program.js';
import { openAddress } from './address.mjs';
import { eventually } from './patience.mjs';

const UP_WITHIN_MS = 60_000;
const STANDBY = 'standby';
/** What the copy of a running server must not have of it. */
const OWN_FILES = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'standby.signal']);

/** Starts a primary of its own in the directory. */
export async function openCluster(directory) {
  const place = findPlace(directory);
  const binaries = findBinaries(place);
  const first = await prepareCluster(place, { binaries, isDurable: true });
  const { account, password } = first;
  const address = await openAddress();
  /** The way from the standby to the primary, to be cut. */
  const wire = await openAddress();
  const servers = new Set();
  let standby = null;
  let copies = 0;

  async function start(data) {
    const port = await freePort();
    const log = openSync(`${data}.log`, 'a', 0o600);
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const options = { args: ['-D', data, ...flags], account, stdio: ['ignore', log, log] };
    const server = { data, port, ended: null };
    server.child = startProgram(binaries.postgres, options, (error) => console.error(error));
    server.ended = new Promise((resolve) => server.child.once('exit', resolve));
    servers.add(server);
    await eventually(UP_WITHIN_MS, 'a server', () => ask(server, 'select 1 as up'));
    return server;
  }

  /** The first row of a question to one server, whatever the address says. */
  async function ask({ port }, text, values) {
    const client = new pg.Client({ ...connectionTo(first, port), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text, values)).rows[0] ?? {};
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async function end(server) {
    servers.delete(server);
    server.child.kill('SIGQUIT');
    await server.ended;
  }

  /** A copy of the primary's files while it works, as `pg_basebackup` takes it. */
  async function copyOf(server) {
    const data = join(place.directory, `copy-${(copies += 1)}`);
    const client = new pg.Client(connectionTo(first, server.port));
    await client.connect();
    try {
      await client.query(`select pg_backup_start('chaos', true)`);
      copyLive(server.data, data);
      const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
      writeFileSync(join(data, 'backup_label'), rows[0].labelfile);
    } finally {
      await client.end();
    }
    return data;
  }

  let primary = await start(first.directory);
  address.pointAt(primary.port);
  return {
    url: `postgres://konspekt:${encodeURIComponent(password)}@127.0.0.1:${address.port}/postgres`,

    /** Gives the primary a standby; with `isSync` no commit is acknowledged before it lies on both. */
    async attach({ isSync }) {
      wire.pointAt(primary.port);
      await set(primary, 'synchronous_standby_names', '');
      const data = await copyOf(primary);
      const source = `host=127.0.0.1 port=${wire.port} user=konspekt password=${password} application_name=${STANDBY}`;
      writeFileSync(join(data, 'standby.signal'), '');
      writeFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${source}'\n`);
      give(data);
      standby = await start(data);
      await eventually(UP_WITHIN_MS, 'a streaming standby', async () => {
        const { n } = await ask(
          primary,
          `select count(*)::int as n from pg_stat_replication where application_name = $1 and state = 'streaming'
             and replay_lsn >= pg_current_wal_lsn() - 65536`,
          [STANDBY],
        );
        return n === 1 ? true : null;
      });
      if (isSync) await set(primary, 'synchronous_standby_names', STANDBY);
    },

    /** From now on nothing the primary writes reaches the standby. */
    cut: () => wire.pointAt(null),

    /** The primary dies at once and never comes back; its standby takes its place. Gives the ms without a database. */
    async failOver() {
      const diedAt = performance.now();
      await end(primary);
      address.pointAt(null);
      wire.pointAt(null);
      await ask(standby, 'select pg_promote(true, 60)');
      rmSync(primary.data, { recursive: true, force: true });
      [primary, standby] = [standby, null];
      address.pointAt(primary.port);
      return performance.now() - diedAt;
    },

    async close() {
      await Promise.all([...servers].map(end));
      await address.close();
      await wire.close();
      rmSync(place.directory, { recursive: true, force: true });
    },
  };

  async function set(server, name, value) {
    await ask(server, `alter system set ${name} = '${value}'`);
    await ask(server, 'select pg_reload_conf()');
  }

  /** Files that come and go while they are copied belong to nobody's data. */
  function copyLive(from, to) {
    cpSync(from, to, {
      recursive: true,
      filter: (path) => !OWN_FILES.has(path.slice(from.length + 1)) && exists(path),
    });
    chmodSync(to, 0o700);
  }

  function give(path) {
    if (account === null) return;
    chownSync(path, account.uid, account.gid);
    if (!statSync(path).isDirectory()) return;
    for (const name of readdirSync(path)) give(join(path, name));
  }
}

const exists = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;

async function freePort() {
  const probe = await openAddress();
  await probe.close();
  return probe.port;
}
