/**
 * /explain: does it find what people look up, and how fast. Look-ups written by people who had not seen the index, the
 * last of them held out while it was tuned, are asked of this project, of `minisearch` as its documents say to set it up for
 * Russian, and of Postgres (full text in its `russian` configuration, then trigrams). Times are over 7,000 lines, of each look-up the
 * median of five.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import MiniSearch from 'minisearch';
import { stemmer } from '@orama/stemmers/russian';
import { decodeNote, NOTE_LIMIT } from '../dist/notes/decode.js';
import { readLines } from '../dist/notes/markup.js';
import { parseNote } from '../dist/notes/parse.js';
import { skeleton } from '../dist/russian/skeleton.js';
import { openIndex } from '../dist/search/search.js';
import { withDatabase } from './database.mjs';
import { median, mustBe, quantile, timed } from './measure.mjs';
import { syntheticNotes } from './synthetic-notes.mjs';

const PEOPLE = 'test/fixtures/notes/people/';
const LINES = 7_000;
const SYNTHETIC_BYTES = 700_000;
const HITS = 5;
const ROUNDS = 5;

/** The rows of the table. */
export function explain() {
  return withDatabase(async (db) => {
    const queries = JSON.parse(await readFile('test/fixtures/explain/queries.json', 'utf8'));
    const decks = await readDecks([...new Set(queries.map(({ deck }) => deck))]);
    const engines = { project: openProject, minisearch: openMiniSearch, postgres: postgresOn(db) };
    const answers = {};
    for (const [name, open] of Object.entries(engines)) {
      answers[name] = await answerAll(queries, decks, open);
    }
    return [...qualityRows(answers), ...(await timeRows(queries, decks, engines))];
  });
}

async function readDecks(names) {
  const decks = new Map();
  for (const name of names) {
    const paths = [`notes/${name}.txt`, `${PEOPLE}${name}.txt`, `${PEOPLE}${name}.md`];
    const decoded = decodeNote(await readFile(paths.find((path) => existsSync(path))), NOTE_LIMIT);
    decks.set(name, sourceOf(decoded.text));
  }
  return decks;
}

function sourceOf(text) {
  const { facts, sections, gaps } = parseNote(text);
  const empty = new Set(gaps.map(({ line }) => line));
  return {
    facts,
    sections: sections.map((section) => ({ ...section, isEmpty: empty.has(section.line) })),
    lines: readLines(text).map(({ source }) => source),
  };
}

/** This project: hits with all the lines they quote. Only here must an empty section be said to be empty. */
async function openProject(source) {
  const index = openIndex(source);
  return async (query) =>
    index.find(query).hits.map(({ lines, kind }) => ({ lines, isEmpty: kind === 'empty' }));
}

