/**
 * `npm run -s check-notes -- FILE`: what an import of this file would give, for the author of the notes, in Russian;
 * `-- --missing`: what learners looked for in vain.
 * In: a file name. Out: the report on stdout; trouble is one sentence on stderr and exit code 1.
 */
import type { Fact } from '../notes/note.js';
import { NOTHING_TO_ASK, UNUSED_REASONS } from '../notes/advice.js';
import { type NoteReport, reportOn } from '../notes/report.js';
import { openBank } from '../questions/bank.js';
import { plural } from '../russian/plural.js';
import { printTool, readNote, Refusal } from './author-tool.js';

const QUOTE_LENGTH = 80;

/** How many facts have a question the bot can check, and how many are for self-grading. */
function countChecked(facts: readonly Fact[]): { checked: number; recalled: number } {
  const bank = openBank(facts);
  const checked = facts.filter(({ id }) => bank.isChecked(id, 1)).length;
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
            ({ line, text, reason }) =>
              `  строка ${line}: «${quote(text)}» — ${UNUSED_REASONS[reason]}`,
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

await printTool(async () => {
  const path = process.argv[2];
  // Only this report needs a database: the check of a file does not even load it.
  if (path === '--missing') return (await import('./missing.js')).reportMissing();
  if (path === undefined) throw new Refusal('Укажите файл: npm run -s check-notes -- ФАЙЛ');
  const note = readNote(path);
  if (note.facts.length === 0) {
    throw new Refusal(NOTHING_TO_ASK);
  }
  return render(reportOn(note), countChecked(note.facts));
});
