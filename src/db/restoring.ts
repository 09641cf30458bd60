/**
 * Rows of a copy on their way back. In: rows as Postgres wrote them, with the ids of here. Out: what was really added.
 * Invariant: what is here stays; only a card that was never answered takes over the progress of the copy.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Row } from './belongings.js';
import type { Database, Transaction } from './database.js';

/** Rows of one statement: nobody else is served while more are put together. */
const ROWS_AT_ONCE = 1_000;

/** What a deck of a copy may be, here. */
export interface DeckHere {
  readonly id: string;
  readonly isOwn: boolean;
  readonly isBuiltIn: boolean;
  /** Shared with the learner. */
  readonly isShared: boolean;
  readonly file: string | null;
}

export interface FactHere {
  readonly id: string;
  readonly deckId: string;
  /** Content key; null while archived. */
  readonly key: string | null;
}

/** Is the learner there? They stay until the transaction ends. */
export async function holdLearner(tx: Transaction, learnerId: number): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`select from learners where id = ${learnerId} for key share`,
  );
  return rowCount === 1;
}

/** Decks with these ids, and built-in ones of these files as long as the files are there. */
export async function decksHere(
  tx: Transaction,
  learnerId: number,
  wanted: { readonly ids: readonly string[]; readonly files: readonly string[] },
): Promise<DeckHere[]> {
  const { rows } = await tx.execute<DeckHere & Record<string, unknown>>(sql`
    select d.id, d.file, d.owner_id is not distinct from ${learnerId}::bigint as "isOwn", d.owner_id is null as "isBuiltIn",
      exists (select from shares s where s.deck_id = d.id and s.learner_id = ${learnerId}) as "isShared"
    from decks d
    where d.id = any(${sql.param([...wanted.ids])}::text[])
      or (d.owner_id is null and d.archived_at is null and d.file = any(${sql.param([...wanted.files])}::text[]))`);
  return rows;
}

/** Facts of these decks, and facts with these ids wherever they are. */
export async function factsHere(
  tx: Transaction,
  { deckIds, ids }: { readonly deckIds: readonly string[]; readonly ids: readonly string[] },
): Promise<FactHere[]> {
  const { rows } = await tx.execute<FactHere & Record<string, unknown>>(sql`
    select id, deck_id as "deckId", key from facts where deck_id = any(${sql.param([...deckIds])}::text[])
    union select id, deck_id, key from facts where id = any(${sql.param([...ids])}::text[])`);
  return rows;
}

/** Decks of the learner's own that are in use. */
export async function countOwnDecks(tx: Transaction, learnerId: number): Promise<number> {
  const { rows } = await tx.execute<{ decks: number }>(sql`
    select count(*)::int as decks from decks
    where owner_id = ${learnerId} and archived_at is null and left_at is null`);
  return rows[0]?.decks ?? 0;
}

export async function hasOpenSession(tx: Transaction, learnerId: number): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`select from sessions where learner_id = ${learnerId} and closed_at is null`,
  );
  return rowCount !== 0;
}

/** Permanent ids of the facts the learner has a card of. */
export async function cardsHere(tx: Transaction, learnerId: number): Promise<Set<string>> {
  const { rows } = await tx.execute<{ factId: string }>(
    sql`select fact_id as "factId" from cards where learner_id = ${learnerId}`,
  );
  return new Set(rows.map(({ factId }) => factId));
}

/** Tables whose rows come back as they are. */
export type PlainTable =
  | ('decks' | 'facts' | 'reviews' | 'sessions' | 'steps' | 'aliases')
  | ('hidden_questions' | 'exams' | 'study_days');

/** Adds rows that are not there; gives those added. */
export function addRows(tx: Transaction, table: PlainTable, rows: readonly Row[]): Promise<Row[]> {
  return insert(tx, { table, rows, onConflict: sql`on conflict do nothing` });
}

/** Adds cards; one that is there and was never answered becomes what it is in the copy. Gives the facts of both. */
export async function addCards(tx: Transaction, rows: readonly Row[]): Promise<Set<string>> {
  const onConflict = sql`on conflict (learner_id, fact_id) do update set due = excluded.due, stability = excluded.stability,
      difficulty = excluded.difficulty, elapsed_days = excluded.elapsed_days, scheduled_days = excluded.scheduled_days,
      learning_steps = excluded.learning_steps, reps = excluded.reps, lapses = excluded.lapses, state = excluded.state,
      last_review = excluded.last_review, version = excluded.version
    where t.version = 0 and excluded.version > 0`;
  const taken = await insert(tx, { table: 'cards', rows, onConflict });
  return new Set(taken.map((row) => String(row['fact_id'])));
}

async function insert(
  tx: Transaction,
  {
    table,
    rows,
    onConflict,
  }: { table: PlainTable | 'cards'; rows: readonly Row[]; onConflict: SQL },
): Promise<Row[]> {
  const added: Row[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    const name = sql.identifier(table);
    const result = await tx.execute<{ row: Row }>(sql`
      insert into ${name} as t select * from jsonb_populate_recordset(null::${name}, ${some}::jsonb)
      ${onConflict} returning to_jsonb(t) - 'text' - 'body' - 'question' - 'again' - 'sections' as row`);
    added.push(...result.rows.map(({ row }) => row));
  }
  return added;
}

/** The schedule, unless there is one; when it is next due follows from it and from now. */
export async function addSchedule(
  tx: Transaction,
  learnerId: number,
  { schedule, now }: { schedule: Row & { readonly next_due_at: string | null }; now: Date },
): Promise<void> {
  const isOn = schedule.next_due_at !== null;
  await tx.execute(sql`
    insert into schedules (learner_id, local_time, weekdays, step_days, next_due_at, zone_confirmed, silence, chosen_at)
    select l.id, s.local_time, s.weekdays, s.step_days,
      case when ${isOn} then next_due(l.time_zone, s.local_time, s.weekdays, s.step_days, ${now.toISOString()}::timestamptz, null) end,
      s.zone_confirmed, s.silence, s.chosen_at
    from learners l, jsonb_populate_record(null::schedules, ${JSON.stringify(schedule)}::jsonb) s
    where l.id = ${learnerId}
    on conflict do nothing`);
}

/** The settings of a copy, for a learner who has not answered anything yet. */
export async function addSettings(
  tx: Transaction,
  learnerId: number,
  settings: Row,
): Promise<void> {
  await tx.execute(sql`
    update learners l set time_zone = s.time_zone, deck_id = coalesce(s.deck_id, l.deck_id), daily_goal = s.daily_goal,
      new_per_day = s.new_per_day, catch_up_goal = s.catch_up_goal, rest_until = s.rest_until, is_typing = s.is_typing,
      is_pacing = s.is_pacing, created_at = least(l.created_at, s.created_at)
    from jsonb_populate_record(null::learners, ${JSON.stringify(settings)}::jsonb) s
    where l.id = ${learnerId}`);
}

/** Has the learner ever answered? */
export async function hasAnswers(db: Database | Transaction, learnerId: number): Promise<boolean> {
  const { rowCount } = await db.execute(
    sql`select from reviews where learner_id = ${learnerId} limit 1`,
  );
  return rowCount !== 0;
}
