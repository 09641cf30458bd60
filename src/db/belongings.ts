/**
 * Everything that is stored about one learner, in one list: /export shows it, /delete takes it away. A table with a
 * learner's id that is missing here fails a test that walks the live schema.
 * Invariant: rows are read and deleted whole; no table is known to one of both and unknown to the other.
 */
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.js';
import { lockDecksOf } from './stored-decks.js';

/** A table with rows of a learner. */
export interface Belonging {
  readonly table: string;
  /** The column with the learner's id. */
  readonly learner: string;
  /** What keeps the rows of one learner in an order that never changes. */
  readonly order: readonly string[];
  /**
   * `kept`: an export brings it back; `shown`: it is in the export, but means nothing elsewhere; `passing`: the work of
   * this moment (whose turn it is), which ends with the update and is not shown.
   */
  readonly copy: 'kept' | 'shown' | 'passing';
}

/** Rows that point to others stand before them: in this order they can be deleted, in the other one restored. */
export const belongings: readonly Belonging[] = [
  { table: 'steps', learner: 'learner_id', order: ['session_id', 'position'], copy: 'kept' },
  { table: 'reviews', learner: 'learner_id', order: ['fact_id', 'number'], copy: 'kept' },
  { table: 'sessions', learner: 'learner_id', order: ['opened_at', 'id'], copy: 'kept' },
  { table: 'cards', learner: 'learner_id', order: ['fact_id'], copy: 'kept' },
  { table: 'aliases', learner: 'learner_id', order: ['fact_id', 'wanted', 'reply'], copy: 'kept' },
  { table: 'hidden_questions', learner: 'learner_id', order: ['question_id'], copy: 'kept' },
  { table: 'exams', learner: 'learner_id', order: ['deck_id'], copy: 'kept' },
  { table: 'study_days', learner: 'learner_id', order: ['day'], copy: 'kept' },
  { table: 'schedules', learner: 'learner_id', order: [], copy: 'kept' },
  { table: 'pushes', learner: 'learner_id', order: ['local_date'], copy: 'shown' },
  { table: 'shares', learner: 'learner_id', order: ['deck_id'], copy: 'shown' },
  { table: 'imports', learner: 'learner_id', order: ['received_at', 'id'], copy: 'shown' },
  { table: 'paste_parts', learner: 'learner_id', order: ['message_id'], copy: 'shown' },
  { table: 'pastes', learner: 'learner_id', order: [], copy: 'shown' },
  { table: 'conversations', learner: 'learner_id', order: ['chat_id'], copy: 'shown' },
  { table: 'inbox', learner: 'learner_id', order: ['update_id'], copy: 'shown' },
  { table: 'turns', learner: 'learner_id', order: [], copy: 'passing' },
  { table: 'learners', learner: 'id', order: [], copy: 'kept' },
];

/** A row as Postgres writes it in JSON: columns by their names, instants in ISO. */
export type Row = Readonly<Record<string, unknown>>;

