/**
 * PURE questions → a text file that Anki imports without asking: separator, HTML and columns stand in its first lines. The
 * fact is the note's guid, so that a later file brings the same notes up to date. The type of note is the reader's own:
 * its name depends on the language of their Anki.
 */
import type { Piece, Question } from '../questions/question.js';
import { redact } from '../questions/redact.js';

/** One fact to be asked. */
export interface AnkiNote {
  /** Permanent id of the fact. */
  readonly factId: string;
  /** Title of the notes. */
  readonly deck: string;
  readonly section: string | null;
  readonly question: Question;
}

const HEADER = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#deck column:2',
  '#tags column:5',
  '#columns:guid\tdeck\tfront\tback\ttags',
];

/** The whole file. */
export const ankiFile = (notes: readonly AnkiNote[]): string =>
  `${[...HEADER, ...notes.map(lineOf)].join('\n')}\n`;

function lineOf({ factId, deck, section, question }: AnkiNote): string {
  const { ask, material, line, source } = question;
  const front = [
    `<b>${escape(ask)}</b>`,
    ...(material === null ? [] : [piece(material)]),
    ...optionsOf(question),
  ];
  const proof = `строка ${line}: ${escape(redact(source))}`;
  const back = [...answerOf(question), `<small>${proof}</small>`];
  const tags = [tag(deck), ...(section === null ? [] : [tag(section)])].join(' ');
  return [`konspekt-${factId}`, deckName(deck), front.join('<br>'), back.join('<br>'), tags]
    .map(field)
    .join('\t');
}

/** What asks for one of its options shows them. */
const CHOSEN: readonly Question['kind'][] = ['member', 'oddone', 'tf', 'tfflip'];

const optionsOf = (question: Question): string[] =>
  question.form === 'choice' && CHOSEN.includes(question.kind)
    ? question.choices.map((choice) => `• ${piece(choice)}`)
    : [];

const answerOf = (question: Question): string[] =>
  question.form === 'recall'
    ? question.items.map((item) => escape(item))
    : [piece(question.answer)];

const piece = ({ text, code }: Piece): string =>
  code ? `<code>${escape(text)}</code>` : escape(text);

/** No tab, no line break, and quotes only where a whole field is quoted. */
const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const escape = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');

/** Control signs have no place in a file of lines and tabs. */
const clean = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ').trim();

/** `::` would make decks within decks. */
const deckName = (title: string): string =>
  clean(title).replace(/\s+/gu, ' ').replaceAll('::', ': :') || 'Конспект';

/** Anki parts tags at spaces, and makes a tree of those with `::`. */
const tag = (text: string): string => clean(text).replace(/\s+/gu, '_').replaceAll('::', ':');
