/**
 * A primary and a standby that streams from it behind one address that follows the primary. In: a directory. Out: ways to
 * attach a standby, to cut it off, and to lose the primary for good.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from '../dist/db/embedded/binaries.js';
import { prepareCluster } from '../dist/db/embedded/cluster.js';
import { findPlace } from '../dist/db/embedded/place.js';
import { openAddress } from './address.mjs';
import { eventually } from './patience.mjs';
import { createServers } from './servers.mjs';

const STREAMING_WITHIN_MS = 60_000;
const STANDBY = 'standby';
/** The standby has what was there when it was asked for. */
const STREAMS = `
  select count(*)::int as n from pg_stat_replication
  where application_name = $1 and state = 'streaming' and replay_lsn >= $2::pg_lsn`;

/** Starts a primary of its own in the directory. */
export async function openCluster(directory) {
  const place = findPlace(directory);
  const binaries = findBinaries(place);
  const first = await prepareCluster(place, { binaries, isDurable: true });
  const servers = createServers(first, binaries);
  const address = await openAddress();
  /** The way from the standby to the primary, to be cut. */
  const wire = await openAddress();
  let primary = await servers.start(first.directory);
  let standby = null;
  let copies = 0;
  address.pointAt(primary.port);
  return {
    url: `postgres://konspekt:${encodeURIComponent(first.password)}@127.0.0.1:${address.port}/postgres`,

    /** Gives the primary a standby; with `isSync` no commit is acknowledged before it lies on both. */
    async attach({ isSync }) {
      wire.pointAt(primary.port);
      await servers.set(primary, 'synchronous_standby_names', '');
      const data = join(place.directory, `copy-${(copies += 1)}`);
      const source = `host=127.0.0.1 port=${wire.port} user=konspekt password=${first.password} application_name=${STANDBY}`;
      await servers.copy(primary, data, source);
      standby = await servers.start(data);
      const { lsn } = await servers.ask(primary, 'select pg_current_wal_lsn()::text as lsn');
      await eventually(STREAMING_WITHIN_MS, 'a streaming standby', async () => {
        const { n } = await servers.ask(primary, STREAMS, [STANDBY, lsn]);
        return n === 1 ? true : null;
      });
      if (isSync) await servers.set(primary, 'synchronous_standby_names', STANDBY);
    },

    /** From now on nothing the primary writes reaches the standby. */
    cut: () => wire.pointAt(null),

    /** The primary dies at once and never comes back; its standby takes its place. Gives the ms without a database. */
    async failOver() {
      const diedAt = performance.now();
      await servers.end(primary);
      address.pointAt(null);
      wire.pointAt(null);
      await servers.ask(standby, 'select pg_promote(true, 60)');
      rmSync(primary.data, { recursive: true, force: true });
      [primary, standby] = [standby, null];
      address.pointAt(primary.port);
      return performance.now() - diedAt;
    },

    async close() {
      await servers.endAll();
      await address.close();
      await wire.close();
      rmSync(place.directory, { recursive: true, force: true });
    },
  };
}
