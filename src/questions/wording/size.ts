/**
 * How much of a phone a question takes. Mirrors the layout of the chat: header, prompt, material, then the options,
 * which stand in the text only when one of them is too long for a button.
 */
import type { Question } from '../question.js';

/** A line of a phone. */
const LINE = 35;
const LONGEST_BUTTON = 24;
/** An option longer than this asks for blank lines between the options. */
const AIRY_OPTION = 35;
/** «Вопрос 20 из 20 · » before the section. */
const HEADER = 16;
const TYPE_HINT_LINES = 2;

export const LIMITS = {
  signs: 450,
  lines: 18,
  typedLines: 9,
  option: 100,
  prompt: 300,
  leastPrompt: 12,
} as const;

function linesOf(text: string): number {
  let lines = 0;
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines += Math.max(1, Math.ceil((to - from) / LINE));
    from = to + 1;
  }
  return lines;
}

/** Lines of an option behind its letter. */
export const optionLines = (text: string): number => linesOf(`А) ${text}`);

/** Signs and lines that a list of options adds to the text of a question. */
export const optionsSize = (texts: readonly string[]): Size =>
  sizeOfOptions(texts.map((text) => ({ length: text.length, lines: optionLines(text) })));

export interface Size {
  readonly signs: number;
  readonly lines: number;
}

/** `optionsSize` of options whose lengths and lines are known. */
export function sizeOfOptions(
  options: readonly { readonly length: number; readonly lines: number }[],
): Size {
  let longest = 0;
  for (const { length } of options) longest = Math.max(longest, length);
  if (longest <= LONGEST_BUTTON) return NOTHING;
  const gaps = longest > AIRY_OPTION ? options.length - 1 : 0;
  let signs = gaps + 1;
  let lines = gaps + 1;
  for (const option of options) {
    // «А) » before and the end of the line behind.
    signs += option.length + 4;
    lines += option.lines;
  }
  return { signs, lines };
}

const NOTHING: Size = { signs: 0, lines: 0 };

/** Signs and lines of header, prompt and material. */
export function promptSize(question: Pick<Question, 'section' | 'ask' | 'material'>): Size {
  const section = question.section ?? '';
  const headerLines = section.length + HEADER > LINE ? 1 + linesOf(section) : 1;
  const material = question.material?.text;
  return {
    signs: HEADER + section.length + question.ask.length + (material?.length ?? 0) + 4,
    lines:
      headerLines + 1 + linesOf(question.ask) + (material === undefined ? 0 : linesOf(material)),
  };
}

/** Does the question fit a screen of a phone (half of it while the keyboard is up)? */
export function fitsPhone(question: Question): boolean {
  const prompt = promptSize(question);
  if (question.form === 'recall') return prompt.signs <= LIMITS.signs;
  if (question.form === 'typed') {
    return prompt.signs <= LIMITS.signs && prompt.lines + TYPE_HINT_LINES <= LIMITS.typedLines;
  }
  const options = optionsSize(question.choices.map((choice) => choice.text));
  return (
    prompt.signs + options.signs <= LIMITS.signs && prompt.lines + options.lines <= LIMITS.lines
  );
}
