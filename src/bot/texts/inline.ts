/** A place of the notes as a card of the inline mode: what the list shows, and what is sent when it is chosen. */
import { redact } from '../../questions/redact.js';
import type { Explanation } from '../../study/explanation.js';
import type { Html } from '../html.js';
import { label } from '../note-text.js';
import { explanationText } from './explain.js';

export interface InlineCard {
  /** Tells it from the other cards of a list. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: Html;
}

const LONGEST = { title: 60, description: 120 };

export function inlineCard(place: Explanation): InlineCard {
  const quote = place.quote.map(({ text }) => text.trim()).join(' · ');
  return {
    id: `${place.deckId}:${place.line}`,
    title: label(redact(place.title), LONGEST.title),
    description: label(redact(quote), LONGEST.description),
    text: explanationText(place),
  };
}

/** Over an empty list; leads to the private chat. */
export const NOTHING_FOUND = 'В конспекте этого нет';
