/** «Какая команда подходит?» A purpose is shown, its command (or line of code) is found among other ones. */
import { codePairs, commandPairs } from '../options/pairs.js';
import { isHollow, isVague } from '../options/overlap.js';
import { isPurpose, isTask, task } from '../wording/purpose.js';
import { LIMITS } from '../wording/size.js';
import { isPurposeOf } from '../options/solver.js';
import { quoted, shorten } from '../wording/display.js';
import { code, plain } from './maker.js';
import { matchingMaker } from './matching.js';

const LONGEST_EXPLANATION = 160;
const LONGEST_REMARK = 200;

export const desc2cmd = matchingMaker({
  kind: 'desc2cmd',
  pools: (deck) => [commandPairs(deck), codePairs(deck)],
  prompt: (pair, deck) => {
    const isCommand = pair.fact.kind === 'command';
    const isFull = isPurpose(pair.text, 2) && (!isCommand || isTask(pair.text));
    if (!isFull || isVague(pair.text) || (isCommand && isHollow(pair, deck))) return null;
    const material = isCommand ? task(pair.text) : remark(pair.text);
    const ask = isCommand ? 'Какая команда подходит?' : 'Какая строка подходит?';
    return material === null ? null : { ask, material: plain(material) };
  },
  // A command whose purpose is vague might fit as well as the right one.
  options: (pair) =>
    pair.name.length <= LIMITS.option && !isVague(pair.text) ? [code(pair.name)] : [],
  clashesWith: () => () => false,
  about: (pair) => {
    const text = shorten(pair.text, LONGEST_EXPLANATION);
    return text === null ? null : plain(text);
  },
  defends: (question, choice, deck) =>
    isPurposeOf(choice.text, question.material?.text.replace(/^Задача: /u, '') ?? '', deck),
});

/** A comment on a line of code is no task: «рабочая папка». */
function remark(comment: string): string | null {
  const text = shorten(comment, LONGEST_REMARK);
  return text === null ? null : quoted(text);
}
