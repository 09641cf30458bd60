/**
 * `npm run -s inbox -- --list`: updates that could not be handled, without what was written in them;
 * `-- --replay ID…` or `-- --replay all`: let the running bot handle them once more.
 * In: the settings of the bot, whose database is read. Out: lines for the operator; trouble is one sentence on stderr and
 * exit code 1.
 */
import { ConfigError, readConfig } from '../config.js';
import { DatabaseError } from '../db/database-error.js';
import { type Database, openDatabase } from '../db/database.js';
import { listSetAside, replaySetAside } from '../db/set-aside.js';
import { createLog } from '../log.js';
import { printTool, Refusal } from './author-tool.js';

const SHOWN = 100;
const USAGE = 'Say what to do: npm run -s inbox -- --list, or -- --replay ID… (or all).';

async function list(db: Database): Promise<string> {
  const rows = await listSetAside(db, SHOWN);
  if (rows.length === 0) return 'Nothing is set aside.';
  const lines = rows.map(
    ({ updateId, failedAt, receivedAt, error }) =>
      `${updateId}  received ${receivedAt.toISOString()}  failed ${failedAt.toISOString()}  ${error ?? ''}`,
  );
  return lines.join('\n');
}

async function replay(db: Database, ids: readonly string[]): Promise<string> {
  const isAll = ids.length === 1 && ids[0] === 'all';
  if (!isAll && (ids.length === 0 || !ids.every((id) => /^\d{1,15}$/.test(id))))
    throw new Refusal(USAGE);
  const count = await replaySetAside(db, isAll ? 'all' : ids.map(Number));
  return `${count} to be handled again.`;
}

async function withBotDatabase(use: (db: Database) => Promise<string>): Promise<string> {
  try {
    const database = await openDatabase(readConfig(process.env).database, createLog('warn'));
    return await use(database.db).finally(() => database.close());
  } catch (error) {
    const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
    throw isExpected ? new Refusal(error.message) : error;
  }
}

await printTool(() => {
  const [verb, ...ids] = process.argv.slice(2);
  if (verb === '--list') return withBotDatabase(list);
  if (verb === '--replay') return withBotDatabase((db) => replay(db, ids));
  throw new Refusal(USAGE);
});
