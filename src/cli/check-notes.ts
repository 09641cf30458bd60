/**
 * `npm run -s check-notes -- FILE`: what an import of this file would give, for the author of the notes, in Russian.
 * In: a file name. Out: the report on stdout; trouble is one sentence on stderr and exit code 1.
 */
import { readFile } from 'node:fs/promises';
import { decodeNote, type DecodeFailure } from '../notes/decode.js';
import type { Fact, UnusedReason } from '../notes/note.js';
import { parseNote } from '../notes/parse.js';
import { type NoteReport, reportOn } from '../notes/report.js';
import { openBank } from '../questions/bank.js';
import { plural } from '../russian/plural.js';

const FAILURES: Record<DecodeFailure, string> = {
  'too-big': 'Файл больше 1 МБ. Разделите его на части.',
  binary: 'Это не текст. Нужен текстовый файл: .txt или .md.',
  empty: 'Файл пустой.',
};

const REASONS: Record<UnusedReason, string> = {
  ruler: 'черта',
  mark: 'знак без текста',
  markup: 'разметка',
  code: 'код без пояснения',
  duplicate: 'это уже сказано выше',
  'no-separator': 'нет тире между термином и определением',
  'too-short': 'слишком коротко, чтобы спросить',
  'too-long': 'слишком длинно, чтобы спросить: разбейте на предложения',
  unfinished: 'фраза не закончена',
  'no-meaning': 'не похоже на текст',
};

const QUOTE_LENGTH = 80;

/** How many facts have a question the bot can check, and how many are for self-grading. */
function countChecked(facts: readonly Fact[]): { checked: number; recalled: number } {
  const bank = openBank(facts);
  const checked = facts.filter((fact) =>
    bank.questionsFor(fact.id, 1).some((question) => question.form !== 'recall'),
  ).length;
  return { checked, recalled: facts.length - checked };
}

function render(
  report: NoteReport,
  { checked, recalled }: { checked: number; recalled: number },
): string {
  const { facts, gaps, unclear, conflicts } = report;
  const blocks = [
    [
      `${facts} ${plural(facts, 'факт', 'факта', 'фактов')}`,
      `С проверкой ответа — ${checked}, «вспомните сами» — ${recalled}.`,
    ],
    gaps.length === 0
      ? ['Пустых разделов нет.']
      : [
          `Пустых разделов — ${gaps.length}:`,
          ...gaps.map((gap) => `  строка ${gap.line}: ${gap.section}`),
        ],
    unclear.length === 0
      ? ['Неразобранных строк нет.']
      : [
          `Неразобранных строк — ${unclear.length}:`,
          ...unclear.map(
            ({ line, text, reason }) => `  строка ${line}: «${quote(text)}» — ${REASONS[reason]}`,
          ),
        ],
  ];
  if (conflicts.length > 0) {
    blocks.push([
      `Терминов с двумя определениями — ${conflicts.length}:`,
      ...conflicts.flatMap(({ term, definitions }) => [
        `  ${term}`,
        ...definitions.map(({ line, text }) => `    строка ${line}: ${quote(text)}`),
      ]),
    ]);
  }
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function quote(text: string): string {
  const letters = [...text];
  return letters.length <= QUOTE_LENGTH ? text : `${letters.slice(0, QUOTE_LENGTH).join('')}…`;
}

/** A sentence for the author when there is nothing to report, or the report. */
async function check(file: string | undefined): Promise<{ ok: boolean; text: string }> {
  if (file === undefined)
    return { ok: false, text: 'Укажите файл: npm run -s check-notes -- ФАЙЛ' };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return { ok: false, text: `Не получилось прочитать файл «${file}».` };
  }
  const decoded = decodeNote(bytes);
  if (!decoded.ok) return { ok: false, text: FAILURES[decoded.reason] };
  const note = parseNote(decoded.text);
  if (note.facts.length === 0) {
    return {
      ok: false,
      text: 'Спрашивать пока не о чем: нет строк вида «Термин - определение», команд и списков.',
    };
  }
  return { ok: true, text: render(reportOn(note), countChecked(note.facts)) };
}

const { ok, text } = await check(process.argv[2]);
if (ok) process.stdout.write(`${text}\n`);
else {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
