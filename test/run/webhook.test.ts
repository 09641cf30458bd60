import { createLog } from '../../src/log.js';
import { createInbox } from '../../src/run/inbox.js';
import { webhookRoute } from '../../src/run/webhook.js';
import { memoryStore } from './memory-store.js';

test('somebody who floods is answered later, and what they sent is stored before that', async () => {
  const store = memoryStore();
  const log = createLog('silent');
  const inbox = createInbox({
    ...{ store, log, owner: 'elsewhere/1/1' },
    handle: async () => undefined,
    troubleOf: () => 'failure',
  });
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const paced: number[] = [];
  const route = webhookRoute({
    ...{ url: 'https://quiz.example/in', secret: 'only-they-know', inbox, log },
    pace(learnerId) {
      paced.push(learnerId);
      return learnerId === 1 ? held : Promise.resolve();
    },
  });
  const post = async (learnerId: number, updateId: number) => {
    const message = { from: { id: learnerId }, chat: { id: learnerId }, text: 'да' };
    return route.handle(Buffer.from(JSON.stringify({ update_id: updateId, message })));
  };

  let reply: unknown = null;
  const flooding = post(1, 10).then((it) => (reply = it));
  expect(await post(2, 11)).toEqual({ status: 200 });
  expect(paced).toEqual([1, 2]);
  expect([...store.rows.keys()]).toEqual([10, 11]);
  expect(reply).toBeNull();
  goOn();
  await flooding;
  expect(reply).toEqual({ status: 200 });
  await inbox.drain();
});
