/**
 * DOOR question -> complaints: what a careful teacher would strike out.
 * In: a drawn question and its deck. Out: names of the broken rules; an empty list means the question may be asked.
 * Options are judged as a set, whichever of them is right: a rule that looked at the right one only would teach
 * learners to pick by looks.
 */
import type { DeckIndex } from './deck-index.js';
import { choiceFlaws } from './lint/choices.js';
import { flawsOf, phraseRules, phrasesOf } from './lint/text.js';
import type { Question } from './question.js';
import { isPersonal } from './redact.js';
import { fitsPhone, LIMITS } from './wording/size.js';

/** Does anything that is written for the learner show somebody's data? */
function showsPersonal(question: Question, deck: DeckIndex): boolean {
  // Options stand in many questions: what is wrong with a text is found once.
  const shows = deck.ofText('personal', isPersonal);
  const { section, ask, material, answer } = question;
  return (
    (section !== null && shows(section)) ||
    shows(ask) ||
    (material !== null && shows(material.text)) ||
    (question.form === 'choice' && question.choices.some(({ text }) => shows(text))) ||
    shows(answer.text)
  );
}

/** Names of the rules that the wording of the question breaks, in the order of the rules. */
function flawsIn(question: Question, deck: DeckIndex): readonly string[] {
  const flaws = deck.ofText('flaws', flawsOf);
  const found = phrasesOf(question).flatMap((phrase) => flaws(phrase));
  return found.length === 0
    ? found
    : phraseRules.flatMap(([name]) => (found.includes(name) ? name : []));
}

/** Names of the broken rules, in a stable order. */
export function lint(question: Question, deck: DeckIndex): string[] {
  const complaints: string[] = [];
  if (!fitsPhone(question)) complaints.push('too-tall');
  if (showsPersonal(question, deck)) complaints.push('personal');
  const prompt = [question.ask, question.material?.text ?? ''].join('\n').trim();
  if (prompt.length > LIMITS.prompt) complaints.push('long-prompt');
  if (prompt.length < LIMITS.leastPrompt) complaints.push('short-prompt');
  if (question.form === 'recall') return complaints;
  complaints.push(...flawsIn(question, deck));
  if (question.form === 'choice') complaints.push(...choiceFlaws(question, deck));
  return complaints;
}
