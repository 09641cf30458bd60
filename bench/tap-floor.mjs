/**
 * The floor of a tap: grammY with nothing on it but one prepared read and one prepared write of the rows that an answer
 * touches (step, card, review), and the same calls to Telegram. It judges nothing and schedules nothing.
 */
import { Bot } from 'grammy';
import { botInfo, TOKEN } from './bot.mjs';

const READ = {
  name: 'floor-read',
  text: `select s.question, s.answered_at, c.due, c.stability, c.difficulty, c.reps, c.lapses, c.state, c.version
    from steps s join cards c on c.learner_id = s.learner_id and c.fact_id = s.fact_id
    where s.learner_id = $1 and s.session_id = $2 and s.position = $3`,
};

const WRITE = {
  name: 'floor-write',
  text: `with answered as (
      update steps set answered_at = $4, update_id = $5, choice = $6, result = $7
      where learner_id = $1 and session_id = $2 and position = $3 and answered_at is null returning fact_id
    ), scheduled as (
      update cards c set due = $8, stability = $9, difficulty = $10, reps = c.reps + 1, state = 2, last_review = $4,
        version = $11::int + 1
      from answered a where c.learner_id = $1 and c.fact_id = a.fact_id and c.version = $11::int returning c.fact_id
    )
    insert into reviews (learner_id, fact_id, number, session_id, position, question_kind, result, rating, reviewed_at,
      study_day, before)
    select $1, fact_id, $11::int + 1, $2, $3, $12, $7, 1, $4, $4::timestamptz::date, $13 from scheduled`,
};

const READ_NEXT = {
  name: 'floor-read-next',
  text: 'select question from steps where learner_id = $1 and session_id = $2 and position = $3',
};

const MARK_ASKED = {
  name: 'floor-mark-asked',
  text: `update steps set asked_at = $4, message_id = $5
    where learner_id = $1 and session_id = $2 and position = $3`,
};

/** The floor as a grammY bot. With `putsNext` it sends the next question too and remembers its message. */
export function floorBot(pool, { fetch, apiRoot, putsNext }) {
  const client = { fetch, ...(apiRoot !== undefined && { apiRoot }) };
  const bot = new Bot(TOKEN, { botInfo, client });
  bot.on('callback_query:data', async (ctx) => {
    const [, session, position, choice] = ctx.callbackQuery.data.split(':');
    const key = [ctx.from.id, session, Number(position)];
    const { question, ...card } = (await pool.query({ ...READ, values: key })).rows[0];
    const result = question.choices[choice].correct ? 'correct' : 'wrong';
    const now = new Date();
    const answer = [now, ctx.update.update_id, Number(choice), result];
    const scheduled = [now, 3.5, 5.2, card.version, question.kind, JSON.stringify(card)];
    await pool.query({ ...WRITE, values: [...key, ...answer, ...scheduled] });
    const text = `<b>${question.ask}</b>\n\n${question.answer.text}\n\n<blockquote>${question.source}</blockquote>`;
    await Promise.all([
      ctx.answerCallbackQuery(),
      ctx.editMessageText(text, { parse_mode: 'HTML', reply_markup: { inline_keyboard: [] } }),
    ]);
    if (putsNext) await putNext(ctx, pool, [key[0], session, key[2] + 1]);
  });
  return bot;
}

async function putNext(ctx, pool, key) {
  const { question } = (await pool.query({ ...READ_NEXT, values: key })).rows[0];
  const options = question.choices.map((choice) => choice.text).join('\n\n');
  const inline_keyboard = [
    question.choices.map((choice, i) => ({
      text: 'АБВГ'[i] ?? choice.text,
      callback_data: `1a:${key[1]}:${key[2]}:${i}`,
    })),
  ];
  const { message_id } = await ctx.api.sendMessage(key[0], `<b>${question.ask}</b>\n\n${options}`, {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard },
  });
  await pool.query({ ...MARK_ASKED, values: [...key, new Date(), message_id] });
}
