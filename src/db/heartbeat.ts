/** When the bot was away: every process that works says so once a minute, and a long silence between two beats is an outage. */
import { sql } from 'drizzle-orm';
import type { Database } from './database.js';

/** A silence longer than this is kept as an outage; a restart or a deploy takes less. */
const SILENCE_MINUTES = 15;

/** One beat, of whichever process. Two that end the same silence tell of one outage: it has the moment it began for its key. */
export async function beat(db: Database, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with last as (
      select beat_at from heartbeat where id = 1
    ), gap as (
      insert into outages (started_at, ended_at)
      select beat_at, ${at} from last where ${at} - beat_at > make_interval(mins => ${SILENCE_MINUTES})
      on conflict do nothing
    )
    insert into heartbeat as h (id, beat_at) values (1, ${at})
    on conflict (id) do update set beat_at = greatest(h.beat_at, excluded.beat_at)`);
}
