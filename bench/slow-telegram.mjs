/**
 * A Telegram of its own process that answers every call after a while. In: one message with the updates to hand out and
 * how long calls take. Out: a message with its port, and one when the learners that count have their last verdict.
 */
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';

/** Updates wait in the order of Telegram; the slow learner's verdicts are not waited for. */
function createTelegram({ updates, delayMs, slow, finished }) {
  const awaited = updates.filter((update) => update.callback_query.from.id !== slow?.learnerId);
  let waiting = updates;
  let startedAt = null;
  let verdicts = 0;

  const methods = {
    getUpdates({ offset = 0 }) {
      startedAt ??= performance.now();
      waiting = waiting.filter(({ update_id }) => update_id >= offset);
      return waiting.slice(0, 100);
    },
    getMe: () => ({ id: 1, is_bot: true, first_name: 'Бот', username: 'bench_bot' }),
    sendMessage: ({ chat_id }) => ({ message_id: 5_000, chat: { id: chat_id, type: 'private' } }),
    editMessageText(_params, learnerId) {
      if (learnerId === slow?.learnerId) return true;
      verdicts += 1;
      if (verdicts === awaited.length) finished({ ms: performance.now() - startedAt, verdicts });
      return true;
    },
  };
  return {
    answer(method, params) {
      // Ids of taps begin with the learner's: «12-1000034».
      const learnerId = params.chat_id ?? Number.parseInt(params.callback_query_id, 10);
      const wait = learnerId === slow?.learnerId ? slow.delayMs : delayMs;
      const isEmpty = method === 'getUpdates' && waiting.length === 0;
      return new Promise((resolve) => {
        // The answer is what the server knows when it answers, as an edit counts when it is done.
        const answer = () => resolve(methods[method]?.(params, learnerId) ?? true);
        setTimeout(answer, isEmpty ? 1_000 : wait);
      });
    },
  };
}

process.once('message', (plan) => {
  const telegram = createTelegram({ ...plan, finished: (result) => process.send(result) });
  const server = createServer((request, response) => {
    const method = request.url.slice(request.url.lastIndexOf('/') + 1);
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const params = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
      const result = await telegram.answer(method, params);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, result }));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.once('disconnect', () => process.exit());
