/**
 * Number turned into its contrary: «множество контейнеров» becomes «только один контейнер».
 * Only for masculine nouns whose nominative the notes themselves use, and for nouns in «-сия», «-ция», which have but one.
 */
import { words } from '../../russian/fold.js';
import { stem } from '../../russian/stem.js';
import type { Turn } from './antonyms.js';
import { factTexts, type DeckIndex } from '../deck-index.js';
import { pattern } from '../../russian/pattern.js';

const MANY = pattern(
  /(?<!\p{L})(?:множество|много|несколько)(?:\s+(?:разных|различных))?((?:\s+[A-Za-z]+)?)\s+(\p{L}+(?:ов|ев|[сц]ий))(?!\p{L})/giu,
);
const ONE = pattern(
  /(?<!\p{L}|н[ие] )(?:(?:только|лишь|ровно)\s+)?один((?:\s+[A-Za-z]+)?)\s+(\p{L}+)(?!\p{L})/giu,
);
/** «одно приложение» as subject or object: its many are known without the notes; «одна» would ask its verb to change. */
const ONE_OF_IE = pattern(
  /(?<!\p{L}|н[ие] )(?:(?:только|лишь|ровно)\s+)?(?:одно\s+(\p{L}+[нт]и)е|одну\s+(\p{L}+[сц]и)ю)(?!\p{L})/giu,
);

/** Turns of number that keep the sentence well formed. */
export function countTurns(text: string, deck: DeckIndex): Turn[] {
  const forms = deck.memo('count-forms', () => formsOf(deck));
  const fewer = [...text.matchAll(MANY)].flatMap((match): Turn[] => {
    const [from, name = '', noun = ''] = match;
    if (hasPluralVerb(text, match.index, from.length)) return [];
    const isFeminine = noun.endsWith('ий');
    const one = isFeminine ? noun.replace(/ий$/u, 'ия') : forms.get(stem(noun))?.one;
    if (one === undefined) return [];
    return [{ at: match.index, from, to: `только ${isFeminine ? 'одна' : 'один'}${name} ${one}` }];
  });
  const more = [...text.matchAll(ONE)].flatMap((match): Turn[] => {
    const [from, name = '', noun = ''] = match;
    const form = forms.get(stem(noun));
    const isNominative = form?.one === noun.toLowerCase();
    if (!isNominative || form?.many === undefined) return [];
    return [{ at: match.index, from, to: `много${name} ${form.many}` }];
  });
  const several = [...text.matchAll(ONE_OF_IE)].map((match): Turn => {
    const [from, neuter, feminine = ''] = match;
    const noun = (neuter ?? feminine).replace(/и$/u, 'ий');
    return {
      at: match.index,
      from,
      to: `${match.index === 0 ? 'Несколько' : 'несколько'} ${noun}`,
    };
  });
  // «Одно приложение — один контейнер»: each number holds for the other, so only the first one is turned.
  const [first] = [...more, ...several].toSorted((a, b) => a.at - b.at);
  return first ? [...fewer, first] : fewer;
}

/** «Работают несколько контейнеров»: a verb beside the number would have to change with it. */
function hasPluralVerb(text: string, at: number, length: number): boolean {
  const before = words(text.slice(0, at)).at(-1) ?? '';
  const after = words(text.slice(at + length))[0] ?? '';
  return [before, after].some((word) => /(?:[юуая]т|[юуая]тся|ли|лись)$/u.test(word));
}

interface Forms {
  readonly one?: string;
  readonly many?: string;
}

/** By stem: the form without an ending («контейнер») and the one of many («контейнеров»), as the notes have them. */
function formsOf(deck: DeckIndex): Map<string, Forms> {
  const forms = new Map<string, Forms>();
  for (const word of new Set(deck.facts.flatMap(factTexts).flatMap(words))) {
    if (!/^[а-я]{4,}$/u.test(word)) continue;
    const root = stem(word);
    const known = forms.get(root) ?? {};
    if (word === root) forms.set(root, { ...known, one: word });
    if (/(?:ов|ев)$/u.test(word) && word !== root) forms.set(root, { ...known, many: word });
  }
  return forms;
}
