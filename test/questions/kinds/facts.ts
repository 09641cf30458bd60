/** Facts made by hand for the tests of question kinds: only what the test is about has to be said. */
import type {
  Command,
  DatedEvent,
  Definition,
  Explanation,
  Fact,
  Item,
  List,
  Statement,
} from '../../../src/notes/note.js';

let count = 0;

function base(section: string | null) {
  count += 1;
  return { id: `f${count}`, section, line: count, weight: 0 as const };
}

export const statement = (
  text: string,
  { section = null as string | null, subject = null as string | null } = {},
): Statement => ({ ...base(section), kind: 'statement', text, subject, source: text });

export const definition = (
  term: string,
  text: string,
  section: string | null = null,
): Definition => ({
  ...base(section),
  kind: 'definition',
  term,
  text,
  source: `${term} - ${text}`,
});

export const command = (line: string, purpose: string): Command => ({
  ...base(null),
  kind: 'command',
  command: line,
  purpose,
  source: `${line}  - ${purpose}`,
});

export const explanation = (question: string, answer: string): Explanation => ({
  ...base(null),
  kind: 'explanation',
  question,
  answer,
  source: `${question} - ${answer}`,
});

export const dated = (date: string, event: string): DatedEvent => ({
  ...base(null),
  kind: 'date',
  date,
  event,
  source: `${date} - ${event}`,
});

/** A list and its items, as the parser gives them: the list first. */
export function list(
  title: string,
  items: readonly string[],
  isSequence = false,
): [List, ...Item[]] {
  const source = [title, ...items].join('\n');
  const whole: List = { ...base(title), kind: 'list', title, items, isSequence, source };
  const entries = items.map((text, i): Item => ({
    ...base(title),
    kind: 'item',
    text,
    list: title,
    number: i + 1,
    source: text,
  }));
  return [whole, ...entries];
}

/** Facts that share no word with any other: they only make a deck larger. */
export const filler = (many: number): Fact[] =>
  Array.from({ length: many }, (_, i) => definition(`Термин${i}`, `пояснение${i} к слову${i}`));
