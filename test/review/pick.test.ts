import fc from 'fast-check';
import { pickMany, pickPortion, pickTrial, type Candidate } from '../../src/review/pick.js';

const aCandidate = (it: Partial<Candidate> & { factId: string }): Candidate => ({
  section: null,
  position: 0,
  isDue: false,
  retrievability: null,
  ...it,
});

const limits = { dailyGoal: 10, newLeft: 10 };

const candidates = fc
  .uniqueArray(
    fc.record({
      factId: fc.string({ minLength: 1, maxLength: 6 }),
      section: fc.constantFrom('А', 'Б', 'В', null),
      position: fc.nat(100),
      retrievability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      dueDraw: fc.boolean(),
    }),
    { selector: (it) => it.factId, maxLength: 60 },
  )
  .map((all) =>
    all.map(({ dueDraw, ...it }) => ({ ...it, isDue: dueDraw && it.retrievability !== null })),
  );

describe('pickPortion', () => {
  test('due facts come before new ones, the worst remembered first', () => {
    const picked = pickPortion(
      [
        aCandidate({ factId: 'new', section: 'А' }),
        aCandidate({ factId: 'firm', section: 'Б', isDue: true, retrievability: 0.9 }),
        aCandidate({ factId: 'fading', section: 'В', isDue: true, retrievability: 0.4 }),
      ],
      limits,
    );
    expect(picked).toEqual(['fading', 'firm', 'new']);
  });

  test('new facts stop at what the day still allows', () => {
    const fresh = ['a', 'b', 'c'].map((factId, position) => aCandidate({ factId, position }));
    expect(pickPortion(fresh, { dailyGoal: 10, newLeft: 2 })).toEqual(['a', 'b']);
  });

  test('what is reviewed and not due waits', () => {
    expect(pickPortion([aCandidate({ factId: 'a', retrievability: 0.99 })], limits)).toEqual([]);
  });

  test('a pile of more than twice the goal starts with what is best remembered, without new facts', () => {
    const pile = Array.from({ length: 21 }, (_, i) =>
      aCandidate({ factId: `due${i}`, position: i, isDue: true, retrievability: i / 100 }),
    );
    const picked = pickPortion([...pile, aCandidate({ factId: 'new' })], limits);
    expect(picked).toHaveLength(10);
    expect(picked[0]).toBe('due20');
    expect(picked).not.toContain('new');
  });

  test('facts of one section do not follow each other while another section is left', () => {
    const picked = pickPortion(
      [
        aCandidate({ factId: 'a1', section: 'А', position: 1 }),
        aCandidate({ factId: 'a2', section: 'А', position: 2 }),
        aCandidate({ factId: 'b1', section: 'Б', position: 3 }),
      ],
      limits,
    );
    expect(picked).toEqual(['a1', 'b1', 'a2']);
  });

  test('never asks twice, never more than the goal, never what is neither due nor new', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 20 }), fc.nat(20), (all, goal, newLeft) => {
        const picked = pickPortion(all, { dailyGoal: goal, newLeft });
        const allowed = new Set(
          all.filter((it) => it.isDue || it.retrievability === null).map((it) => it.factId),
        );
        expect(new Set(picked).size).toBe(picked.length);
        expect(picked.length).toBeLessThanOrEqual(goal);
        expect(picked.every((id) => allowed.has(id))).toBe(true);
      }),
    );
  });
});

describe('pickMany', () => {
  test('fills up with new facts beyond the limit and then with those not yet due', () => {
    const picked = pickMany(
      [
        aCandidate({ factId: 'later', section: 'А', retrievability: 0.95 }),
        aCandidate({ factId: 'new', section: 'Б' }),
        aCandidate({ factId: 'due', section: 'В', isDue: true, retrievability: 0.5 }),
      ],
      3,
    );
    expect(picked).toEqual(['due', 'new', 'later']);
  });

  test('gives as many as there are, up to what was asked', () => {
    fc.assert(
      fc.property(candidates, fc.nat(80), (all, size) => {
        expect(pickMany(all, size)).toHaveLength(Math.min(size, all.length));
      }),
    );
  });
});

describe('pickTrial', () => {
  test('takes tappable facts from one section after another', () => {
    const all = ['a1', 'a2', 'b1', 'b2'].map((factId, position) =>
      aCandidate({ factId, position, section: factId.charAt(0) }),
    );
    expect(pickTrial(all, 3, (id) => id !== 'a1')).toEqual(['b1', 'a2', 'b2']);
  });

  test('notes with nothing to tap start with what they have', () => {
    expect(pickTrial([aCandidate({ factId: 'a' })], 5, () => false)).toEqual(['a']);
  });
});
