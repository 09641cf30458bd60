/**
 * From the bytes of notes to every question about every fact. Floor: cutting the same text into lines and stemming each
 * of its words once, which no reader of Russian can do without. Every size is built in a process of its own: «cold» is
 * the first time, when Node has still to compile the code, «warm» the median of later times.
 */
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { inFreshProcess } from './fresh-process.mjs';
import { inTurns, timed } from './measure.mjs';
import { syntheticNotes } from './synthetic-notes.mjs';

const SMALL = 6_000;
const LARGE = 570_000;

/** The rows of the table. */
export async function bank() {
  const small = await inFreshProcess('bank', 'small');
  const deck = await inFreshProcess('bank', 'deck');
  const large = await inFreshProcess('bank', 'large');
  const imported = await inFreshProcess('bank', 'import');
  const warm = { unit: 'ms', reach: { projectAtMost: 60 } };
  return [
    { what: 'bank from 6 kB of notes, warm', ...warm, ...small.warm, note: small.note },
    { what: 'bank from 6 kB of notes, cold', unit: 'ms', ...small.cold },
    { what: 'bank from our deck, warm', unit: 'ms', ...deck.warm, note: deck.note },
    {
      ...{ what: '570 kB of notes read and counted: what an import waits for', unit: 'ms' },
      ...{ ...imported.cold, reach: { projectAtMost: 1500 }, note: imported.note },
    },
    {
      ...{ what: 'bank from 570 kB of notes, cold', unit: 'ms', ...large.cold },
      ...{ reach: { projectAtMost: 1500 }, note: large.note },
    },
    {
      ...{ what: 'bank from 570 kB of notes, peak RSS', unit: 'MB', ...large.memory },
      ...{ reach: { projectAtMost: 300 } },
    },
  ];
}

/** What the fresh process does. */
export async function inside(size) {
  const bytes = await notesOf(size);
  const idle = peakMegabytes();
  const { decodeNote } = await import('../dist/notes/decode.js');
  const { parseNote } = await import('../dist/notes/parse.js');
  const { openBank } = await import('../dist/questions/bank.js');
  const { stemmer } = await import('@orama/stemmers/russian');

  const build = () => {
    const note = parseNote(decodeNote(bytes).text);
    return { facts: note.facts, questions: openBank(note.facts).all(1) };
  };
  // What the report of an import says: how many facts there are, and how many can be asked with a checked answer.
  const count = () => {
    const { facts } = parseNote(decodeNote(bytes).text);
    const bank = openBank(facts);
    return { facts, checked: facts.filter(({ id }) => bank.isChecked(id, 1)).length };
  };
  const stemEachWord = () => {
    const lines = bytes.toString().split('\n');
    const words = new Set(
      lines.flatMap((line) => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
    );
    for (const word of words) stemmer(word);
  };

  if (size === 'import') {
    let counted = null;
    const project = await timed(() => (counted = count()));
    const floor = await timed(stemEachWord);
    const note = `${counted.facts.length} facts, ${counted.checked} of them with a checked answer`;
    return { cold: { project, floor, ratio: project / floor }, note };
  }

  let built = null;
  const project = await timed(() => (built = build()));
  const peak = peakMegabytes();
  const floor = await timed(stemEachWord);
  const cold = { project, floor, ratio: project / floor };
  const memory = { project: peak, floor: idle, ratio: peak / idle };
  const automatic = new Set(
    built.questions.filter(({ form }) => form !== 'recall').map(({ factId }) => factId),
  );
  const note = `${built.facts.length} facts, ${built.questions.length} questions, ${automatic.size} facts asked automatically`;
  if (size === 'large') return { cold, memory, note };
  const warm = await inTurns(15, { project: () => timed(build), floor: () => timed(stemEachWord) });
  return { cold, memory, note, warm };
}

/** The large notes are made up; the small ones are the beginning of our own deck, to a whole line. */
async function notesOf(size) {
  if (size === 'large' || size === 'import') return Buffer.from(syntheticNotes(LARGE));
  const deck = await readFile('notes/docker.txt');
  return size === 'deck' ? deck : deck.subarray(0, deck.indexOf('\n', SMALL) + 1);
}

const peakMegabytes = () => process.resourceUsage().maxRSS / 1024;
