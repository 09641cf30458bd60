/** What one process at a time does: the row behind `run/leadership.ts`, judged by the clock of the database. */
import type { Database } from './database.js';

/** The lease of this name. */
export function leaseStore(db: Database, name: string) {
  return {
    /** Takes the lease if it is free, over or ours already; else gives who has it. */
    async take(owner: string, leaseMs: number): Promise<{ isOurs: boolean; owner: string }> {
      const { rows } = await db.$client.query<{ owner: string }>(
        `insert into leases as l (name, owner, until) values ($1, $2, statement_timestamp() + $3::float8 * interval '1 ms')
         on conflict (name) do update set
           owner = case when l.until < statement_timestamp() then excluded.owner else l.owner end,
           until = case when l.until < statement_timestamp() or l.owner = excluded.owner then excluded.until else l.until end
         returning owner`,
        [name, owner, leaseMs],
      );
      const holder = rows[0]?.owner ?? owner;
      return { isOurs: holder === owner, owner: holder };
    },

    async letGo(owner: string): Promise<void> {
      await db.$client.query('delete from leases where name = $1 and owner = $2', [name, owner]);
    },
  };
}