/** Stems and sounds as terms, names before texts, prefixes and slips allowed. */
async function openMiniSearch({ facts, lines }) {
  const terms = new Map(facts.map((fact) => [fact.line, fact.term ?? fact.command ?? '']));
  const index = new MiniSearch({
    fields: ['term', 'text'],
    tokenize: (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [],
    processTerm: (word) => [stemmer(word.toLowerCase()), `~${skeleton(word)}`],
    searchOptions: { boost: { term: 2 }, prefix: true, fuzzy: 0.2 },
  });
  index.addAll(
    lines.flatMap((text, i) =>
      text.trim() === '' ? [] : [{ id: i + 1, text, term: terms.get(i + 1) ?? '' }],
    ),
  );
  return async (query) =>
    index
      .search(query)
      .slice(0, HITS)
      .map(({ id }) => ({ lines: [id], isEmpty: true }));
}

const POSTGRES_QUERY = `
  select line from notes, plainto_tsquery('russian', $1) every,
    to_tsquery('russian', nullif(replace(every::text, '&', '|'), '')) some_of
  where deck = $2 and (words @@ some_of or $1 <% text)
  order by coalesce(ts_rank(words, some_of), 0) + word_similarity($1, text) desc, line limit ${HITS}`;

/** A table of lines with both of Postgres's indexes. */
function postgresOn(db) {
  let decks = 0;
  return async ({ lines }) => {
    decks += 1;
    const deck = decks;
    const pool = db.$client;
    if (deck === 1) {
      await pool.query('create extension pg_trgm');
      await pool.query(
        `create table notes (deck int, line int, text text,
           words tsvector generated always as (to_tsvector('russian', text)) stored)`,
      );
      await pool.query('create index on notes using gin (words)');
      await pool.query('create index on notes using gin (text gin_trgm_ops)');
    }
    await pool.query(
      'insert into notes select $1, line, text from unnest($2::text[]) with ordinality as t(text, line)',
      [deck, lines.map((line) => line.replaceAll('\0', ''))],
    );
    await pool.query('analyze notes');
    return async (query) => {
      const { rows } = await pool.query({
        name: 'explain',
        text: POSTGRES_QUERY,
        values: [query, deck],
      });
      return rows.map(({ line }) => ({ lines: [line], isEmpty: true }));
    };
  };
}

/** By query: the place of the right answer among the hits, from 1, or 0; for what is not in the notes, 1 when nothing came. */
async function answerAll(queries, decks, open) {
  const opened = new Map();
  for (const [name, source] of decks) opened.set(name, await open(source));
  const answers = [];
  for (const query of queries) {
    const hits = await opened.get(query.deck)(query.query);
    answers.push({ ...query, place: placeOf(query, hits) });
  }
  mustBe(answers.length, queries.length, 'look-ups answered');
  return answers;
}

/** The others are not asked to know an empty section; its line is enough of them. */
function placeOf({ expect, also, kind }, hits) {
  if (expect === null) return hits.length === 0 ? 1 : 0;
  const right = [expect.line, ...also];
  const isRight = ({ lines, isEmpty }) =>
    lines.some((line) => right.includes(line)) && (isEmpty || kind !== 'empty-section');
  return hits.findIndex(isRight) + 1;
}

function qualityRows({ project, minisearch, postgres }) {
  const rows = [];
  const add = (what, choose, isRight, reach) => {
    const [ours, floor, other] = [project, minisearch, postgres].map((answers) => {
      const chosen = answers.filter(choose);
      return (100 * chosen.filter(isRight).length) / chosen.length;
    });
    rows.push({
      ...{ what: `/explain, ${what}`, unit: '%', project: ours, floor },
      ...(reach !== undefined && { reach: { projectAtLeast: reach } }),
      note: `Postgres ${other.toFixed(1)} %`,
    });
  };
  const isAsked = ({ expect }) => expect !== null;
  for (const held of [false, true]) {
    const half = held ? 'held out' : 'tuned on';
    const isOf = (query) => query.held === held;
    add(`best hit right, ${half}`, (query) => isOf(query) && isAsked(query), isFirst, 95);
    add(`right among five, ${half}`, (query) => isOf(query) && isAsked(query), isThere, 99);
    add(`nonsense not found, ${half}`, (query) => isOf(query) && !isAsked(query), isFirst, 98);
  }
  const heldOut = project.filter((query) => query.held && isAsked(query));
  for (const kind of new Set(heldOut.map((query) => query.kind))) {
    add(`best hit right, held out, ${kind}`, (query) => query.held && query.kind === kind, isFirst);
  }
  return rows;
}

const isFirst = ({ place }) => place === 1;
const isThere = ({ place }) => place > 0;

async function timeRows(queries, decks, engines) {
  const people = [...decks.values()].flatMap(({ lines }) => lines);
  const lines = [...people, ...syntheticNotes(SYNTHETIC_BYTES).split('\n')].slice(0, LINES);
  mustBe(lines.length, LINES, 'lines');
  const source = sourceOf(lines.join('\n'));
  const measured = {};
  for (const [name, open] of Object.entries(engines)) {
    const indexing = [];
    let find = null;
    // Postgres keeps what it is given: it is filled once.
    for (let round = 0; round < (name === 'postgres' ? 1 : ROUNDS); round += 1) {
      indexing.push(await timed(async () => (find = await open(source))));
    }
    const times = [];
    for (const { query } of queries) {
      const asked = [];
      for (let round = 0; round < ROUNDS; round += 1) asked.push(await timed(() => find(query)));
      times.push(median(asked));
    }
    measured[name] = { index: median(indexing), p50: median(times), p99: quantile(times, 0.99) };
  }
  const { project, minisearch, postgres } = measured;
  const row = (what, key, reach) => ({
    ...{ what: `/explain over ${LINES} lines, ${what}`, unit: 'ms' },
    ...{ project: project[key], floor: minisearch[key], ratio: project[key] / minisearch[key] },
    ...(reach !== undefined && { reach: { projectAtMost: reach } }),
    note: `Postgres ${postgres[key].toFixed(1)} ms`,
  });
  return [row('p50', 'p50'), row('p99', 'p99', 5), row('indexing', 'index', 500)];
}