/** All rows of one learner by table, as of one moment: no answer given meanwhile is half in it. */
export async function readBelongings(
  db: Database,
  learnerId: number,
): Promise<Readonly<Record<string, readonly Row[]>>> {
  return db.transaction(
    async (tx) => {
      const tables: [string, readonly Row[]][] = [];
      for (const { table, learner, order, copy } of belongings) {
        if (copy === 'passing') continue;
        const by = order.length > 0 ? sql.raw(` order by ${order.join(', ')}`) : sql``;
        const rows = await tx.execute<{ row: Row }>(
          sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.identifier(learner)} = ${learnerId}${by}`,
        );
        tables.push([table, rows.rows.map(({ row }) => row)]);
      }
      tables.push(['decks', await readDecks(tx, learnerId)]);
      tables.push(['facts', await readFacts(tx, learnerId)]);
      return Object.fromEntries(tables);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Decks that are the learner's, or that they have a card of; whose another one is stays untold. */
const mineOrStudied = (learnerId: number) => sql`
  (d.owner_id = ${learnerId} or exists (
    select from facts f join cards c on c.fact_id = f.id where f.deck_id = d.id and c.learner_id = ${learnerId}))`;

async function readDecks(tx: Transaction, learnerId: number): Promise<Row[]> {
  const { rows } = await tx.execute<{ row: Row }>(sql`
    select to_jsonb(d) - 'owner_id' || jsonb_build_object('owner',
      case when d.owner_id = ${learnerId} then 'self' when d.owner_id is null then 'nobody' else 'other' end) as row
    from decks d where ${mineOrStudied(learnerId)} order by d.created_at, d.id`);
  return rows.map(({ row }) => row);
}

async function readFacts(tx: Transaction, learnerId: number): Promise<Row[]> {
  const { rows } = await tx.execute<{ row: Row }>(sql`
    select to_jsonb(f) as row from facts f join decks d on d.id = f.deck_id
    where ${mineOrStudied(learnerId)} order by f.deck_id, f.position, f.id`);
  return rows.map(({ row }) => row);
}

/** Nobody: whose decks are when their owner has gone and others study them. No Telegram id is 0. */
export const ORPHANAGE = 0;

/** Other people who study decks of this learner. */
export async function followersOf(db: Database, learnerId: number): Promise<number> {
  const { rows } = await db.execute<{ people: number }>(sql`
    select count(distinct s.learner_id)::int as people
    from shares s join decks d on d.id = s.deck_id
    where d.owner_id = ${learnerId} and d.archived_at is null and s.learner_id <> ${learnerId}`);
  return rows[0]?.people ?? 0;
}

/** How a learner goes. */
export interface Farewell {
  /** Decks that others study stay, with nobody as their owner; otherwise their text goes as well. */
  readonly leave: boolean;
  /** The update that asked for it: what came after it is a stranger's, and waits to be handled. */
  readonly updateId: number;
  readonly now: Date;
}

/**
 * Takes away every row of a learner, in one transaction. Whoever studied their decks keeps what they have answered.
 * Nothing that is under way for this learner at the same time leaves a row behind: it has been, or it fails.
 */
export async function deleteBelongings(
  db: Database,
  learnerId: number,
  { leave, updateId, now }: Farewell,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockAgainst(tx, learnerId);
    for (const { table, learner, copy } of belongings) {
      if (copy === 'passing' || table === 'learners') continue;
      const isLater = table === 'inbox' ? sql` and update_id <= ${updateId}` : sql``;
      await tx.execute(
        sql`delete from ${sql.identifier(table)} where ${sql.identifier(learner)} = ${learnerId}${isLater}`,
      );
    }
    await tx.execute(sql`update learners set deck_id = null where id = ${learnerId}`);
    await deleteDecks(tx, learnerId, { leave, now });
    await tx.execute(sql`delete from learners where id = ${learnerId}`);
  });
}

/**
 * Nobody imports notes, claims or begins a push, or opens a sitting for this learner until the transaction ends. In the
 * order in which they take these rows themselves, so that nobody waits for one another.
 */
async function lockAgainst(tx: Transaction, learnerId: number): Promise<void> {
  await lockDecksOf(tx, learnerId);
  await tx.execute(sql`select from schedules where learner_id = ${learnerId} for update`);
  await tx.execute(sql`select from pushes where learner_id = ${learnerId} for update`);
  await tx.execute(sql`select from learners where id = ${learnerId} for update`);
}

/** Somebody else has answers, or a sitting, that point to the deck `d`. */
const isUsedByOthers = (learnerId: number) => sql`(
  exists (select from shares s where s.deck_id = d.id and s.learner_id <> ${learnerId})
  or exists (select from sessions n where n.deck_id = d.id and n.learner_id <> ${learnerId})
  or exists (select from learners l where l.deck_id = d.id and l.id <> ${learnerId})
  or exists (select from exams e where e.deck_id = d.id and e.learner_id <> ${learnerId})
  or exists (select from facts f join cards c on c.fact_id = f.id where f.deck_id = d.id and c.learner_id <> ${learnerId}))`;

/** Decks nobody else has touched go; the others lose their owner and, unless they are left, their words. */
async function deleteDecks(
  tx: Transaction,
  learnerId: number,
  { leave, now }: { leave: boolean; now: Date },
): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update decks d set owner_id = ${ORPHANAGE} where d.owner_id = ${learnerId} and ${isUsedByOthers(learnerId)}
    returning d.id`);
  if (!leave) {
    const ids = sql.param(rows.map(({ id }) => id));
    // A fact keeps its row, because other people's answers hang on it; what it said is gone.
    await tx.execute(sql`
      update facts set key = null, section = null, archived_at = coalesce(archived_at, ${now.toISOString()}),
        body = jsonb_build_object('kind', 'statement', 'id', id, 'section', null, 'line', 1, 'source', '', 'weight', 0,
          'text', '', 'subject', null)
      where deck_id = any(${ids}::text[])`);
    await tx.execute(sql`
      update decks set title = '', text = '', sections = '[]', archived_at = ${now.toISOString()}
      where id = any(${ids}::text[])`);
  }
  await tx.execute(sql`
    delete from facts f using decks d where d.id = f.deck_id and d.owner_id = ${learnerId}`);
  await tx.execute(sql`delete from decks where owner_id = ${learnerId}`);
}
