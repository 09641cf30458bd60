/** Advisory locks of this project, as Postgres's pairs of numbers; the first one reads `kons`. */
const OURS = 0x6b6f6e73;

/** Held exclusively by the process that migrates. */
export const MIGRATION_LOCK: readonly [number, number] = [OURS, 1];

/** Held shared by every process that uses the embedded server, exclusively by the one that stops it. */
export const SERVER_LEASE: readonly [number, number] = [OURS, 2];
