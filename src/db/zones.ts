/**
 * Time zones as Postgres knows them, the only authority. It takes more than it should (`Foo5` is a zone to it, `GMT+3`
 * lies three hours to the west), so a name counts only when it is in its list to the letter.
 */
import { sql } from 'drizzle-orm';
import type { Database } from './database.js';

/** The name as the list spells it, whatever the case it was typed in; null when there is no such zone. */
export async function zoneNamed(db: Database, name: string): Promise<string | null> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from pg_timezone_names
    where lower(name) = lower(${name}) and name not like 'posix/%' and name not like 'right/%' and name <> 'localtime'
    limit 1`);
  return rows[0]?.name ?? null;
}
