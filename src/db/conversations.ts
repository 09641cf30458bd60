/**
 * Where `@grammyjs/conversations` keeps its state: fits the plugin's storage by shape, so that this folder needs no
 * grammY. Keys are `chat:user` as `bot/bot.ts` makes them; any other key is a bug and throws. Every text and every question
 * passes here, so the statements are prepared.
 */
import type { Database } from './database.js';

const READ = {
  name: 'conversation-read',
  text: 'select state from conversations where learner_id = $1 and chat_id = $2',
};

const WRITE = {
  name: 'conversation-write',
  text: `insert into conversations (learner_id, chat_id, state, updated_at) values ($1, $2, $3, $4)
    on conflict (learner_id, chat_id) do update set state = excluded.state, updated_at = excluded.updated_at`,
};

const DELETE = {
  name: 'conversation-delete',
  text: 'delete from conversations where learner_id = $1 and chat_id = $2',
};

/** Reads, writes and deletes the state of one learner's conversation in one chat. */
export function conversationStore(db: Database, now: () => Date) {
  const pool = db.$client;
  return {
    async read(key: string): Promise<unknown> {
      const { rows } = await pool.query<{ state: string }>({ ...READ, values: placeOf(key) });
      return rows[0] === undefined ? undefined : JSON.parse(rows[0].state);
    },
    async write(key: string, state: unknown): Promise<void> {
      await pool.query({ ...WRITE, values: [...placeOf(key), JSON.stringify(state), now()] });
    },
    async delete(key: string): Promise<void> {
      await pool.query({ ...DELETE, values: placeOf(key) });
    },
  };
}

/** The learner and the chat. */
function placeOf(key: string): [number, number] {
  const match = /^(-?\d+):(\d+)$/.exec(key);
  if (match === null) throw new Error(`conversation key is not chat:user: ${key}`);
  return [Number(match[2]), Number(match[1])];
}
