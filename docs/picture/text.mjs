/**
 * Text of a message → lines that fit a bubble. Widths are those of Roboto, which phones' own typefaces hardly exceed:
 * an SVG cannot wrap text by itself, and nobody knows the typeface it will be seen in.
 */

/** Advance widths in hundredths of the size. */
const WIDTHS = [
  [20, "',"],
  [24, ';j'],
  [28, ' !-.:I[]il|·\u00a0'],
  [36, '`‹›"()frt{}„“'],
  [44, '*/\\^г'],
  [48, '?_yу«»'],
  [52, '<ksvxzзтх'],
  [56, '=>FJLacehnuГабексчьэяё'],
  [60, '$+0123456789ESTZbdgopqЕЗТвийлнопрцЁ'],
  [64, '#&BKPRVXYБВРУХЬЯдъ'],
  [72, 'ACDGHNOQUАИЙКЛНОПСЧЭ…'],
  [80, '%wДФЦЪжмфы—'],
  [92, '@mMМЮшщюWЫЖ'],
  [100, 'ШЩ'],
];
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, signs]) => [...signs].map((it) => [it, width])));
const MONO = 62;
const WIDEST = 100;
const BOLD = 1.05;

/** Signs that are drawn, because not every machine has them: they stand at the start of a line only. */
export const DRAWN = ['✅', '🟡', '❌', '📖', '✍️'];

/** Width in hundredths of the size. */
export function widthOf(text, style = {}) {
  if (style.code) return text.length * MONO;
  const width = [...text].reduce((sum, sign) => sum + (WIDTH_OF.get(sign) ?? WIDEST), 0);
  return style.bold ? width * BOLD : width;
}

/**
 * Lines of a message: `{ icon, runs: [{ text, bold, italic, code }], quoted, width }`; width in hundredths of the size.
 * `room` gives the width of a quoted and of a plain line.
 */
export function linesOf({ text, entities = [] }, room) {
  const lines = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const quoted = entities.some((it) => it.type.includes('blockquote') && covers(it, start));
    const icon = DRAWN.find((it) => line.startsWith(it)) ?? null;
    const from = icon === null ? 0 : icon.length + 1;
    const words = wordsOf(line.slice(from), { start: start + from, entities });
    lines.push(...wrap(words, { icon, quoted, room: quoted ? room.quoted : room.plain }));
    start += line.length + 1;
  }
  return lines;
}

const covers = ({ offset, length }, place) => offset <= place && place < offset + length;

/** Words with the spaces after them, each in pieces of one style. */
function wordsOf(line, { start, entities }) {
  const styleAt = (place) => {
    const has = (type) => entities.some((it) => it.type === type && covers(it, place));
    return { bold: has('bold'), italic: has('italic'), code: has('code') };
  };
  return [...line.matchAll(/[^ ]+ */g)].map(({ 0: word, index }) =>
    [...word].reduce((runs, sign, i) => addRun(runs, sign, styleAt(start + index + i)), []),
  );
}

function addRun(runs, text, style) {
  const last = runs.at(-1);
  const isSame = last && ['bold', 'italic', 'code'].every((name) => last[name] === style[name]);
  return isSame
    ? [...runs.slice(0, -1), { ...last, text: last.text + text }]
    : [...runs, { text, ...style }];
}

const ICON = 150;

function wrap(words, { icon, quoted, room }) {
  const lines = [{ icon, quoted, runs: [], width: icon === null ? 0 : ICON }];
  for (const word of words) {
    const width = word.reduce((sum, run) => sum + widthOf(run.text, run), 0);
    if (lines.at(-1).width + width - 28 > room && lines.at(-1).runs.length > 0) {
      lines.push({ icon: null, quoted, runs: [], width: 0 });
    }
    const line = lines.at(-1);
    line.width += width;
    for (const run of word) line.runs = addRun(line.runs, run.text, run);
  }
  return lines;
}
