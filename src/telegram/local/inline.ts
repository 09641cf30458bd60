/** The inline mode: what a person types after the bot's name in some chat, and the cards the bot offers for it. */
import type { InlineQueryResultArticle } from 'grammy/types';
import { readText } from './content.js';
import { type Params, readParams } from './params.js';
import { badRequest } from './rejection.js';
import type { InlineAnswer, OfferedCard, World } from './world.js';

const queryLifetimeMs = 15_000;
const mostCards = 50;
const longestId = 64;

export function answerInlineQuery(world: World, params: Params): true {
  const id = params.text('inline_query_id') ?? '';
  const asked = world.inlineQueries.get(id);
  if (asked === undefined || world.now() - asked.madeAt > queryLifetimeMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const results = params.list('results') ?? [];
  if (results.length > mostCards) throw badRequest('RESULTS_TOO_MUCH');
  if (Buffer.byteLength(params.text('next_offset') ?? '') > longestId) {
    throw badRequest('NEXT_OFFSET_INVALID');
  }
  const cards = results.map(readCard);
  if (new Set(cards.map((card) => card.id)).size < cards.length) {
    throw badRequest('RESULT_ID_DUPLICATE');
  }
  asked.answer = {
    cards,
    cacheSeconds: params.number('cache_time') ?? 300,
    isPersonal: params.flag('is_personal'),
    button: readButton(params.object('button')),
  };
  world.inlineQueries.delete(id);
  return true;
}

function readCard(result: unknown): OfferedCard {
  const { type, id, title, description, input_message_content } =
    result as Partial<InlineQueryResultArticle>;
  if (type !== 'article') throw badRequest(`unsupported type of inline query result: ${type}`);
  const length = Buffer.byteLength(String(id ?? ''));
  if (length < 1 || length > longestId) throw badRequest('RESULT_ID_INVALID');
  if ((title ?? '').trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const content = readParams(input_message_content as unknown as Record<string, unknown>);
  const { text } = readText(withText(content), 'MESSAGE_TOO_LONG');
  return { id: String(id), title: String(title), description: description ?? '', text };
}

/** The text of a card goes by another name than that of a message. */
const withText = ({ fields }: Params): Params =>
  readParams({ ...fields, text: fields['message_text'] });

function readButton(button: Record<string, unknown> | undefined): InlineAnswer['button'] {
  if (button === undefined) return null;
  const { text, start_parameter: parameter } = button;
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID');
  if (typeof parameter !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(parameter)) {
    throw badRequest('START_PARAM_INVALID');
  }
  return text;
}
