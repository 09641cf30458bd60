/**
 * Telegram's HTML. In: our own sentences as templates, other people's text as plain strings. Out: markup that Telegram
 * accepts whatever the strings hold: everything interpolated is escaped unless it is `Html` already.
 */

import { NBSP } from './count.js';

/** Markup that is known to be well-formed. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html;

/** A template of our own words; the dash of our prose never begins a line. */
export function prose(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const words = strings.map((words) => words.replaceAll(' — ', `${NBSP}— `));
  const markup = words.reduce((text, word, i) => text + markupOf(parts[i - 1] ?? '') + word);
  return { markup };
}

const markupOf = (part: Part): string =>
  typeof part === 'object' ? part.markup : escape(String(part));

/** The parts that are there, each on its own line. */
export const lines = (parts: readonly (Html | null)[]): Html => join(parts, '\n');

/** The parts that are there, with a blank line between them. */
export const paragraphs = (parts: readonly (Html | null)[]): Html => join(parts, '\n\n');

/** The parts that are there, with this separator of our own between them. */
export function join(parts: readonly (Html | null)[], separator: string): Html {
  const present = parts.filter((part) => part !== null);
  return { markup: present.map((part) => part.markup).join(separator) };
}

/** What a learner sees of the markup, for lengths. */
export function visible(text: Html): string {
  return text.markup
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
