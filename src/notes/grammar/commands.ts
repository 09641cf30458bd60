/** Command lines and lines of code with what the author says about them. */
import { hasFiniteVerb, isAction, isInfinitive } from './verbs.js';

export interface CommandLine {
  readonly command: string;
  readonly purpose: string;
}

export interface CommentedCode {
  readonly code: string;
  readonly comment: string;
}

/** Programs people learn; only as they are typed, in lower case: «Docker Hub» is a name, `docker ps` a command. */
const BINARIES = new Set(
  (
    'adduser ansible ansible-playbook apk apt apt-get awk aws az basename bash brew bundle bunzip2 bzip2 cargo cat cd chgrp chmod chown chsh ' +
    'clear cmake comm composer conda cp crontab curl cut date dd deno df diff dig dirname dnf docker docker-compose dpkg du echo env exit export ' +
    'fdisk fg find firewall-cmd flutter free fsck ftp g++ gcc gcloud gem getent git go gpg gradle grep groupadd groups gunzip gzip head helm ' +
    'heroku history host hostname hostnamectl htop id ifconfig ip iptables iostat java javac jest jobs journalctl jq kill killall kubeadm kubectl ' +
    'last less ln locate ls lsattr lsblk lscpu lsmod lsof make man md5sum minikube mkdir mkfs more mount mv mvn mysql mysqldump nano nc ' +
    'netstat nginx nmap node nohup npm npx nslookup openssl pacman passwd pg_dump pg_restore php ping pip pip3 pipenv pkill pm2 pnpm podman ' +
    'poetry ps psql pwd pytest python python3 rails rake redis-cli rm rmdir route rsync ruby rustc scp screen sed service sftp sha256sum ' +
    'shutdown sleep sort source ss ssh ssh-copy-id ssh-keygen stat su sudo svn sysctl systemctl tail tar tee telnet terraform tmux top touch ' +
    'tr traceroute tree tsc type ufw umask umount unalias uname uniq unzip uptime useradd userdel usermod vagrant vi vim virtualenv vmstat w ' +
    'gdb valgrind strace ltrace ldd objdump clang clang++ createdb dropdb pg_basebackup sqlite3 mongosh ffmpeg tcpdump dmesg modprobe lspci lsusb ' +
    'pg_dumpall pg_verifybackup pg_ctl initdb base64 ssh-add dotnet gh watch wc wget which who whoami xargs yarn yum zip zsh'
  ).split(' '),
);

/** Programs that are whole worlds: alone before a dash they are being defined, not run. */
const MULTI_TOOLS = new Set(
  'ansible bash docker docker-compose git go gradle helm java kubectl make mysql nginx node npm php podman psql python ruby terraform vim yarn zsh'.split(
    ' ',
  ),
);

/** `host -`, `type -`, `service -` are terms more often than commands, unless something follows the word. */
const ALSO_WORDS = new Set(
  'date env exit export host id last service sleep source tree type which w'.split(' '),
);

