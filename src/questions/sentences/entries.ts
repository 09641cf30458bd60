/**
 * Entries of lists as options: which may stand beside each other, and which of other lists are surely wrong.
 */
import type { Item, List } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { saysTheSame } from '../options/pairs.js';
import { isPersonal } from '../redact.js';
import { presentable, shorten, withoutAsides } from '../wording/display.js';
import { isStatement } from './sentence.js';
import { openingOf } from '../wording/opening.js';
import { hasKin } from '../wording/kin.js';

const LONGEST_OPTION = 100;
const SHORTEST_OPTION = 3;
const LONGEST_NAME = 40;

export interface Entry {
  readonly text: string;
  readonly list: List;
}

/** Lists that have enough entries to ask about. */
export const askableLists = (deck: DeckIndex): readonly List[] =>
  deck.memo('askable-lists', () => deck.ofKind('list').filter((list) => list.items.length >= 3));

/** The list an item stands in. */
export function listOf(item: Item, deck: DeckIndex): List | undefined {
  const lists = deck.memo('lists-by-item', () => {
    const byItem = new Map<string, List>();
    for (const list of askableLists(deck)) {
      for (const text of list.items) byItem.set(itemKey(list.section, list.title, text), list);
    }
    return byItem;
  });
  return lists.get(itemKey(item.section, item.list, item.text));
}

const itemKey = (...parts: readonly (string | null)[]): string => parts.join('\n');

/** An entry as an option: short, without brackets; null when it cannot be one. */
export function entryText(text: string, deck: DeckIndex): string | null {
  const shown = shorten(stepText(text, deck), LONGEST_OPTION);
  if (shown === null || shown.length < SHORTEST_OPTION || isPersonal(shown)) return null;
  return /[=;{}<>|$→⇒]/u.test(shown) ? null : shown;
}

/** An entry without its brackets, beginning with a small letter unless it begins with a name. */
export const stepText = (text: string, deck: DeckIndex): string =>
  presentable(withoutAsides(text), deck).replace(/^[А-ЯЁ](?= )/u, (letter) => letter.toLowerCase());

/** Entries of a list as options. */
export const entriesOf = (list: List, deck: DeckIndex): readonly Entry[] =>
  deck.once('entries', list, () =>
    list.items.flatMap((item) => {
      const text = entryText(item, deck);
      return text === null ? [] : [{ text, list }];
    }),
  );

/** Words that sort lists: two lists of «виды …» could share entries that are right in both. */
const TYPE_WORDS =
  /вид|тип|метод|способ|свойств|команд|этап|шаг|признак|функци|причин|принцип|особенност|пример|задач|фактор|правил|част|элемент|компонент|возможност/giu;

/** What is good or bad about a thing is open-ended: a kind word of any other list might be one more entry. */
const JUDGES = /преимуществ|достоинств|недостат|плюс|минус/iu;

/** What belongs under such a title is for the author alone to say. */
const CATCH_ALL =
  /понят|термин|определен|полезн|важн|главн|основн|общ(?:ее|ие)|разн(?:ое|ые)|проч|друг|ещё|еще|кратк|лекц|тем[аы]|урок|глав[аы]|вопрос|замет|конспект|шпаргал|введен|сюда|ссылк/iu;

/** A list of names («Виды сетей»: bridge, host): statements of different lists are told apart without any knowledge. */
const namesThings = (list: List, deck: DeckIndex): boolean =>
  deck.once(
    'names-things',
    list,
    () =>
      !list.isSequence &&
      !JUDGES.test(list.title) &&
      entriesOf(list, deck).every(({ text }) => text.length <= LONGEST_NAME && !isStatement(text)),
  );

const sortsOf = (list: List, deck: DeckIndex): ReadonlySet<string> =>
  deck.once(
    'sorts',
    list,
    () => new Set((list.title.match(TYPE_WORDS) ?? []).map((word) => word.toLowerCase())),
  );

const ADJECTIVE = /^[\p{L}-]{3,}(?:[ыи]й|ой|[ая]я|[ое]е|ые|[кгх]ие)(?=$|,)/u;
const CAMEL = /[a-z][A-Z]/;

/** The look of an entry: a bare adjective among nouns or `readinessProbe` among `kubelet` would be seen at once. */
export function shapeOf(text: string): string {
  if (ADJECTIVE.test(text)) return 'adjective';
  if (/\p{Script=Cyrillic}/u.test(text)) return openingOf(text);
  if (/_/.test(text)) return 'underscored';
  return CAMEL.test(text) ? 'camel' : 'latin';
}

/** Are all entries of `other` surely not entries of `list`? */
function areDisjoint(list: List, other: List, deck: DeckIndex): boolean {
  if (list === other || list.title === other.title || !namesThings(other, deck)) return false;
  const sorts = sortsOf(list, deck);
  if ([...sortsOf(other, deck)].some((sort) => sorts.has(sort))) return false;
  return !entriesOf(other, deck).some(({ text }) =>
    list.items.some((item) => saysTheSame(item, text, deck, false)),
  );
}

/** More lists than this around one tempt no better, and a file of thousands of them would take minutes. */
const MOST_LISTS = 100;

function listsNear(list: List, deck: DeckIndex): readonly List[] {
  const lists = askableLists(deck);
  const from = Math.max(0, lists.indexOf(list) - MOST_LISTS / 2);
  return lists.slice(from, from + MOST_LISTS);
}

/** «Проверяем», «умеет»: what is said under a verb is no list of things. */
const DEEDS: ReadonlySet<string> = new Set(['it does', 'they do', 'we do', 'infinitive']);
const tellsDeed = (title: string): boolean => DEEDS.has(openingOf(title));

/** Entries of other lists that may stand as strangers beside the entries of this one. */
export const strangersTo = (list: List, deck: DeckIndex): readonly Entry[] =>
  deck.once('strangers', list, () => {
    if (!namesThings(list, deck) || CATCH_ALL.test(list.title) || tellsDeed(list.title)) return [];
    const title = deck.stems(list.title);
    const shapes = new Set(entriesOf(list, deck).map(({ text }) => shapeOf(text)));
    return listsNear(list, deck)
      .filter((other) => areDisjoint(list, other, deck))
      .flatMap((other) => entriesOf(other, deck))
      .filter(
        ({ text }) =>
          shapes.has(shapeOf(text)) && ![...deck.stems(text)].some((stem) => hasKin(stem, title)),
      );
  });
