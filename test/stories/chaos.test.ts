/** The short form of `npm run chaos`: real processes, killed and lied to. The long form is run by hand. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../chaos/main.mjs', import.meta.url));

interface Finding {
  readonly what: string;
  readonly violations: Readonly<Record<string, number>>;
  readonly ok: boolean;
}

function chaos(...options: string[]): Promise<Finding[]> {
  const child = spawn(process.execPath, [MAIN, '--short', '--json', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      if (output === '') reject(new Error(errors));
      else resolve(JSON.parse(output) as Finding[]);
    });
  });
}

const broken = (findings: readonly Finding[]) => findings.filter(({ ok }) => !ok);

test.each([
  ['kill −9 loses nothing and counts nothing twice', ['kills', '--kills', '4', '--updates', '250']],
  ['one learner’s poison is set aside and replayed', ['poison']],
  [
    'nobody without the secret gets in, and forgeries change nothing',
    ['forged', '--requests', '200'],
  ],
])(
  '%s',
  async (_, options) => {
    const findings = await chaos(...options);
    expect(findings.length).toBeGreaterThan(0);
    expect(broken(findings)).toEqual([]);
  },
  180_000,
);
