/**
 * How questions fare with the people who answer them: recounted from the steps, whoever answered, and nobody's name in it.
 * Questions worth a look come first: disliked ones, then those whose wrong answers were often credited, then those that
 * nearly nobody gets right, then those with options that nobody takes.
 */
import { sql } from 'drizzle-orm';
import type { Question } from '../questions/question.js';
import type { Database } from './database.js';

/** One question as it fares. */
export interface QuestionHealth {
  /** As it was asked last. */
  readonly question: Question;
  readonly deckTitle: string;
  /** The notes are a learner's own. */
  readonly isPrivate: boolean;
  readonly answered: number;
  /** Right at once, not counted as right afterwards. */
  readonly right: number;
  /** Judged wrong, then credited by the learner. */
  readonly credited: number;
  /** Learners who do not want to see it again. */
  readonly disliked: number;
  /** Wrong options that were offered often enough and never taken. */
  readonly unchosen: readonly string[];
}

/** Answers before a share of them means anything, and before an untaken option does. */
const ENOUGH = 10;
/** Right answers out of ten below which a question is too hard, or wrong itself. */
const HARD = 0.4;
/** A whole database is read, once in a while, by its owner. */
const PATIENCE = '120s';

/** The questions that give reason to look at them, worst first. */
export async function worstQuestions(db: Database, limit: number): Promise<QuestionHealth[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = '${PATIENCE}'`));
    const { rows } = await tx.execute<{ [K in keyof QuestionHealth]: QuestionHealth[K] }>(sql`
      with asked as (
        select coalesce(o.again, s.question) as question, n.deck_id, s.choice, s.answered_at, s.result,
          coalesce(s.remark ->> 'kind' = 'credited', false) as is_credited
        from steps s
        join sessions n on n.learner_id = s.learner_id and n.id = s.session_id
        left join steps o on o.learner_id = s.learner_id and o.session_id = s.session_id and o.position = s.repeats
        where s.answered_at is not null
      ), counted as (
        select question ->> 'id' as id, (array_agg(question order by answered_at desc))[1] as question,
          (array_agg(deck_id order by answered_at desc))[1] as deck_id, count(*)::int as answered,
          count(*) filter (where result <> 'wrong' and not is_credited)::int as "right",
          count(*) filter (where is_credited)::int as credited
        from asked group by 1
      ), options as (
        select a.question ->> 'id' as id, c.choice ->> 'text' as text
        from asked a
        cross join jsonb_array_elements(a.question -> 'choices') with ordinality as c (choice, place)
        where a.question ->> 'form' = 'choice' and not (c.choice ->> 'correct')::boolean
        group by 1, 2
        having count(*) >= ${ENOUGH} and count(*) filter (where a.choice = c.place - 1) = 0
      ), untaken as (
        select id, jsonb_agg(text order by text) as texts from options group by id
      ), disliked as (
        select question_id as id, count(*)::int as times from hidden_questions group by 1
      )
      select c.question, d.title as "deckTitle", d.owner_id is not null as "isPrivate", c.answered, c."right", c.credited,
        coalesce(b.times, 0) as disliked, coalesce(u.texts, '[]') as unchosen
      from counted c
      join decks d on d.id = c.deck_id
      left join disliked b on b.id = c.id
      left join untaken u on u.id = c.id
      where b.times > 0 or c.credited > 0 or u.texts is not null
        or (c.answered >= ${ENOUGH} and c."right" < ${HARD}::float8 * c.answered)
      order by coalesce(b.times, 0) desc, c.credited::float8 / c.answered desc,
        c.answered >= ${ENOUGH} and c."right" < ${HARD}::float8 * c.answered desc,
        c."right"::float8 / c.answered, c.id
      limit ${limit}`);
    return rows;
  });
}
