/**
 * `npm run chaos`: cruelty to real processes of the bot, and what became of people's answers. Prints one table; exit code
 * 1 when anything is lost, counted twice, left unsaid or logged. `npm run chaos -- kills --kills 300 --updates 50000`
 * does one scenario at another size, `-- --short` all of them in some minutes, `-- --seed 7` other accidents.
 */
import { parseArgs } from 'node:util';
import { undoAll } from '../bench/database.mjs';
import { within } from './patience.mjs';
import { printTable } from './table.mjs';

const SCENARIOS = {
  kills: { load: () => import('./kills.mjs'), short: { kills: 12, updates: 800 } },
  frozen: { load: () => import('./kills.mjs'), short: { freezes: 1 } },
  deploys: { load: () => import('./kills.mjs'), short: { deploys: 2 } },
  postgres: { load: () => import('./kills.mjs'), short: { restarts: 3 } },
  failover: { load: () => import('./failover.mjs'), short: { rounds: 1 } },
  pushes: { load: () => import('./pushes.mjs'), short: { people: 200, restarts: 2 } },
  telegram: { load: () => import('./telegram.mjs'), short: { people: 150 } },
  parallel: { load: () => import('./parallel.mjs'), short: { people: 40 } },
  poison: { load: () => import('./intruders.mjs'), short: {} },
  forged: { load: () => import('./intruders.mjs'), short: { requests: 1_000 } },
  starts: { load: () => import('./starts.mjs'), short: { rounds: 2 } },
  soak: { load: () => import('./soak.mjs'), short: { minutes: 0.5 } },
};

async function main() {
  const names = [
    'kills',
    'updates',
    'minutes',
    'freezes',
    'deploys',
    'restarts',
    'people',
    'requests',
    'rounds',
    'seed',
  ];
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    },
  });
  const stranger = positionals.find((name) => !Object.hasOwn(SCENARIOS, name));
  if (stranger !== undefined) {
    throw new Error(`no scenario "${stranger}"; there are ${Object.keys(SCENARIOS).join(', ')}`);
  }
  const sizes = Object.fromEntries(
    names.filter((name) => values[name] !== undefined).map((name) => [name, Number(values[name])]),
  );
  const rows = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(SCENARIOS)) {
    const startedAt = performance.now();
    console.error(`… ${name}`);
    const { load, short } = SCENARIOS[name];
    const scenario = (await load())[name];
    const size = { ...(values.short && short), ...sizes };
    const found = await within(longestOf(size), name, scenario(size));
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    rows.push(...found.map((row) => ({ scenario: name, ...row, done: { ...row.done, seconds } })));
  }
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else printTable(rows);
  process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
}

/** What has not ended by then hangs. */
const longestOf = ({ minutes = 45 }) => (minutes + 15) * 60_000;

try {
  await main();
} catch (error) {
  console.error(error);
  // Whatever still waits for something is not waited for.
  await undoAll();
  process.exit(1);
}
