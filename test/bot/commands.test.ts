import { Api } from 'grammy';
import { registerCommands } from '../../src/bot/commands.js';
import { menu } from '../../src/bot/texts/replies.js';
import { createLocalTelegram } from '../../src/telegram/local/local-telegram.js';

test('the menu and the profile are taken by Telegram as they are', async () => {
  const telegram = createLocalTelegram();
  const api = new Api(telegram.token, { fetch: telegram.fetch as typeof fetch });
  await registerCommands(api);
  expect(telegram.calls.map(({ method, error }) => [method, error])).toEqual([
    ['setMyCommands', undefined],
    ['setMyDescription', undefined],
    ['setMyShortDescription', undefined],
  ]);
  expect(await api.getMyCommands()).toHaveLength(menu.length);
});
