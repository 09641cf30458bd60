/**
 * `npm run -s questions -- FILE [--json] [--seed N]`: everything the bot would ask about a file of notes.
 * `-- --health`: which of the questions that were asked fare worst.
 * In: a path. Out: a listing to read, or one JSON object for tools (`--json`). Trouble is one sentence on stderr, exit 1.
 */
import { parseArgs } from 'node:util';
import type { Fact, Note } from '../notes/note.js';
import { openBank } from '../questions/bank.js';
import { factTexts } from '../questions/deck-index.js';
import type { Question } from '../questions/question.js';
import { printTool, readNote, Refusal } from './author-tool.js';

const USAGE =
  'Укажите файл: npm run -s questions -- ФАЙЛ [--json] [--seed ЧИСЛО] — или одно --health';
await printTool(async () => {
  const { path, seed, json, health } = readArguments();
  // Only this report needs a database: a listing does not even load it.
  if (health) return (await import('./health.js')).reportHealth(json);
  const note = readNote(path);
  const questions = openBank(note.facts).all(seed);
  return json ? asJson(note, questions) : listing(note, questions);
});

function readArguments(): { path: string; seed: number; json: boolean; health: boolean } {
  const { values, positionals } = parsedArguments();
  const seed = Number(values.seed ?? 1);
  const { json = false, health = false } = values;
  const [path = '', ...rest] = positionals;
  if (positionals.length !== (health ? 0 : 1) || rest.length > 0) throw new Refusal(USAGE);
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new Refusal('После --seed нужно целое число от 0.');
  }
  return { path, seed, json, health };
}

function parsedArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, health: { type: 'boolean' }, seed: { type: 'string' } },
    });
  } catch {
    throw new Refusal(USAGE);
  }
}

function promptOf({ ask, material }: Question): string {
  return material ? `${ask}\n${material.text}` : ask;
}

function asJson(note: Note, questions: readonly Question[]): string {
  const facts = note.facts.map((fact) => ({
    id: fact.id,
    kind: fact.kind,
    section: fact.section,
    line: fact.line,
    text: textOf(fact),
  }));
  return JSON.stringify({
    facts,
    questions: questions.map(questionJson),
    gaps: note.gaps,
    unused: note.unused,
  });
}

function questionJson(question: Question): object {
  const { id, factId, kind, section, line, source } = question;
  return {
    id,
    factId,
    kind,
    prompt: promptOf(question),
    ...(question.form === 'choice' && {
      choices: question.choices.map(({ text, correct }) => ({ text, correct })),
    }),
    ...(question.form === 'typed' && { accepted: question.accepted }),
    answer: question.answer.text,
    section,
    line,
    source,
  };
}

/** A fact in one line: what it is about and what it says. */
function textOf(fact: Fact): string {
  const said = factTexts(fact).join('; ');
  switch (fact.kind) {
    case 'definition':
      return `${fact.term} — ${said}`;
    case 'command':
      return `${fact.command} — ${said}`;
    case 'code':
      return `${fact.code} — ${said}`;
    case 'date':
      return `${fact.date} — ${said}`;
    case 'explanation':
      return `${fact.question} — ${said}`;
    case 'list':
      return `${fact.title}: ${said}`;
    case 'statement':
    case 'item':
      return said;
  }
}

function listing(note: Note, questions: readonly Question[]): string {
  const shown = questions.map((question, i) => {
    const header = [`${i + 1}. ${question.kind}`, question.section, `строка ${question.line}`];
    return [header.filter(Boolean).join(' · '), promptOf(question), ...answersOf(question)].join(
      '\n',
    );
  });
  const gaps = note.gaps.map(({ section, line }) => `пустой раздел, строка ${line}: ${section}`);
  const unused = note.unused.map(({ line, text, reason }) => `${reason}, строка ${line}: ${text}`);
  const facts = `фактов ${note.facts.length}, вопросов ${questions.length}`;
  return [...shown, gaps.join('\n'), unused.join('\n'), facts].filter(Boolean).join('\n\n');
}

function answersOf(question: Question): readonly string[] {
  switch (question.form) {
    case 'choice':
      return question.choices.map(({ text, correct }) => `  ${correct ? '✓' : '·'} ${text}`);
    case 'typed':
      return question.accepted.map((text) => `  ✍ ${text}`);
    case 'recall':
      return question.items.map((text) => `  → ${text}`);
  }
}
