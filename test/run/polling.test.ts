import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { createLog } from '../../src/log.js';
import { type PollingSettings, startPolling } from '../../src/run/polling.js';
import { RunError } from '../../src/run/run-error.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

/** Polling at a local Telegram, with waits that take no time. `lines` are the messages of the log. */
function openPolling(settings: Partial<PollingSettings> = {}, token?: string) {
  const telegram = createLocalTelegram();
  const bot = new Bot(token ?? telegram.token, { client: { fetch: telegram.fetch } });
  const lines: string[] = [];
  const log = createLog('debug', {
    write: (line) => void lines.push((JSON.parse(line) as { msg: string }).msg),
  });
  const accepted: Update[] = [];
  const start = () =>
    startPolling({
      api: bot.api,
      inbox: { accept: async (updates) => void accepted.push(...updates), room: async () => {} },
      log,
      apiRoot: 'https://telegram.example',
      sleep: () => new Promise(setImmediate),
      ...settings,
    });
  return { telegram, bot, lines, accepted, start };
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise(setImmediate);
};

test('updates arrive once and in order, and Telegram may forget them', async () => {
  const { telegram, accepted, start } = openPolling();
  const anna = telegram.person();
  await anna.say('раз');
  const polling = await start();
  await anna.say('два');
  await until(() => accepted.length === 2);
  await until(() => telegram.calls.at(-1)?.method === 'getUpdates');
  await polling.stop();
  await polling.ended;
  expect(accepted.map(({ message }) => message?.text)).toEqual(['раз', 'два']);
  expect(polling.me.username).toBe('local_konspekt_bot');
});

test('a batch that is not stored is not confirmed', async () => {
  let failures = 0;
  const offsets: unknown[] = [];
  const { telegram, lines, start } = openPolling({
    inbox: {
      room: async () => {},
      async accept() {
        offsets.push(
          telegram.calls.filter(({ method }) => method === 'getUpdates').at(-1)?.params['offset'],
        );
        failures += 1;
        if (failures <= 3) throw new Error('no database');
      },
    },
  });
  await telegram.person().say('раз');
  const polling = await start();
  await until(() => failures === 4);
  await polling.stop();
  expect(offsets).toEqual([0, 0, 0, 0]);
  expect(lines.filter((line) => line === 'updates not stored yet')).toHaveLength(3);
});

test('lost connections and failures of the server are outlived', async () => {
  const { telegram, accepted, lines, start } = openPolling();
  const polling = await start();
  telegram.fail('getUpdates', { kind: 'unreachable' }, 3);
  telegram.fail('getUpdates', { kind: 'server' }, 2);
  telegram.fail('getUpdates', { kind: 'flood', retryAfter: 9 });
  await telegram.person().say('раз');
  await telegram.person().say('два');
  await until(() => accepted.length >= 2 && lines.includes('Telegram answers again'));
  await polling.stop();
  expect(lines.filter((line) => line === 'polling failed')).toHaveLength(6);
});

test('another poller is named, and this one keeps trying', async () => {
  const { telegram, bot, lines, accepted, start } = openPolling();
  const polling = await start();
  await until(() => telegram.calls.length >= 2);
  await bot.api.getUpdates().catch(() => undefined);
  await until(() => lines.some((line) => line.includes('another process polls')));
  await telegram.person().say('раз');
  await until(() => accepted.length === 1);
  await polling.stop();
});

test('a wrong token is one sentence', async () => {
  const { start } = openPolling({}, '1:wrong');
  await expect(start()).rejects.toThrow(
    new RunError('Telegram does not know this BOT_TOKEN: take a fresh one from @BotFather.'),
  );
});

test('a server that cannot be reached at the start is one sentence with its host', async () => {
  const { telegram, start } = openPolling();
  telegram.fail('getMe', { kind: 'unreachable' }, 99);
  await expect(start()).rejects.toThrow(
    new RunError('Telegram at telegram.example cannot be reached (ECONNREFUSED).'),
  );
});

test('a server that comes up late is reached', async () => {
  const { telegram, start } = openPolling();
  telegram.fail('getMe', { kind: 'unreachable' }, 2);
  await (await start()).stop();
});

test('a token revoked on the way ends the polling with a sentence', async () => {
  const revoked = async () => {
    throw await new Bot('1:wrong', { client: { fetch: createLocalTelegram().fetch } }).api
      .getMe()
      .catch((error: unknown) => error);
  };
  const { bot, start } = openPolling();
  const api = {
    getMe: () => bot.api.getMe(),
    deleteWebhook: () => bot.api.deleteWebhook(),
    getUpdates: revoked,
  };
  const polling = await openPolling({ api }).start();
  await expect(polling.ended).rejects.toThrow(RunError);
  await (await start()).stop();
});

test('a bug is not mistaken for an outage', async () => {
  const { bot } = openPolling();
  const api = {
    getMe: () => Promise.reject(new TypeError('x is not a function')),
    deleteWebhook: () => bot.api.deleteWebhook(),
    getUpdates: () => bot.api.getUpdates(),
  };
  await expect(openPolling({ api }).start()).rejects.toThrow(TypeError);
});
