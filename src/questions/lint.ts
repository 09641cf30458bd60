/**
 * DOOR question -> complaints: what a careful teacher would strike out.
 * In: a drawn question and its deck. Out: names of the broken rules; an empty list means the question may be asked.
 * Options are judged as a set, whichever of them is right: a rule that looked at the right one only would teach
 * learners to pick by looks.
 */
import type { DeckIndex } from './deck-index.js';
import { choiceRules } from './lint/choices.js';
import { flawsOf, phraseRules, phrasesOf } from './lint/text.js';
import type { Question } from './question.js';
import { isPersonal } from './redact.js';
import { fitsPhone, LIMITS } from './wording/size.js';

/** Everything of a question that is written for the learner before the answer. */
const shownTexts = (question: Question): readonly string[] => [
  question.section ?? '',
  question.ask,
  ...(question.material ? [question.material.text] : []),
  ...(question.form === 'choice' ? question.choices.map((choice) => choice.text) : []),
];

/** Names of the broken rules, in a stable order. */
export function lint(question: Question, deck: DeckIndex): string[] {
  const complaints: string[] = [];
  if (!fitsPhone(question)) complaints.push('too-tall');
  // Options stand in many questions: what is wrong with a text is found once.
  const shows = deck.ofText('personal', isPersonal);
  if ([...shownTexts(question), question.answer.text].some(shows)) complaints.push('personal');
  const prompt = [question.ask, question.material?.text ?? ''].join('\n').trim();
  if (prompt.length > LIMITS.prompt) complaints.push('long-prompt');
  if (prompt.length < LIMITS.leastPrompt) complaints.push('short-prompt');
  if (question.form === 'recall') return complaints;
  const flaws = new Set(phrasesOf(question).flatMap(deck.ofText('flaws', flawsOf)));
  if (flaws.size > 0)
    complaints.push(...phraseRules.map(([name]) => name).filter((it) => flaws.has(it)));
  if (question.form !== 'choice') return complaints;
  for (const [name, isBroken] of choiceRules) if (isBroken(question, deck)) complaints.push(name);
  return complaints;
}
