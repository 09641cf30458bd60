/**
 * A command line as a list of meanings: binary, words in order, keys in any order.
 * In: text as typed on a phone or written in a note. Out: the parts; two lines are the same command when their parts are equal.
 */
import { keysOf, mainName, type Keys } from './flags.js';

export interface CommandLine {
  /** Lower case: phones begin a message with a capital. */
  readonly binary: string;
  /** Sub-commands and arguments, in order. */
  readonly words: readonly string[];
  readonly flags: readonly Flag[];
  readonly keys: Keys;
}

export interface Flag {
  /** The long name where it is known, so that `-a` and `--all` are one. */
  readonly name: string;
  readonly value: string | null;
  /** As it was written. */
  readonly shown: string;
}

const TOKEN = /(?:"[^"]*"|'[^']*'|<[^<>]*>|\[[^[\]]*\]|\S)+/g;
/** `user@host` */
const ADDRESS_NAMES = /^user(?:name)?@(?:host|server|ip)(?:name)?$/i;
const ARGUMENT_NAMES =
  /^\$?\{?(?:[a-z]+[_-])*(?:id|name|names|path|file|filename|dir|directory|folder|url|host|port|user|image|container|tag|command|options|args?)\}?$/;

/** Does the token stand for something the reader fills in: `<имя>`, `[name]`, `container_id`, `"…"`, a Russian word? */
export function isPlaceholder(token: string): boolean {
  if (/^[<[{"']/.test(token) || token === '...' || token === '…') return true;
  if (/\p{Script=Cyrillic}/u.test(token) || ADDRESS_NAMES.test(token)) return true;
  const isNamed = /[_$]/.test(token) || (token.length > 1 && token === token.toUpperCase());
  return isNamed && ARGUMENT_NAMES.test(token.toLowerCase());
}

/** What phones do to a command: curly quotes, long dashes, no-break spaces, back ticks, the prompt of a shell. */
export function tidyCommand(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=\s)(?:—(?=\p{L}{2})|[–−](?=\p{L}{3}))/gu, '--')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^`+|`+$/g, '')
    .replace(/^(?:[$#>] ?|sudo )+/i, '')
    .replace(/(?<=[\p{L}\p{N}>"'\]])[.;,!]+$/u, '')
    .trim();
}

/**
 * The parts of a command line; an empty text gives an empty binary. A reply is read with the keys of the command it is
 * compared with, so that a slip in `dcoker` does not make `-a` and `--all` strangers.
 */
export function parseCommand(text: string, wanted?: CommandLine): CommandLine {
  const tokens = tidyCommand(text).match(TOKEN) ?? [];
  const named = mainName([(tokens[0] ?? '').toLowerCase(), ...tokens.slice(1)]);
  const [binary = '', ...rest] = named;
  const plain = rest.filter((token) => !token.startsWith('-'));
  const keys = wanted?.keys ?? keysOf(binary, plain);
  const words: string[] = [];
  const flags: Flag[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const token = rest[i] ?? '';
    if (!/^-./.test(token)) {
      words.push(token);
      continue;
    }
    const split = splitFlag(token, keys);
    const last = split.at(-1);
    const next = rest[i + 1];
    if (last && last.value === null && keys.takesValue(last.name) && next !== undefined) {
      split[split.length - 1] = { ...last, value: next };
      i += 1;
    }
    flags.push(...split);
  }
  return { binary, words, flags, keys };
}

/** `-it` is `-i -t`, `-p80:80` is `-p 80:80`, `--name=web` is `--name web`. */
function splitFlag(token: string, keys: Keys): Flag[] {
  const long = /^(--?[\p{L}\p{N}-]+)=(.*)$/u.exec(token);
  if (long) return [{ name: keys.longOf(long[1] ?? ''), value: long[2] ?? '', shown: token }];
  const isShort = /^-[^-]/.test(token);
  if (!isShort || token.length === 2 || keys.hasOneDash) {
    return [{ name: keys.longOf(token), value: null, shown: token }];
  }
  const first = token.slice(0, 2);
  if (keys.takesValue(first)) {
    return [{ name: keys.longOf(first), value: token.slice(2), shown: token }];
  }
  if (!/^-[A-Za-z]{2,5}$/.test(token)) return [{ name: token, value: null, shown: token }];
  return [...token.slice(1)].map((letter) => ({
    name: keys.longOf(`-${letter}`),
    value: null,
    shown: `-${letter}`,
  }));
}
