/** Exactly one option of a tapped question can be defended by somebody who knows the whole deck, whatever its kind. */
import { readFileSync, readdirSync } from 'node:fs';
import { decodeNote } from '../../src/notes/decode.js';
import { parseNote } from '../../src/notes/parse.js';
import type { Fact } from '../../src/notes/note.js';
import { openBank } from '../../src/questions/bank.js';
import { indexDeck, type DeckIndex } from '../../src/questions/deck-index.js';
import { cloze } from '../../src/questions/kinds/cloze.js';
import { date } from '../../src/questions/kinds/date.js';
import type { Maker } from '../../src/questions/kinds/maker.js';
import { member } from '../../src/questions/kinds/member.js';
import { oddone } from '../../src/questions/kinds/oddone.js';
import { order } from '../../src/questions/kinds/order.js';
import { tf } from '../../src/questions/kinds/tf.js';
import { tfflip } from '../../src/questions/kinds/tfflip.js';
import type { ChoiceQuestion, Question } from '../../src/questions/question.js';
import { dated, list, statement } from './kinds/facts.js';

const makers: readonly Maker[] = [cloze, date, member, oddone, order, tf, tfflip];

const folder = new URL('../fixtures/notes/people/', import.meta.url);
const files = readdirSync(folder).filter(
  (name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md',
);

function factsOf(name: string): readonly Fact[] {
  const decoded = decodeNote(readFileSync(new URL(name, folder)));
  return decoded.ok ? parseNote(decoded.text).facts : [];
}

test.each(files)('%s: the right option is the one that can be defended', (name) => {
  const facts = factsOf(name);
  const deck = indexDeck(facts);
  const asked = openBank(facts).all(3);
  for (const question of asked) {
    const maker = makers.find(({ kind }) => kind === question.kind);
    if (question.form !== 'choice' || !maker?.defends) continue;
    expect([question.id, defended(maker, question, deck)]).toEqual([question.id, right(question)]);
  }
});

const defended = (maker: Maker, question: ChoiceQuestion, deck: DeckIndex): string[] =>
  question.choices
    .filter((choice) => maker.defends?.(question, choice, deck))
    .map(({ text }) => text);
const right = ({ choices }: ChoiceQuestion): string[] =>
  choices.filter(({ correct }) => correct).map(({ text }) => text);

test('every kind with options has a solver', () => {
  for (const maker of makers)
    expect([maker.kind, typeof maker.defends]).toEqual([maker.kind, 'function']);
});

const kindsOf = (facts: readonly Fact[], kind: string): Question[] =>
  openBank(facts)
    .all(1)
    .filter((question) => question.kind === kind);

test('a year that another line gives for the same event is no wrong option', () => {
  const dates = [
    dated('1709', 'битва под Полтавой'),
    dated('1721', 'мир после долгой войны'),
    dated('1700', 'поход к морю'),
    dated('1703', 'закладка города на болоте'),
  ];
  const doubted = statement('Битва под Полтавой была в 1703 году');
  const [question] = kindsOf([...dates, doubted], 'date').filter(
    ({ factId }) => factId === dates[0]?.id,
  );
  const options = question?.form === 'choice' ? question.choices.map(({ text }) => text) : [];
  expect(options).not.toContain('1703');
});

test('a step that stands twice behind the same step asks nothing', () => {
  const steps = list(
    'Этапы сборки',
    ['собрать код', 'проверить код', 'выложить код', 'смотреть журнал'],
    true,
  );
  expect(kindsOf(steps, 'order').length).toBeGreaterThan(0);
});

test('a claim turned into what another line says is not called false', () => {
  const facts = [
    statement('Закрытый реестр можно запустить на своей машине', { section: 'Реестр' }),
    statement('Закрытый реестр нельзя запустить на своей машине', { section: 'Споры' }),
  ];
  expect(
    kindsOf(facts, 'tfflip').filter((it) => it.form === 'choice' && it.choices[1]?.correct),
  ).toEqual([]);
});
