/**
 * /delete at the very moment of a push and of notes that become a deck: nothing of the learner is left.
 * DELETION_ROUNDS=1000 for the full run.
 */
import { setImmediate } from 'node:timers/promises';
import { belongings } from '../../src/db/belongings.js';
import { openSender } from '../support/daily.js';
import { GIT } from '../support/git-notes.js';
import { openHouse, type OpenHouse } from '../support/open-house.js';
import { NOON } from '../support/study.js';

const PLANETS = `МЕРКУРИЙ - ближайшая к Солнцу планета, на ней нет воздуха
ВЕНЕРА - планета с плотными облаками и самой горячей поверхностью
МАРС - планета с ржавой пылью и двумя маленькими спутниками
`;
const ROUNDS = Number(process.env['DELETION_ROUNDS'] ?? 12);
const MINUTE = 60_000;

let open: OpenHouse;
beforeEach(async () => {
  open = await openHouse(NOON, [{ file: 'git.txt', title: 'Git', text: GIT }]);
});
afterEach(() => open.close());

async function leftOf(learnerId: number): Promise<string[]> {
  const { db } = open.house.deps;
  const left: string[] = [];
  for (const { table, learner } of [...belongings, { table: 'decks', learner: 'owner_id' }]) {
    const found = await db.$client.query(`select from ${table} where ${learner} = $1`, [learnerId]);
    if (found.rowCount !== 0) left.push(table);
  }
  return left;
}

test(
  'whichever comes first, nothing is left and nothing waits for one another',
  async () => {
    const { study } = open.house;
    const sender = openSender(open);
    const outcomes: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const learnerId = 5_000 + round;
      open.telegram.person({ id: learnerId, firstName: 'Вера' });
      await study.open(learnerId, { kind: 'trial' });
      await study.pause(learnerId);
      const clock = new Date(open.now().getTime() + 3 * 60 * MINUTE + 40 * MINUTE);
      await study.changeDaily(learnerId, { time: clock.toISOString().slice(11, 16), isOn: true });
      const part = { id: `p${round}`, messageId: 1, text: PLANETS };
      await study.ownDecks.takePart(learnerId, part, true);
      open.pass(41 * MINUTE);
      const acts = [
        async () => void outcomes.push(...(await sender.round())),
        () => study.ownDecks.closePaste(learnerId, `p${round}`),
        () => study.ownData.delete(learnerId, { leave: true, updateId: 1 }),
      ];
      // Now and then the push is out before anything else begins; otherwise each begins a little later, in every order.
      const isFirst = round % 4 === 0;
      const turns = acts.map((act, i) => ({ act, at: ((i + round) % acts.length) * (round % 4) }));
      if (isFirst) await turns[0]?.act();
      const ends = await Promise.allSettled(
        turns.map(async ({ act, at }, i) => {
          if (isFirst && i === 0) return;
          for (let turn = 0; turn < at * 4; turn += 1) await setImmediate();
          await act();
        }),
      );
      expect(ends[2]).toEqual({ status: 'fulfilled', value: undefined });
      expect([round, await leftOf(learnerId)]).toEqual([round, []]);
      // Whoever takes up a push of somebody who has gone leaves none behind either.
      open.pass(2 * MINUTE);
      await sender.round();
      expect(await leftOf(learnerId)).toEqual([]);
    }
    expect(outcomes.length).toBeGreaterThan(ROUNDS / 4);
    expect(outcomes).toContain('sent');
    expect(open.troubles).toEqual([]);
  },
  10_000 + ROUNDS * 500,
);
