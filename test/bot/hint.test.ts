import { hintOf } from '../../src/bot/hint.js';
import type { ChoiceQuestion, TypedQuestion } from '../../src/questions/question.js';
import {
  aDefinitionQuestion,
  aFlashQuestion,
  aListQuestion,
  aTruthQuestion,
  aTypedQuestion,
} from '../support/steps.js';

const command = (text: string): TypedQuestion => aTypedQuestion({ accepted: [text] });

test('takes away a wrong option, always the same one, never the right one', () => {
  for (let i = 0; i < 50; i += 1) {
    const question: ChoiceQuestion = aDefinitionQuestion({ id: `fact${i}` });
    const hint = hintOf(question);
    expect(hint?.kind === 'not' && question.choices[hint.choice]?.correct).toBe(false);
    expect(hintOf({ ...question })).toEqual(hint);
  }
});

test('there is none where one option would be left', () => {
  expect(hintOf(aTruthQuestion(true))).toBeNull();
});

test.each([
  ['docker images', 'docker im'],
  ['docker ps -a', 'docker p'],
  ['kubectl get pods', 'kubectl g'],
  ['mkdir', 'm'],
])('of %p says that it begins with %p', (text, start) => {
  expect(hintOf(command(text))).toEqual({ kind: 'command', start });
});

test('never gives a whole short command away', () => {
  expect(hintOf(command('ls'))).toBeNull();
});

test('of a term gives the first letter and the length', () => {
  expect(hintOf(aTypedQuestion({ judge: 'term', accepted: ['HEAD'] }))).toEqual({
    kind: 'letter',
    letter: 'H',
    length: 4,
  });
});

test('of a list gives the first entry, of a line the next two words', () => {
  expect(hintOf(aListQuestion(3))).toEqual({ kind: 'item', text: 'состояние под номером 1' });
  expect(hintOf(aFlashQuestion())).toEqual({ kind: 'words', text: 'на компьютере' });
});
