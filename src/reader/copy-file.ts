/**
 * The file of a copy, as somebody sends it back. In: bytes that anybody may have written. Out: rows whose every value the
 * tables take and the bot can read, or null. Described in `docs/export.md`; a change of what it says raises the version.
 * Only tables that can be brought back are read; what else the file holds is for its owner to see.
 */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Fact } from '../notes/note.js';
import type { Question, Remark } from '../questions/question.js';

/** Telegram gives a bot no larger file. */
const LARGEST_COPY = 20_000_000;

/** What a packed one may be unpacked: room for the answers of many years, and for what they take in memory. */
const LARGEST_UNPACKED = 48_000_000;

const MOST_ROWS = 200_000;
const MOST_DECKS = 200;
/** The largest note a deck may be made of, in signs; also more than any line of one. */
const LONGEST_NOTE = 1_048_576;
const LONGEST_TEXT = 16_384;

/** Postgres stores no NUL, and JSON of its kind no half of a pair. */
const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
const textUpTo = (most: number) => z.string().max(most).refine(isStorable);
const text = textUpTo(LONGEST_TEXT);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/u);
const key = textUpTo(200).min(1);
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();
const int = z.int().min(-2_147_483_648).max(2_147_483_647);
const count = z.int().min(0).max(2_147_483_647);
const small = z.int().min(0).max(32_767);
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(MOST_ROWS).default([]);

const factBase = {
  id: key,
  section: text.nullable(),
  line: count,
  source: text,
  weight: z.union([z.literal(0), z.literal(1), z.literal(2)]),
};
const fact: z.ZodType<Fact> = z.discriminatedUnion('kind', [
  z.object({ ...factBase, kind: z.literal('definition'), term: text, text }),
  z.object({ ...factBase, kind: z.literal('command'), command: text, purpose: text }),
  z.object({ ...factBase, kind: z.literal('code'), code: text, comment: text }),
  z.object({ ...factBase, kind: z.literal('explanation'), question: text, answer: text }),
  z.object({ ...factBase, kind: z.literal('date'), date: text, event: text }),
  z.object({ ...factBase, kind: z.literal('statement'), text, subject: text.nullable() }),
  z.object({ ...factBase, kind: z.literal('item'), text, list: text, number: count }),
  z.object({
    ...{ ...factBase, kind: z.literal('list'), title: text },
    ...{ items: z.array(text).max(2_000), isSequence: z.boolean() },
  }),
]);

const questionKind = z.enum([
  ...(['def2term', 'term2def', 'cmd2desc', 'desc2cmd', 'typecmd', 'typeterm'] as const),
  ...(['tf', 'tfflip'] as const),
  ...(['cloze', 'clozetype', 'member', 'oddone', 'order', 'date', 'recall', 'flash'] as const),
]);
const piece = z.object({ text, code: z.boolean() });
const about = z
  .object({ text, code: z.boolean(), line: count, isDeed: z.literal(true).exactOptional() })
  .exactOptional();
const choice = z.object({ text, code: z.boolean(), correct: z.boolean(), about });
const questionBase = {
  ...{ id: key, factId: key, kind: questionKind, section: text.nullable(), ask: text },
  ...{ material: piece.nullable(), answer: piece, topic: piece, line: count, source: text },
};
const texts = z.array(text).max(2_000);
const question: z.ZodType<Question> = z.discriminatedUnion('form', [
  z.object({
    ...{ ...questionBase, form: z.literal('choice') },
    choices: z
      .array(choice)
      .min(2)
      .max(8)
      .refine((choices) => choices.filter(({ correct }) => correct).length === 1),
    foreign: z.object({ text, line: count }).exactOptional(),
  }),
  z.object({
    ...{ ...questionBase, form: z.literal('typed'), judge: z.enum(['command', 'term']) },
    ...{ accepted: texts.min(1), rivals: texts },
  }),
  z.object({ ...questionBase, form: z.literal('recall'), items: texts.min(1) }),
]);

const result = z.enum(['correct', 'partial', 'wrong']);
const remark: z.ZodType<Remark> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typo'), letters: count }),
  z.object({ kind: z.enum(['word-form', 'extra-word', 'russian-layout', 'latin-layout']) }),
  z.object({ kind: z.enum(['transliteration', 'credited']) }),
  z.object({ kind: z.literal('other-term'), term: text }),
  z.object({ kind: z.literal('other-flag'), given: text, wanted: text }),
]);

const memory = { stability: z.number().min(0).max(1e6), difficulty: z.number().min(0).max(10) };
const cardState = z.object({
  ...memory,
  ...{ due: instant, lastReview: instant.nullable(), state: z.int().min(0).max(3) },
  ...{ elapsedDays: count, scheduledDays: count, learningSteps: count, reps: count, lapses: count },
});

