/** Links that open the bot at a place. In: what stands behind `?start=`. Out: where it leads; null for anything else. */

/** Where a link leads. */
export type Link =
  | { readonly kind: 'deck'; readonly deckId: string }
  /** A section by its place in the notes. */
  | { readonly kind: 'topic'; readonly deckId: string; readonly index: number }
  /** Questions at once: of a deck, or of a section of one. An id may end like the number of a section: both are tried. */
  | {
      readonly kind: 'quiz';
      readonly deckId: string;
      readonly section: { readonly deckId: string; readonly index: number } | null;
    }
  /** Words to look up. */
  | { readonly kind: 'term'; readonly query: string };

const DECK = /^d_([A-Za-z0-9_-]{1,40})$/u;
const TOPIC = /^t_([A-Za-z0-9_-]{1,40})_(0|[1-9]\d{0,3})$/u;
const QUIZ = /^q_((?:([A-Za-z0-9_-]{1,40})_(0|[1-9]\d{0,3}))|[A-Za-z0-9_-]{1,40})$/u;
/** Telegram's limit of a payload leaves so many signs for the words, as base64url of UTF-8. */
const TERM = /^e_([A-Za-z0-9_-]{1,62})$/u;

/** Reads the payload of /start. */
export function readLink(payload: string): Link | null {
  const words = payload.trim();
  const topic = TOPIC.exec(words);
  if (topic !== null) return { kind: 'topic', deckId: topic[1] ?? '', index: Number(topic[2]) };
  const quiz = QUIZ.exec(words);
  if (quiz !== null) {
    const [, deckId = '', ofSection, index] = quiz;
    const section = ofSection === undefined ? null : { deckId: ofSection, index: Number(index) };
    return { kind: 'quiz', deckId, section };
  }
  const query = termIn(TERM.exec(words)?.[1] ?? '');
  if (query !== null) return { kind: 'term', query };
  const deckId = DECK.exec(words)?.[1];
  return deckId === undefined ? null : { kind: 'deck', deckId };
}

/** The words behind base64url; null when it holds none. */
function termIn(encoded: string): string | null {
  const bytes = Buffer.from(encoded, 'base64url');
  if (bytes.toString('base64url') !== encoded) return null;
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    return /[\p{L}\p{N}]/u.test(words) && !/\p{Cc}/u.test(words) ? words : null;
  } catch {
    return null;
  }
}

/** The address of a section. */
export const linkToTopic = (username: string, deckId: string, index: number): string =>
  `https://t.me/${username}?start=t_${deckId}_${index}`;

/** The address of a deck, for somebody else. */
export const linkToDeck = (username: string, deckId: string): string =>
  `https://t.me/${username}?start=d_${deckId}`;
