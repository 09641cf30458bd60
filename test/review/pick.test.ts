import fc from 'fast-check';
import {
  isPile,
  pickMany,
  pickPortion,
  pickTrial,
  todaysFacts,
  type Candidate,
  type PortionLimits,
} from '../../src/review/pick.js';

const aCandidate = (it: Partial<Candidate> & { factId: string }): Candidate => ({
  section: null,
  kin: null,
  isMain: false,
  position: 0,
  isDue: false,
  retrievability: null,
  ...it,
});

const limits: PortionLimits = { dailyGoal: 10, newLeft: 10, catchUpGoal: null, exam: null };

const candidates = fc
  .uniqueArray(
    fc.record({
      factId: fc.string({ minLength: 1, maxLength: 6 }),
      section: fc.constantFrom('А', 'Б', 'В', null),
      kin: fc.constantFrom('список', 'термин', null),
      isMain: fc.boolean(),
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
    expect(pickPortion(fresh, { ...limits, newLeft: 2 })).toEqual(['a', 'b']);
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

  test('entries of one list and facts of one term do not follow each other while there is something else', () => {
    const facts = [
      ['i1', 'виды'],
      ['i2', 'виды'],
      ['i3', 'виды'],
      ['t1', 'ядро'],
      ['alone', null],
    ] as const;
    const all = facts.map(([factId, kin], position) => aCandidate({ factId, kin, position }));
    expect(pickPortion(all, limits)).toEqual(['i1', 't1', 'i2', 'alone', 'i3']);
  });

  test('facts on their own may follow each other', () => {
    const all = ['a', 'b', 'c'].map((factId, position) => aCandidate({ factId, position }));
    expect(pickPortion(all, limits)).toEqual(['a', 'b', 'c']);
  });

  describe('a pile', () => {
    const pile = (due: number) =>
      Array.from({ length: due }, (_, i) =>
        aCandidate({ factId: `due${i}`, position: i, isDue: true, retrievability: i / 1000 }),
      );

    test('begins above twice the goal', () => {
      expect([20, 21].map((due) => isPile(due, limits))).toEqual([false, true]);
    });

    test('is worked off faster by those who want to, and only while it is there', () => {
      const hurried = { ...limits, catchUpGoal: 36 };
      expect(pickPortion(pile(180), hurried)).toHaveLength(36);
      expect(pickPortion(pile(20), hurried)).toHaveLength(10);
    });

    test('is none before an exam: the worst remembered comes first', () => {
      const exam = { newLeft: 5, scope: 'all' } as const;
      const picked = pickPortion([...pile(30), aCandidate({ factId: 'new' })], { ...limits, exam });
      expect(picked[0]).toBe('due0');
      expect(picked).toContain('new');
    });
  });

  describe('before an exam', () => {
    const fresh = Array.from({ length: 200 }, (_, position) =>
      aCandidate({ factId: `f${position}`, position, isMain: position % 2 === 0 }),
    );

    test('new facts are as many as the plan wants, and the main ones only if so chosen', () => {
      const main = { ...limits, exam: { newLeft: 3, scope: 'main' } as const };
      expect(pickPortion(fresh, main)).toEqual(['f0', 'f2', 'f4']);
      const all = { ...limits, exam: { newLeft: 3, scope: 'all' } as const };
      expect(pickPortion(fresh, all)).toEqual(['f0', 'f1', 'f2']);
    });

    test('a day longer than a sitting can be is done in several', () => {
      const exam = { newLeft: 120, scope: 'all' } as const;
      expect(pickPortion(fresh, { ...limits, exam })).toHaveLength(50);
      expect(todaysFacts(fresh, { ...limits, exam })).toHaveLength(120);
    });
  });

  test('never asks twice, never more than the goal, never what is neither due nor new', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 20 }), fc.nat(20), (all, goal, newLeft) => {
        const picked = pickPortion(all, { ...limits, dailyGoal: goal, newLeft });
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