const section = z.object({ title: text, line: count, isEmpty: z.boolean() });

/** The tables of a copy that can be brought back, with the columns as Postgres names them. */
const tables = z.object({
  learners: z
    .array(
      z.object({
        ...{ time_zone: textUpTo(64), deck_id: id.nullable() },
        ...{ daily_goal: z.int().min(1).max(500), new_per_day: z.int().min(0).max(500) },
        ...{ catch_up_goal: z.int().min(1).max(500).nullable(), rest_until: date.nullable() },
        ...{ is_typing: z.boolean(), is_pacing: z.boolean(), created_at: instant },
      }),
    )
    .length(1),
  decks: z
    .array(
      z.object({
        ...{ id, owner: z.enum(['self', 'other', 'nobody']), file: text.nullable() },
        ...{ title: textUpTo(200), text: textUpTo(LONGEST_NOTE) },
        ...{ sections: z.array(section).max(10_000), version: count },
        ...{ created_at: instant, updated_at: instant },
        ...{ archived_at: instant.nullable(), left_at: instant.nullable() },
      }),
    )
    .max(MOST_DECKS)
    .default([]),
  facts: rows(
    z.object({
      ...{ id, deck_id: id, key: key.nullable(), position: count },
      ...{ section: text.nullable(), body: fact, archived_at: instant.nullable() },
    }),
  ),
  cards: rows(
    z.object({
      ...{ ...memory, fact_id: id, due: instant, last_review: instant.nullable() },
      ...{ elapsed_days: count, scheduled_days: count, learning_steps: count },
      ...{ reps: count, lapses: count, state: z.int().min(0).max(3), version: count },
    }),
  ),
  reviews: rows(
    z.object({
      ...{ fact_id: id, number: count, session_id: id, position: small },
      ...{ question_kind: questionKind, result, rating: z.int().min(1).max(4) },
      ...{ reviewed_at: instant, study_day: date, before: cardState },
      correction: z.enum(['credited', 'undone']).nullable(),
      corrected_at: instant.nullable(),
    }),
  ),
  sessions: rows(
    z.object({
      ...{ id, deck_id: id, deck_title: text.nullable(), length: small },
      kind: z.enum(['trial', 'portion', 'daily', 'section', 'mistakes', 'facts']),
      ...{ opened_at: instant, paused_at: instant.nullable(), closed_at: instant.nullable() },
    }),
  ),
  steps: rows(
    z.object({
      ...{ session_id: id, position: small, fact_id: id, displaced_fact_id: id.nullable() },
      ...{ question, again: question, repeats: small.nullable(), hinted: z.boolean() },
      ...{ asked_at: instant.nullable(), answered_at: instant.nullable() },
      ...{ choice: small.nullable(), reply: text.nullable() },
      ...{ result: result.nullable(), remark: remark.nullable() },
    }),
  ),
  aliases: rows(z.object({ fact_id: id, wanted: text, reply: text, created_at: instant })),
  hidden_questions: rows(
    z.object({
      ...{ question_id: key, fact_id: id, question_kind: questionKind },
      ...{ silenced_key: key.nullable(), hidden_at: instant },
    }),
  ),
  exams: rows(
    z.object({
      ...{ deck_id: id, exam_date: date, scope: z.enum(['main', 'all']), starts_on: date },
    }),
  ),
  study_days: rows(
    z.object({
      day: date,
      outcome: z.enum(['studied', 'idle', 'rested', 'repaired', 'off', 'missed']),
      ...{ streak: int, days_off: small, record: int },
    }),
  ),
  schedules: z
    .array(
      z.object({
        local_time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/u),
        ...{ weekdays: z.int().min(1).max(127), step_days: z.union([z.literal(1), z.literal(7)]) },
        ...{ next_due_at: instant.nullable(), zone_confirmed: z.boolean() },
        silence: z.enum(['wish', 'unanswered', 'blocked']).nullable(),
        chosen_at: instant,
      }),
    )
    .max(1)
    .default([]),
});

const head = z.object({ format: z.literal('konspekt-bot'), version: z.literal(1) });
const file = head.extend({ exportedAt: instant, tables });

const isPacked = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** How every copy that can be read begins. */
export type CopyHead = z.infer<typeof head>;

/** Rows of a copy, by their table. */
export type CopyTables = z.infer<typeof tables>;

/** Reads a copy, also a packed one; null for anything else. */
export function readCopy(bytes: Uint8Array): CopyTables | null {
  if (bytes.length > LARGEST_COPY) return null;
  try {
    const plain = isPacked(bytes)
      ? gunzipSync(bytes, { maxOutputLength: LARGEST_UNPACKED })
      : bytes;
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
    return file.safeParse(json).data?.tables ?? null;
  } catch {
    return null;
  }
}