const HEAD = 240;
/** A colon before a key or a quoted argument belongs to the key in front of it: `cut -d: -f1 names`. */
const SEPARATOR =
  /\s+(?:[-–—]{1,2}|#+|\/\/|→|->|=>|>>)\s+|\s*:\s+(?!-[A-Za-z]|['"{]\S*[A-Za-z$])|\s+#(?=[А-яЁё])|\s+[-–—](?=[А-яЁё]{2})|\s+=\s+(?=[«"(]?[А-яЁё])/g;
const BACKTICKED = /^`([^`]+)`\s*(?:[-–—:#=→]+)?\s*(\S.*)$/;
const QUOTED_PARTS = /<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|"[^"]*"|'[^']*'|«[^«»]*»|“[^“”]*”/g;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const hasRussian = (text: string): boolean => CYRILLIC.test(text.replace(QUOTED_PARTS, ''));

/** The program a line starts with; null when the line does not look typed at a prompt. */
function binaryOf(command: string): string | null {
  const tokens = command.split(/\s+/);
  const first = tokens[0] === 'sudo' ? (tokens[1] ?? 'sudo') : (tokens[0] ?? '');
  return /^(?:\.{0,2}\/)?[a-z][a-z0-9_.+/-]*$/.test(first) ? first : null;
}

function isKnown(binary: string | null): boolean {
  if (binary === null) return false;
  // `ansible-doc`, `docker-machine`: programs of one family.
  const [family = ''] = binary.split('-', 1);
  return BINARIES.has(binary) || binary.startsWith('./') || MULTI_TOOLS.has(family);
}

const hasFlag = (command: string): boolean => /\s--?[A-Za-z]/.test(command);

/** Does the whole text read as a command of a known program? */
export function isCommand(text: string): boolean {
  const command = tidyCommand(text);
  return isKnown(binaryOf(command)) && !hasRussian(command);
}

/** The known program a line starts with, `sudo` left out; null for anything else. */
export function programOf(text: string): string | null {
  const binary = binaryOf(tidyCommand(text));
  return isKnown(binary) ? binary : null;
}

/** Straight quotes and dashes, one space between words, no prompt, no back ticks. */
export function tidyCommand(text: string): string {
  return text
    .replace(/^`+|`+$/g, '')
    .replace(/^[$%]\s+/, '')
    .replace(/(?<=\s)—(?=[A-Za-z]{2})/g, '--')
    .replace(/(?<=\s)[–—](?=[A-Za-z])/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * `docker ps -a  - посмотреть …` and its relatives: back ticks, a colon or a comment instead of the dash, no separator
 * at all (`mkdir создать папку`), purpose first (`посмотреть контейнеры - docker ps`). Null when it is no command.
 */
export function readCommand(text: string): CommandLine | null {
  const ticked = BACKTICKED.exec(text);
  if (ticked) return readTicked(ticked[1] ?? '', ticked[2] ?? '');
  const prompted = text.replace(/^[$%]\s+/, '');
  if (/^(?:\.{0,2}\/)?[a-z]/.test(prompted)) {
    return readSeparated(prompted, prompted !== text) ?? readUnseparated(prompted);
  }
  return readReversed(text);
}

/** `` `DROP TABLE t;` удалить таблицу ``: code between back ticks and what it does. */
export function readTickedCode(text: string): CommentedCode | null {
  const [, inner = '', rest = ''] = /^`([^`]{3,80})`\s+(\p{Script=Cyrillic}.*)$/u.exec(text) ?? [];
  if (hasRussian(inner) || !/\p{L}/u.test(inner) || hasFiniteVerb(rest)) return null;
  return isInfinitive(/^\p{L}+/u.exec(rest)?.[0] ?? '')
    ? { code: inner.trim(), comment: rest }
    : null;
}

function readTicked(inner: string, rest: string): CommandLine | null {
  const command = tidyCommand(inner);
  const binary = binaryOf(command);
  if (binary === null || hasRussian(command)) return null;
  const isTyped = (isKnown(binary) && !isBareTool(command)) || hasFlag(command);
  return isTyped && /\p{L}/u.test(rest) ? { command, purpose: rest } : null;
}

const isBareTool = (command: string): boolean =>
  MULTI_TOOLS.has(command) || ALSO_WORDS.has(command);

function readSeparated(text: string, hasPrompt: boolean): CommandLine | null {
  for (const match of text.slice(0, HEAD).matchAll(SEPARATOR)) {
    const left = text.slice(0, match.index);
    // `curl -H "Accept: text"`: what stands between quotes parts nothing.
    if (left.split('"').length % 2 === 0) continue;
    const purpose = text.slice(match.index + match[0].length).trim();
    const command = withPlaceholders(tidyCommand(left), purpose);
    if (hasRussian(command)) return null;
    const binary = binaryOf(command);
    if (binary === null || !/\p{L}/u.test(purpose)) continue;
    const known = isKnown(binary) && !isBareTool(command);
    const isWide = /^\s{2,}/.test(match[0]) && /\s/.test(command);
    const isColon = match[0].includes(':');
    if (!CYRILLIC.test(purpose) && (!known || isColon)) continue;
    // «v = s/t  - скорость»: a formula, unless a program takes such words.
    if (!known && !hasPrompt && /\s[=≈]\s/.test(command)) return null;
    if (known || hasPrompt || hasFlag(command) || (isWide && !isColon)) return { command, purpose };
  }
  return null;
}

/** `rm -r папка - удалить папку`: Russian words in a known command stand for what is typed there. */
function withPlaceholders(command: string, purpose: string): string {
  const binary = binaryOf(command);
  const [, first = '', ...rest] = command.split(' ');
  const filled = [first, ...rest].filter((word) => CYRILLIC.test(word) && hasRussian(word));
  if (binary === null || !isKnown(binary) || filled.length > MOST_PLACEHOLDERS) return command;
  if (!filled.every((word) => RUSSIAN_WORD.test(word))) return command;
  if (!isAction(/^\p{L}+/u.exec(purpose)?.[0] ?? '')) return command;
  // «docker образ - …» names something: of a program that is a world its own command must be there.
  if (MULTI_TOOLS.has(binary) && CYRILLIC.test(first)) return command;
  return command.replace(/(?<=\s)\p{Script=Cyrillic}[\p{L}-]*(?=\s|$)/gu, '<$&>');
}

const MOST_PLACEHOLDERS = 2;
const RUSSIAN_WORD = /^\p{Script=Cyrillic}[\p{L}-]*$/u;

function readUnseparated(text: string): CommandLine | null {
  const match = /^([^\p{Script=Cyrillic}«"(]+?)\s+(\p{Script=Cyrillic}.*)$/u.exec(
    text.slice(0, HEAD),
  );
  if (!match) return null;
  const command = tidyCommand(match[1] ?? '');
  const purpose = text.slice((match[1] ?? '').length).trim();
  const first = /^\p{L}+/u.exec(purpose)?.[0] ?? '';
  if (/[,:;.]$/.test(command) || !isKnown(binaryOf(command)) || isBareTool(command)) return null;
  const isApart = /^\s{2}/.test(text.slice((match[1] ?? '').length)) && /\s/.test(command);
  if (isApart) return { command, purpose };
  return isAction(first) && !hasFiniteVerb(purpose) ? { command, purpose } : null;
}

function readReversed(text: string): CommandLine | null {
  const match = /^(.{3,160}?)\s+[-–—:]\s+(\S.*)$/.exec(text.slice(0, HEAD));
  const purpose = match?.[1] ?? '';
  const command = tidyCommand(match?.[2] ?? '');
  if (!isInfinitive(/^\p{L}+/u.exec(purpose)?.[0] ?? '') || text.length > HEAD) return null;
  return isCommand(command) && !isBareTool(command) ? { command, purpose } : null;
}

const COMMENT = /^(\S.*?)(\s+#+\s*|\s+\/\/\s*|\s{2,}--\s+|;\s+--\s+)(?=\p{Script=Cyrillic})(.+)$/u;
const SHORTEST_CODE = 3;

/** `WORKDIR /app  # рабочая папка`. A key without a value (`services:  # …`) explains structure, not a line: null. */
export function readCode(text: string): CommentedCode | null {
  const match = COMMENT.exec(text.slice(0, 2 * HEAD));
  if (!match || text.length > 2 * HEAD) return null;
  const code = (match[1] ?? '').replace(/\s+/g, ' ').trim();
  if (hasRussian(code) || code.length < SHORTEST_CODE || !/\p{L}/u.test(code)) return null;
  if (code.endsWith(':') || /^[#/*-]/.test(code)) return null;
  return { code, comment: (match[3] ?? '').trim() };
}

/** Latin text with the signs of a program, or a command without a word about it. */
export function isBareCode(text: string): boolean {
  if (hasRussian(text) || !/\p{L}/u.test(text)) return false;
  if (isCommand(text) || /[{}[\];=<>|$\\@]|\(\)|^[#/.-]|^[A-Za-z0-9_.-]+:(?:\s|$)/.test(text))
    return true;
  return /^[A-Z]{2,}\s+\S/.test(text);
}
