/**
 * `npm run -s questions -- --health [--json]`: the questions that fare worst with the people who answer them.
 * In: the settings of the bot, whose database is read. Out: a list for the owner, worst first, in Russian, or JSON; a
 * database that cannot be opened is a `Refusal`. Nobody's name is in it.
 */
import { ConfigError, readConfig } from '../config.js';
import { DatabaseError } from '../db/database-error.js';
import { openDatabase } from '../db/database.js';
import { worstQuestions, type QuestionHealth } from '../db/health.js';
import { createLog } from '../log.js';
import { Refusal } from './author-tool.js';

const SHOWN = 30;

/** The report. */
export async function reportHealth(isJson: boolean): Promise<string> {
  const worst = await readHealth().catch((error: unknown) => {
    const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
    throw isExpected ? new Refusal(error.message) : error;
  });
  if (isJson) return JSON.stringify(worst.map(summaryOf), null, 2);
  if (worst.length === 0) return 'Плохих вопросов не видно.';
  return ['Вопросы, на которые стоит взглянуть:', ...worst.map(entry)].join('\n\n');
}

async function readHealth(): Promise<QuestionHealth[]> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.database, createLog('warn'));
  return worstQuestions(database.db, SHOWN).finally(() => database.close());
}

const promptOf = ({ question: { ask, material } }: QuestionHealth): string =>
  material === null ? ask : `${ask} ${material.text}`;

function entry(it: QuestionHealth, i: number): string {
  const { question, deckTitle, answered, right, credited, disliked, unchosen } = it;
  const counts = [
    ...(disliked > 0 ? [`👎 ${disliked}`] : []),
    `верно ${right} из ${answered}`,
    ...(credited > 0 ? [`засчитано ${credited}`] : []),
  ];
  return [
    `${i + 1}. ${promptOf(it).replaceAll('\n', ' ')}`,
    `   Ответ: ${question.answer.text}`,
    `   ${counts.join(' · ')}`,
    ...(unchosen.length > 0
      ? [`   Никто не выбирает: ${unchosen.map((text) => `«${text}»`).join(', ')}`]
      : []),
    `   ${deckTitle}, строка ${question.line} · ${question.id}`,
  ].join('\n');
}

const summaryOf = (it: QuestionHealth) => ({
  questionId: it.question.id,
  kind: it.question.kind,
  prompt: promptOf(it),
  answer: it.question.answer.text,
  deck: it.deckTitle,
  line: it.question.line,
  answered: it.answered,
  right: it.right,
  credited: it.credited,
  disliked: it.disliked,
  unchosen: it.unchosen,
});
