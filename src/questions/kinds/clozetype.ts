/** «Впишите пропущенное латиницей»: the same gap as in a cloze, but the name has to be written. */
import { saysEnough } from '../sentences/gap.js';
import { nameGaps, rivalNames } from '../sentences/names.js';
import { sentenceOf } from '../sentences/sentence.js';
import { quoted } from '../wording/display.js';
import { shownWith, variantOf } from './cloze.js';
import { frame, type Maker, plain, typedQuestion } from './maker.js';
import { topicOf } from './tfflip.js';

const LONGEST_ANSWER = 20;
const SHORTEST_ANSWER = 3;
/** `future`: a plain word in small letters is one of many that would do. */
const PLAIN_WORD = /^[a-z]+$/;

export const clozetype: Maker = {
  kind: 'clozetype',
  make: (fact, deck) => {
    const sentence = sentenceOf(fact, deck);
    if (!sentence) return [];
    const [gap] = nameGaps(sentence.text, fact, deck).filter(
      (it) =>
        !PLAIN_WORD.test(it.answer) &&
        it.answer.length >= SHORTEST_ANSWER &&
        it.answer.length <= LONGEST_ANSWER &&
        saysEnough(it, 'typed'),
    );
    if (!gap) return [];
    const base = frame(fact, 'clozetype', {
      variant: variantOf(gap.answer),
      ask: 'Впишите пропущенное латиницей',
      material: plain(quoted(shownWith(gap, sentence, deck))),
      answer: plain(gap.answer),
      topic: plain(topicOf(fact, sentence)),
    });
    const rivals = rivalNames(gap.answer, deck);
    return [typedQuestion(base, { judge: 'term', accepted: [gap.answer], rivals })];
  },
};
