import { Bot, BotError, type Context, GrammyError, HttpError } from 'grammy';
import { classifyTelegramError, connectionCode, retryAfter } from '../../src/telegram/errors.js';
import { connectionError } from '../../src/telegram/local/faults.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

const refused = (error_code: number, description: string, parameters = {}) =>
  new GrammyError(
    'Call failed',
    { ok: false, error_code, description, parameters },
    'sendMessage',
    {},
  );

test.each([
  [400, 'Bad Request: message is not modified: specified new message content …', 'not-modified'],
  [
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
    'query-too-old',
  ],
  [400, 'Bad Request: message to edit not found', 'message-gone'],
  [400, "Bad Request: message can't be edited", 'message-gone'],
  [400, 'Bad Request: MESSAGE_ID_INVALID', 'message-gone'],
  [400, 'Bad Request: chat not found', 'chat-gone'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'chat-gone'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'blocked'],
  [400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 3", 'bad-request'],
  [401, 'Unauthorized', 'unauthorized'],
  [404, 'Not Found', 'unauthorized'],
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [403, 'Forbidden: user is deactivated', 'blocked'],
  [409, 'Conflict: terminated by other getUpdates request', 'conflict'],
  [429, 'Too Many Requests: retry after 3', 'flood'],
  [500, 'Internal Server Error', 'server'],
  [502, 'Bad Gateway', 'server'],
])('%i %s is %s', (code, description, kind) => {
  expect(classifyTelegramError(refused(code, description))).toBe(kind);
});

test('a lost connection is told from our own errors, also inside a BotError', () => {
  const lost = new HttpError('Network request failed', connectionError('ECONNRESET'));
  expect(classifyTelegramError(lost)).toBe('network');
  expect(classifyTelegramError(new BotError(lost, {} as Context))).toBe('network');
  expect(connectionCode(new BotError(lost, {} as Context))).toBe('ECONNRESET');
  expect(classifyTelegramError(new TypeError('x is not a function'))).toBeNull();
  expect(classifyTelegramError('text')).toBeNull();
});

test('the asked pause is read in seconds', () => {
  expect(retryAfter(refused(429, 'Too Many Requests', { retry_after: 12 }))).toBe(12);
  expect(retryAfter(refused(500, 'Internal Server Error'))).toBeNull();
  expect(retryAfter(new Error('x'))).toBeNull();
});

test('an error of a handler keeps its kind on the way out of the bot', async () => {
  const telegram = createLocalTelegram();
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch: telegram.fetch } });
  bot.on('message', (ctx) => ctx.api.sendMessage(404, 'в никуда'));
  let caught: unknown;
  await telegram.deliverTo((update) =>
    bot.handleUpdate(update).catch((error: unknown) => void (caught = error)),
  );
  await telegram.person().say('раз');
  expect(classifyTelegramError(caught)).toBe('chat-gone');
});
