/** Plays a learner day by day against the use cases. Out: what /stats would tell on the last evening. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../dist/db/database.js';
import { createLog } from '../../dist/log.js';
import { readNotesFolder } from '../../dist/notes-folder.js';
import { seededRandom } from '../../dist/questions/random.js';
import { bankCache } from '../../dist/study/banks.js';
import { createStudy } from '../../dist/study/create-study.js';
import { importBuiltInDecks } from '../../dist/study/import-notes.js';

const LEARNER = 1;
const DAY = 86_400_000;
const EVENING = 'T19:30:00+03:00';

/** `studies(day, random)` says whether a day is one of study; `right` is the share of right answers. */
export async function playDays({ name, from, until, right, studies }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'konspekt-days-'));
  // Under root the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const database = await openDatabase({ kind: 'embedded', dataDir }, createLog('error'));
  try {
    const random = seededRandom(name);
    const life = await begin(database.db, random, right);
    for (let day = from; day <= until; day = next(day)) {
      life.goTo(day);
      if (studies(day, random)) await life.portion();
      else await life.look();
    }
    return await life.look();
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function begin(db, random, right) {
  let now = new Date(0);
  let ids = 0;
  let updates = 0;
  const deps = {
    db,
    banks: bankCache(db),
    now: () => now,
    newId: () => `day-${(ids += 1)}`,
    defaultTimeZone: 'Europe/Moscow',
  };
  await importBuiltInDecks(deps, (await readNotesFolder('notes')).files);
  const study = createStudy(deps);
  await study.settings(LEARNER);
  await study.changeSetting(LEARNER, { setting: 'new', value: 3 });
  return {
    goTo(day) {
      now = new Date(`${day}${EVENING}`);
    },
    look: () => study.stats(LEARNER),
    async portion() {
      const isFirst = updates === 0;
      let opened = await study.open(LEARNER, { kind: isFirst ? 'trial' : 'portion' });
      while (opened.kind === 'step') {
        const { step } = opened;
        await study.markAsked(LEARNER, step, 1);
        const reply = replyTo(step.question, random() < right);
        const outcome = await study.answer(LEARNER, step, reply, (updates += 1));
        if (outcome.kind !== 'judged' || outcome.next === null) return;
        opened = await study.progress(LEARNER);
      }
    },
  };
}

function replyTo(question, isRight) {
  if (question.form === 'recall') return { kind: 'graded', result: isRight ? 'correct' : 'wrong' };
  if (question.form === 'typed') {
    return { kind: 'text', text: isRight ? question.accepted[0] : 'не то' };
  }
  return { kind: 'tap', choice: question.choices.findIndex((it) => it.correct === isRight) };
}

const next = (day) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
