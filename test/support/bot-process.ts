/** The built bot in a process of its own, as an operator runs it: settings in, what it says and how it ends out. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything on stdout and stderr so far. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Resolves when what is said from a place of the output on matches; rejects when the process ends without it. */
  says(what: RegExp, from?: number): Promise<void>;
  type(line: string): void;
}

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Settings of the machine that must not reach the bot. */
const OURS =
  /^(?:BOT_|(?:MIGRATION_)?DATABASE_URL|DATA_DIR|NOTES_DIR|TELEGRAM_|WEBHOOK_|PORT$|DEFAULT_TIME|LOG_|ADMIN)/;

/** Longer than any start takes, shorter than Jest waits. */
const PATIENCE_MS = 45_000;

/** Starts `node dist/main.js` with these settings alone. */
export function startBot(settings: Readonly<Record<string, string>>): BotProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const child = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const heard = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const look of heard) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    for (const look of heard) look();
  });
  // Typing to a bot that has just ended is no error of the test.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0));
  });

  function says(what: RegExp, from = 0): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (isLast = false) => {
        const isSaid = what.test((output + errors).slice(from));
        if (!isSaid && !isLast) return;
        clearTimeout(guard);
        heard.delete(look);
        if (isSaid) resolve();
        else reject(new Error(`the bot never said ${what}:\n${output}${errors}`));
      };
      const guard = setTimeout(look, PATIENCE_MS, true);
      heard.add(look);
      look();
      void ended.then(() => look(true));
    });
  }

  return {
    ...{ child, ended, says },
    output: () => output + errors,
    errors: () => errors,
    type: (line) => void child.stdin.write(`${line}\n`),
  };
}
