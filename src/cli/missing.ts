/**
 * `npm run -s check-notes -- --missing`: what people looked for and no notes have, the most often asked first.
 * In: the settings of the bot, whose database is read. Out: a table for the author of the notes, in Russian; nobody's name
 * is in it, for none was stored.
 */
import { ConfigError, readConfig } from '../config.js';
import { DatabaseError } from '../db/database-error.js';
import { openDatabase } from '../db/database.js';
import { mostMissed, type MissingQuery } from '../db/missing.js';
import { createLog } from '../log.js';
import { plural } from '../russian/plural.js';
import { Refusal } from './author-tool.js';

const SHOWN = 50;

/** The report; a database that cannot be opened is a `Refusal`. */
export async function reportMissing(): Promise<string> {
  const missed = await readMissing().catch((error: unknown) => {
    const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
    throw isExpected ? new Refusal(error.message) : error;
  });
  if (missed.length === 0) return 'Всё, что искали, в конспектах есть.';
  return [
    'Искали, а в конспектах нет:',
    ...missed.map(
      ({ query, times }) => `  ${query} — ${times} ${plural(times, 'раз', 'раза', 'раз')}`,
    ),
  ].join('\n');
}

async function readMissing(): Promise<MissingQuery[]> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.database, createLog('warn'));
  return mostMissed(database.db, SHOWN).finally(() => database.close());
}
