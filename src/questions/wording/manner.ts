/**
 * What a note says of its terms: what they are, what they do, or anything else (where it is, what to do then, examples).
 * In: a name and its description. Out: the manner, which decides how the pair is asked about; nothing of the deck.
 */
import { pattern } from '../../russian/pattern.js';
import { hasFiniteVerb } from '../../notes/grammar/verbs.js';
import { formOf } from './form.js';
import { openingOf } from './opening.js';

/** «реестр образов», «делит слово» · `COMMIT` «зафиксировать» · «в тень, дать воды», «на старых деревьях», «лук, чеснок» */
export type Manner = 'definition' | 'deed' | 'remark';

const REMARKS: ReadonlySet<string> = new Set(['infinitive', 'adverbial', 'value', 'we do']);
const LATIN = /^[^\p{Script=Cyrillic}]*[A-Za-z][^\p{Script=Cyrillic}]*$/u;

/** How a description speaks of its name. */
export function mannerOf({ name, text }: { readonly name: string; readonly text: string }): Manner {
  const opening = openingOf(text);
  if (opening === 'infinitive' && LATIN.test(name)) return 'deed';
  return REMARKS.has(opening) || isEnumeration(text) ? 'remark' : 'definition';
}

const ASIDE = /\s*\([^()]*\)/gu;
/** «Большая Медведица»; more words say something about the first one. */
const MEMBER_WORDS = 2;
/** Two members are single words: «процесс, обратный окислению» is a definition. */
const FEW_MEMBERS = 2;

/** «гранит, базальт», «доход, власть, престиж»: names side by side, of which none says what the others are. */
export function isEnumeration(text: string): boolean {
  const members = text
    .replace(ASIDE, '')
    .split(/[,;]\s+|\s+или\s+/u)
    .flatMap((member, i, all) => (i === all.length - 1 ? member.split(/\s+и\s+/u) : [member]))
    .map((member) => member.trim());
  const counts = members.map((member) => member.split(/\s+/u).length);
  if (members.length < FEW_MEMBERS || Math.max(...counts) > MEMBER_WORDS) return false;
  if (members.length === FEW_MEMBERS && Math.max(...counts) > 1) return false;
  return members.every(isName);
}

/** «связанных общей целью» tells more of what stands before it. */
const PARTICIPLE = pattern(
  /^\p{L}+(?:[аяеё]нн|вш|[уюая]щ)(?:ый|ий|[ая]я|[ео]е|[ыи]е|[ео]го|[ео]й|[ыи]х|[ыи]м|ую)(?:ся)?(?!\p{L})/iu,
);

const isName = (member: string): boolean =>
  /[\p{L}\p{N}]{2}/u.test(member) &&
  formOf(member) === 'noun' &&
  !hasFiniteVerb(member) &&
  !PARTICIPLE.test(member);
