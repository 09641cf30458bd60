/** «Какая команда подходит?» A purpose is shown, its command (or line of code) is found among other ones. */
import { codePairs, commandPairs, type Pair } from '../options/pairs.js';
import { isPurpose, task } from '../wording/purpose.js';
import { LIMITS } from '../wording/size.js';
import { isPurposeOf } from '../options/solver.js';
import { shorten } from '../wording/display.js';
import { code, plain } from './maker.js';
import { matchingMaker } from './matching.js';

const LONGEST_EXPLANATION = 160;

export const desc2cmd = matchingMaker({
  kind: 'desc2cmd',
  pools: (deck) => [commandPairs(deck), codePairs(deck)],
  prompt: (pair) => {
    const material = isPurpose(pair.text, 2) ? task(pair.text) : null;
    return material === null ? null : { ask: askFor(pair), material: plain(material) };
  },
  options: (pair) => (pair.name.length <= LIMITS.option ? [code(pair.name)] : []),
  clashes: () => false,
  about: (pair) => {
    const text = shorten(pair.text, LONGEST_EXPLANATION);
    return text === null ? null : plain(text);
  },
  defends: (question, choice, deck) =>
    isPurposeOf(choice.text, question.material?.text.slice('Задача: '.length) ?? '', deck),
});

const askFor = (pair: Pair): string =>
  pair.fact.kind === 'command' ? 'Какая команда подходит?' : 'Какая строка подходит?';
