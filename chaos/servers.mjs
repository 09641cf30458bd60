/**
 * Postgres servers of the embedded binaries, started and ended by hand: what a primary and its standby have in common.
 * In: the cluster whose password they share. Out: servers by their directory and port.
 */
import {
  chmodSync,
  chownSync,
  cpSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connectionTo } from '../dist/db/embedded/cluster.js';
import { startProgram } from '../dist/db/embedded/program.js';
import { openAddress } from './address.mjs';
import { eventually } from './patience.mjs';

const UP_WITHIN_MS = 60_000;
/** What the copy of a running server must not have of it. */
const OWN_FILES = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'standby.signal']);

/** Servers of one cluster and its copies. */
export function createServers(cluster, binaries) {
  const running = new Set();

  async function start(data) {
    const port = await freePort();
    const log = openSync(`${data}.log`, 'a', 0o600);
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const { account } = cluster;
    const options = { args: ['-D', data, ...flags], account, stdio: ['ignore', log, log] };
    const child = startProgram(binaries.postgres, options, (error) => console.error(error));
    const server = { data, port, child, ended: new Promise((done) => child.once('exit', done)) };
    running.add(server);
    await eventually(UP_WITHIN_MS, 'a server', () => ask(server, 'select 1 as up'));
    return server;
  }

  /** Does something on a connection of its own, whatever the address of the cluster says. */
  async function connected({ port }, task) {
    const client = new pg.Client({
      ...connectionTo(cluster, port),
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await task(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** The first row of what one server answers. */
  const ask = (server, text, values) =>
    connected(server, async (client) => (await client.query(text, values)).rows[0] ?? {});

  async function end(server) {
    running.delete(server);
    server.child.kill('SIGQUIT');
    await server.ended;
  }

  return {
    ...{ start, ask, end },

    async set(server, name, value) {
      await ask(server, `alter system set ${name} = '${value}'`);
      await ask(server, 'select pg_reload_conf()');
    },

    /** Copies the files of a server while it works, as `pg_basebackup` does; the copy is a standby of `source`. */
    async copy(server, to, source) {
      await connected(server, async (client) => {
        await client.query(`select pg_backup_start('chaos', true)`);
        copyLive(server.data, to);
        const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
        writeFileSync(join(to, 'backup_label'), rows[0].labelfile);
      });
      writeFileSync(join(to, 'standby.signal'), '');
      writeFileSync(join(to, 'postgresql.auto.conf'), `primary_conninfo = '${source}'\n`);
      give(cluster.account, to);
    },

    endAll: () => Promise.all([...running].map(end)),
  };
}

/** Files that come and go while they are copied belong to nobody's data. */
function copyLive(from, to) {
  const isThere = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !OWN_FILES.has(path.slice(from.length + 1)) && isThere(path),
  });
  chmodSync(to, 0o700);
}

function give(account, path) {
  if (account === null) return;
  chownSync(path, account.uid, account.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) give(account, join(path, name));
}

async function freePort() {
  const probe = await openAddress();
  await probe.close();
  return probe.port;
}
