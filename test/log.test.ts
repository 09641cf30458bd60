import { DrizzleQueryError } from 'drizzle-orm';
import { BotError, type Context, HttpError } from 'grammy';
import { createLog } from '../src/log.js';

const TOKEN = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345';

/** A log whose lines the test reads. */
function openLog() {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  return { log, lines, last };
}

test('a line is an object with a level, a time and a message', () => {
  const { log, last } = openLog();
  log.info({ updateId: 5 }, 'update handled');
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    updateId: 5,
    msg: 'update handled',
  });
});

test('a token is not let through, wherever it stands', () => {
  const { log, lines } = openLog();
  const url = `https://api.telegram.org/bot${TOKEN}/getMe`;
  log.info(url);
  log.info({ deep: { url: [url] }, [TOKEN]: 1 }, 'x');
  log.error(new Error(`request to ${url} failed`, { cause: new Error(encodeURIComponent(url)) }));
  log.error({ err: Object.assign(new Error('no'), { url }), other: new Error(url) }, 'y');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).not.toContain('abcdefghijklmnopqrstuvwxyz');
});

test('a password in an address is not let through', () => {
  const { log, lines } = openLog();
  log.warn(new Error('cannot reach postgres://bot:hunter2@db:5432/quiz'));
  expect(lines[0]).toContain('postgres://bot:<password>@db:5432/quiz');
});

test('of an error only name, message, code, frames and causes are kept', () => {
  const { log, last } = openLog();
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', address: '10.0.0.1' });
  const error = new TypeError('no database', { cause });
  Object.assign(error, { payload: { text: 'secret thoughts' } });
  log.error({ err: error }, 'it failed');
  expect(last()).toMatchObject({
    msg: 'it failed',
    err: {
      name: 'TypeError',
      message: 'no database',
      stack: expect.stringMatching(/^ {4}at .*log\.test/) as string,
      cause: { name: 'Error', message: 'refused', code: 'ECONNREFUSED' },
    },
  });
  expect(Object.keys(last()['err'] as object)).toEqual(['name', 'message', 'stack', 'cause']);
});

test('what a learner wrote does not get in through a failed query', () => {
  const { log, lines } = openLog();
  const cause = Object.assign(new Error('invalid input syntax for type date: "my secret"'), {
    code: '22007',
  });
  log.error(new DrizzleQueryError('insert into notes values ($1)', ['my secret\n  line 2'], cause));
  expect(lines[0]).toContain('insert into notes');
  expect(lines[0]).not.toMatch(/my secret|line 2/);
});

test('an error that grammY wraps is shown like any other cause, and not repeated', () => {
  const { log, last } = openLog();
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const failed = new HttpError('Network request failed', new TypeError('fetch', { cause: reset }));
  log.error({ err: new BotError(failed, {} as Context) }, 'x');
  expect(last()['err']).toMatchObject({
    message: 'HttpError in middleware',
    cause: { message: 'Network request failed', cause: { cause: { code: 'ECONNRESET' } } },
  });

  const message = 'invalid input syntax for type date: "my secret"';
  const unread = Object.assign(new Error(message), { code: '22007' });
  log.error({ err: new BotError(unread, {} as Context) }, 'x');
  expect(JSON.stringify(last())).not.toContain('my secret');
});

test('anything can be thrown', () => {
  const { log, last } = openLog();
  log.error({ err: 'a string with my secret' }, 'x');
  expect(last()['err']).toEqual({ name: 'string', message: 'not an error was thrown' });
});

test('an endless chain of causes ends', () => {
  const { log, lines } = openLog();
  const error = new Error('snake');
  error.cause = error;
  log.error(error);
  expect(lines[0]?.match(/"snake"/g)?.length).toBeLessThan(10);
});

test('a level that is off costs a line nothing', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  log.info('not this');
  log.warn('this');
  expect(lines).toHaveLength(1);
});
