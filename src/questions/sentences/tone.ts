/**
 * The tone of a claim: notes say what is possible, so a claim with «нельзя» would always be a turned one.
 * In: a turned sentence and the true one. Out: does the turned one stand out by a tone that no note of the deck has?
 */
import { pattern } from '../../russian/pattern.js';
import type { DeckIndex } from '../deck-index.js';
import { sayings } from './gap.js';

/** Words that forbid, and words that leave but one. */
const TONES: readonly RegExp[] = [
  pattern(
    /(?<!\p{L})(?:нельзя|невозмож\p{L}*|запрещ\p{L}*|никогда|не (?:может|могут|нужн\p{L}+))(?!\p{L})/iu,
  ),
  pattern(/(?<!\p{L})(?:только |лишь |ровно )?(?:один|одна|одно|одну)(?!\p{L})/iu),
];

/** In fewer statements than this nobody notices a tone. */
const MANY_STATEMENTS = 6;

/** Has the turned sentence a tone that the true one lacks, and every true sentence of the deck too? */
export const tellsByTone = (turned: string, text: string, deck: DeckIndex): boolean =>
  deck.ofKind('statement').length >= MANY_STATEMENTS &&
  TONES.some((tone, i) => tone.test(turned) && !tone.test(text) && !knownTones(deck).has(i));

/** Tones that true sentences of the deck have. */
const knownTones = (deck: DeckIndex): ReadonlySet<number> =>
  deck.memo(
    'tones',
    () =>
      new Set(
        TONES.flatMap((tone, i) => (sayings(deck).some((text) => tone.test(text)) ? [i] : [])),
      ),
  );
