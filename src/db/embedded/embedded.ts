/**
 * A real Postgres without an installation: the programs come with npm, the files lie under DATA_DIR.
 * In: the directory and the log. Out: how to connect, and a way to leave. Processes with the same directory share one
 * server, the last to leave stops it; a killed process leaves it to the next one. If the server dies under us it is
 * started again on the same port. Nothing acknowledged is lost by any of this: Postgres syncs every commit.
 */
import type { ClientConfig } from 'pg';
import type { Log } from '../../log.js';
import { DatabaseError } from '../database-error.js';
import { findBinaries } from './binaries.js';
import { connectionTo, prepareCluster } from './cluster.js';
import { findPlace } from './place.js';
import { Tenancy } from './tenancy.js';

export interface EmbeddedSettings {
  readonly dataDir: string;
  /** False lets a power cut break the files, for speed: tests only. */
  readonly isDurable?: boolean;
}

export interface EmbeddedServer {
  /** Where everything of this database lies. */
  readonly directory: string;
  readonly connection: ClientConfig;
  /** Gives the server up; the last process stops it. */
  close(): Promise<void>;
}

/** Opens the embedded server. Throws `DatabaseError`. */
export async function openEmbedded(settings: EmbeddedSettings, log: Log): Promise<EmbeddedServer> {
  const startedAt = performance.now();
  try {
    const place = findPlace(settings.dataDir);
    if (place.isOutside) {
      // The only thing an operator must know of all this: where to look for the files.
      log.warn(
        { dataDir: settings.dataDir, directory: place.directory, user: place.account?.name },
        'DATA_DIR is out of reach of the user who runs PostgreSQL; the database is kept elsewhere',
      );
    }
    const binaries = findBinaries(place);
    const isDurable = settings.isDurable ?? true;
    const cluster = await prepareCluster(place, { binaries, isDurable });
    const tenancy = new Tenancy(cluster, binaries, log);
    const server = await tenancy.enter();
    log.info(
      { directory: cluster.directory, ...server, ms: Math.round(performance.now() - startedAt) },
      server.isFound ? 'embedded database found running' : 'embedded database started',
    );
    return {
      directory: place.directory,
      connection: connectionTo(cluster, server.port),
      close: () => tenancy.leave(),
    };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (error instanceof DatabaseError || code === undefined) throw error;
    throw new DatabaseError(
      `No database can be kept in ${settings.dataDir} (${code}${path === undefined ? '' : ` at ${path}`}): check DATA_DIR and who owns it.`,
      { cause: error },
    );
  }
}
