/**
 * Processes of the bot in webhook mode, as an operator would run several behind one address. In: how many and with what
 * settings. Out: the ones that are ready, and ways to be cruel to them. What they log is read for secrets as it comes.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { within } from './patience.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READY_WITHIN_MS = 60_000;
/** Longer than a process may take to finish what is in flight. */
const GONE_WITHIN_MS = 40_000;
const KEPT_OF_LOG = 20_000;

/** All processes of a run. `secrets`: what none of them may ever log. */
export function createReplicas({ settings, path, secrets }) {
  const all = new Set();
  const seen = { leaks: new Map(), logged: 0, deaths: [] };

  function listen(replica, text) {
    seen.logged += text.length;
    // A secret may lie across two pieces.
    const around = replica.tail.slice(-300) + text;
    for (const secret of secrets()) {
      if (around.includes(secret)) seen.leaks.set(secret, (seen.leaks.get(secret) ?? 0) + 1);
    }
    replica.tail = (replica.tail + text).slice(-KEPT_OF_LOG);
  }

  function died(replica, how) {
    replica.isReady = false;
    const death = { ...how, tail: replica.tail.slice(-2000) };
    console.error('a process ended by itself:', death);
    seen.deaths.push(death);
  }

  /** Starts a process; resolves when it is ready for updates. */
  async function start() {
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const root = `http://127.0.0.1:${port}`;
    const replica = {
      child,
      port,
      root,
      url: `${root}${path}`,
      tail: '',
      isWanted: true,
      isReady: false,
    };
    replica.ended = once(child, 'close').then(([code, signal]) => {
      all.delete(replica);
      if (replica.isWanted) died(replica, { code, signal });
      return code ?? signal;
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => listen(replica, text));
    all.add(replica);
    await becomesReady(replica);
    return replica;
  }

  async function becomesReady(replica) {
    const deadline = performance.now() + READY_WITHIN_MS;
    while (performance.now() < deadline && all.has(replica)) {
      if (await isReady(replica)) {
        replica.isReady = true;
        return;
      }
      await pause(25);
    }
    throw new Error(`a process did not become ready:\n${replica.tail}`);
  }

  /** Ends a process; one that does not go when asked counts as a death, and goes. */
  async function end(replica, signal) {
    replica.isWanted = false;
    replica.isReady = false;
    replica.child.kill(signal);
    return within(GONE_WITHIN_MS, `the end of a process by ${signal}`, replica.ended).catch(
      (error) => {
        died(replica, { signal: error.message });
        replica.child.kill('SIGKILL');
        return replica.ended;
      },
    );
  }

  return {
    ...{ seen, start, end },
    ready: () => [...all].filter(({ isReady }) => isReady),
    /** Nobody lives, and nobody is on the way. */
    isDeserted: () => all.size === 0,
    /** A balancer's look: who is ready? */
    async look() {
      for (const replica of all) replica.isReady = await isReady(replica);
    },
    async stopAll() {
      await Promise.all([...all].map((replica) => end(replica, 'SIGTERM')));
    },
    killAll() {
      for (const { child } of all) child.kill('SIGKILL');
    },
  };
}

const isReady = ({ root }) =>
  Promise.race([fetch(`${root}/readyz`), pause(2_000, { ok: false })]).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
