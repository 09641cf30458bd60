import { Readable } from 'node:stream';
import { Bot, InputFile } from 'grammy';
import { readBody, toResponse, type Fetch } from '../../src/telegram/fetch.js';
import type { Fault } from '../../src/telegram/local/faults.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';
import { retryingFetch } from '../../src/telegram/retrying-fetch.js';

/** A bot with retries whose waits take no time and are written down. */
function openPatient() {
  const telegram = createLocalTelegram();
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const fetch = retryingFetch({ fetch: telegram.fetch, sleep });
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch } });
  const { id } = telegram.person().user;
  return { telegram, api: bot.api, id, waits };
}

const seen = (telegram: { messagesOf(id: number): readonly unknown[] }, id: number) =>
  telegram.messagesOf(id).length;

test('a flood is waited out as long as Telegram asks, also for a send', async () => {
  const { telegram, api, id, waits } = openPatient();
  telegram.fail('sendMessage', { kind: 'flood', retryAfter: 7 }, 2);
  await api.sendMessage(id, 'Раз');
  expect(waits).toEqual([7000, 7000]);
  expect(seen(telegram, id)).toBe(1);
});

test('a flood longer than the bound goes to the caller at once', async () => {
  const { telegram, api, id, waits } = openPatient();
  telegram.fail('sendMessage', { kind: 'flood', retryAfter: 31 });
  await expect(api.sendMessage(id, 'Раз')).rejects.toMatchObject({ error_code: 429 });
  expect(waits).toEqual([]);
});

test('a send that never reached the server is sent again', async () => {
  const { telegram, api, id, waits } = openPatient();
  telegram.fail('sendMessage', { kind: 'unreachable' }, 2);
  await api.sendMessage(id, 'Раз');
  expect(waits).toEqual([500, 1000]);
  expect(seen(telegram, id)).toBe(1);
});

test.each<[string, Fault]>([
  ['its answer was lost', { kind: 'lost-answer' }],
  ['the server failed', { kind: 'server' }],
])('a send is not repeated when %s', async (_, fault) => {
  const { telegram, api, id, waits } = openPatient();
  telegram.fail('sendMessage', fault);
  await expect(api.sendMessage(id, 'Раз')).rejects.toThrow();
  expect(waits).toEqual([]);
  expect(telegram.calls).toHaveLength(1);
});

test('edits and tap answers are repeated: a second copy changes nothing', async () => {
  const { telegram, api, id, waits } = openPatient();
  const { message_id } = await api.sendMessage(id, 'Раз');
  telegram.fail('editMessageText', { kind: 'server' }, 3);
  await api.editMessageText(id, message_id, 'Два');
  expect(waits).toEqual([500, 1000, 2000]);
  expect(telegram.messagesOf(id).at(-1)?.text).toBe('Два');
});

test('after the last try the caller gets the error', async () => {
  const { telegram, api, id, waits } = openPatient();
  telegram.fail('*', { kind: 'unreachable' }, 9);
  await expect(api.sendChatAction(id, 'typing')).rejects.toThrow('Network request');
  expect(waits).toHaveLength(3);
});

test('ordinary refusals are not repeated', async () => {
  const { telegram, api, waits } = openPatient();
  await expect(api.sendMessage(404, 'кому')).rejects.toMatchObject({ error_code: 400 });
  expect(waits).toEqual([]);
  expect(telegram.calls).toHaveLength(1);
});

test('polling is left to its own loop', async () => {
  const { telegram, api, waits } = openPatient();
  telegram.fail('getUpdates', { kind: 'unreachable' });
  await expect(api.getUpdates()).rejects.toThrow();
  expect(waits).toEqual([]);
});

test('a file is the same file the second time, also from a stream', async () => {
  const { telegram, api, id } = openPatient();
  telegram.fail('sendDocument', { kind: 'flood', retryAfter: 1 });
  const bytes = Buffer.from('конспект '.repeat(10_000));
  await api.sendDocument(
    id,
    new InputFile(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), 'a.txt'),
  );
  const sent = telegram.messagesOf(id).at(-1);
  expect(Buffer.from(telegram.file(sent!.document!.file_id)!.bytes)).toEqual(bytes);
});

test('a gateway that answers in HTML is a server error, not a parse error', async () => {
  const gateway: Fetch = async () => new Response('<html>502</html>', { status: 502 });
  const fetch = retryingFetch({ fetch: gateway, sleep: async () => undefined });
  const bot = new Bot('1:x', { client: { fetch } });
  await expect(bot.api.getMe()).rejects.toMatchObject({ error_code: 502 });
});

test('an abort ends the wait', async () => {
  const { telegram, id } = openPatient();
  const controller = new AbortController();
  const fetch = retryingFetch({ fetch: telegram.fetch, onRetry: () => controller.abort() });
  const bot = new Bot(telegram.token, { botInfo: telegram.me, client: { fetch } });
  telegram.fail('sendMessage', { kind: 'flood', retryAfter: 29 });
  await expect(bot.api.sendMessage(id, 'Раз', {}, controller.signal as never)).rejects.toThrow();
  expect(seen(telegram, id)).toBe(0);
});

test('a try that hangs is given up', async () => {
  let tries = 0;
  const hanging: Fetch = (_, init) => {
    tries += 1;
    return new Promise((_resolve, reject) =>
      init!.signal!.addEventListener('abort', () => reject(new Error('hung'))),
    );
  };
  const fetch = retryingFetch({ fetch: hanging, sleep: async () => undefined, tryTimeoutMs: 5 });
  await expect(fetch('https://x/bot1/getMe')).rejects.toThrow('hung');
  expect(tries).toBe(4);
});

test('a body that is read once is read whole', async () => {
  const body = await readBody(Readable.from(['да', Buffer.from('нет')]));
  expect(Buffer.from(body as Uint8Array).toString()).toBe('данет');
});

test('every try is told of by its outcome, and a 429 by its seconds', async () => {
  const refusal = (status: number, description: string, parameters = {}) =>
    toResponse(
      status,
      Buffer.from(JSON.stringify({ ok: false, error_code: status, description, parameters })),
    );
  const answers = [
    refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    refusal(502, 'Bad Gateway'),
    refusal(400, 'Bad Request: message is not modified'),
  ];
  const outcomes: string[] = [];
  const floods: number[] = [];
  const fetch = retryingFetch({
    fetch: async () => answers.shift() ?? toResponse(200, Buffer.from('{"ok":true,"result":true}')),
    sleep: async () => undefined,
    onTried: ({ method, outcome }) => void outcomes.push(`${method} ${outcome}`),
    onFlood: (seconds) => void floods.push(seconds),
  });
  const response = await fetch('https://telegram.example/bot1:x/editMessageText');
  expect(response.status).toBe(400);
  await fetch('https://telegram.example/bot1:x/getUpdates');
  expect(outcomes).toEqual([
    'editMessageText flood',
    'editMessageText server',
    'editMessageText not-modified',
    'getUpdates ok',
  ]);
  expect(floods).toEqual([7]);
});
