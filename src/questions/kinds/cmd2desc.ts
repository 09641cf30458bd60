/** «Что делает команда?» A command (or a line of code) is shown, its purpose is found among other purposes. */
import { lengthsOf } from '../wording/display.js';
import { codePairs, commandPairs } from '../options/pairs.js';
import { isPurposeOf } from '../options/solver.js';
import { isHollow, isVague } from '../options/overlap.js';
import { meaningsOf } from '../wording/command-words.js';
import { corePurpose, isFullPurpose, isPurpose } from '../wording/purpose.js';
import { code, plain } from './maker.js';
import { matchingMaker } from './matching.js';

export const cmd2desc = matchingMaker({
  kind: 'cmd2desc',
  pools: (deck) => [commandPairs(deck), codePairs(deck)],
  prompt: (pair, deck) => {
    const isCommand = pair.fact.kind === 'command';
    if (isCommand && isHollow(pair, deck)) return null;
    const ask = isCommand ? 'Что делает команда?' : 'Для чего эта строка?';
    return { ask, material: code(pair.name), hints: meaningsOf(pair.name) };
  },
  options: ({ fact, text }) => {
    const purpose = fact.kind === 'command' ? corePurpose(text) : text;
    const isFull = fact.kind === 'command' ? isFullPurpose(purpose) : isPurpose(purpose, 1);
    return isFull && !isVague(purpose) ? lengthsOf(purpose).map(plain) : [];
  },
  isOfTexts: true,
  clashesWith: () => () => false,
  about: (pair) => code(pair.name),
  defends: (question, choice, deck) => isPurposeOf(question.topic.text, choice.text, deck),
});
