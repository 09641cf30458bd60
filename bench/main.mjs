/**
 * `npm run bench`: measures what this project promises, prints one table. `npm run bench -- tap` does one benchmark,
 * `npm run bench -- --json` prints the rows as JSON. Each benchmark runs in a process of its own.
 */
import { inFreshProcess } from './fresh-process.mjs';
import { judged, printTable } from './table.mjs';

const BENCHES = {
  tap: () => import('./tap.mjs'),
  growth: () => import('./growth.mjs'),
  bank: () => import('./bank.mjs'),
  polling: () => import('./polling.mjs'),
  start: () => import('./start.mjs'),
  memory: () => import('./memory.mjs'),
  load: () => import('./load.mjs'),
  storage: () => import('./storage.mjs'),
  rss: () => import('./rss.mjs'),
  explain: () => import('./explain.mjs'),
  push: () => import('./push.mjs'),
  picture: () => import('./picture.mjs'),
};

async function main([first, ...rest]) {
  if (first === '--inside') return answerParent(rest);
  const wanted = [first, ...rest].filter((word) => word !== undefined && word !== '--json');
  const stranger = wanted.find((name) => !Object.hasOwn(BENCHES, name));
  if (stranger !== undefined) {
    console.error(`No benchmark "${stranger}"; there are ${Object.keys(BENCHES).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const rows = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) {
    console.error(`… ${name}`);
    const measured = await inFreshProcess(name);
    rows.push(...measured.map((row) => judged({ bench: name, ...row })));
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
  else printTable(rows);
}

/** The other end of `inFreshProcess`: a whole benchmark, or with arguments the part it wants done in here. */
async function answerParent([name, ...args]) {
  const bench = await BENCHES[name]();
  const answer = args.length === 0 ? await bench[name]() : await bench.inside(...args);
  process.send(answer, () => process.disconnect());
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
