/**
 * What a button carries. In: a tap as a value. Out: callback data of at most 64 bytes, and back; data that no button
 * of ours can hold (forged, of an older release) reads as null. Buttons carry their whole state: no chat memory.
 */
import type { Result } from '../questions/question.js';
import type { ExamScope } from '../study/exam-plan.js';
import type { SettingName } from '../study/settings.js';
import { compact, expand } from './compact.js';
import type { DailyAsks, Tap, TapKind } from './tap.js';

/** Changes when the meaning of a letter changes: buttons of older releases then die politely. */
const VERSION = '1';

/** A letter and the fields that follow it, in this order. */
const shapes: Record<TapKind, readonly [letter: string, ...fields: Field[]]> = {
  choice: ['a', 'session', 'position', 'choice'],
  grade: ['g', 'session', 'position', 'result'],
  hint: ['h', 'session', 'position'],
  unknown: ['u', 'session', 'position'],
  stop: ['s', 'session', 'position'],
  reveal: ['v', 'session', 'position'],
  next: ['n', 'session', 'position'],
  home: ['q'],
  continue: ['c'],
  restart: ['r'],
  portion: ['p'],
  size: ['z', 'size'],
  decks: ['l', 'page'],
  topics: ['t', 'page'],
  gaps: ['e', 'page'],
  deck: ['d', 'deckId'],
  try: ['y', 'deckId'],
  gap: ['i', 'index'],
  section: ['x', 'deckId', 'index', 'version'],
  found: ['o', 'query'],
  look: ['k', 'deckId', 'version', 'line', 'query'],
  whole: ['Ew', 'deckId', 'version', 'line', 'query'],
  part: ['w', 'deckId', 'version', 'line', 'page', 'query'],
  check: ['m', 'deckId', 'version', 'line', 'other'],
  credit: ['Rc', 'session', 'position'],
  dislike: ['Rb', 'session', 'position'],
  forgive: ['Rg', 'session', 'position'],
  dislikeAsked: ['Rl', 'session', 'position'],
  forgiveAsked: ['Rr', 'session', 'position'],
  asked: ['Ra', 'session', 'page'],
  summary: ['Rs', 'session'],
  mistakes: ['Rm', 'deckId'],
  hurry: ['Rh'],
  exam: ['Re'],
  examOf: ['Ro', 'deckId'],
  examDate: ['Rt', 'deckId'],
  examOff: ['Rx', 'deckId'],
  firstTen: ['Rf', 'deckId'],
  examIn: ['Rd', 'deckId', 'days'],
  examPlan: ['Rp', 'deckId', 'day', 'scope'],
  daily: ['Da'],
  dailySettings: ['Ds'],
  dailyAside: ['Dm'],
  dailyDays: ['Dd'],
  dailySizes: ['Dq'],
  dailyYes: ['Dy'],
  dailyOff: ['Df'],
  dailyNo: ['Dl'],
  dailyTime: ['Dt', 'minute'],
  dailyTyping: ['Dx', 'asks'],
  dailyZone: ['Dz', 'zone'],
  dailyWeekdays: ['Dw', 'weekdays'],
  dailySize: ['Dn', 'size'],
  dailyOn: ['Dr', 'stepDays'],
  begin: ['Kb', 'deckId'],
  report: ['Kr', 'deckId'],
  held: ['Kh', 'deckId'],
  rename: ['Kn', 'deckId'],
  share: ['Ks', 'deckId'],
  leaving: ['Kl', 'deckId'],
  leave: ['Kd', 'deckId'],
  faults: ['Kf', 'deckId', 'page'],
  mine: ['Km', 'page'],
  asVersion: ['Kv', 'import'],
  asDeck: ['Ko', 'import'],
  added: ['Ka', 'import'],
  taken: ['Kt', 'import'],
  changes: ['Kc', 'import', 'page'],
  paste: ['Ky', 'paste'],
  noPaste: ['Kx', 'paste'],
  pasteDone: ['Ke', 'paste'],
  shareTopics: ['Sh', 'page'],
  topicDecks: ['St', 'page'],
  topicsOf: ['So', 'deckId'],
  settings: ['Ss'],
  decksSettings: ['Sl', 'page'],
  setting: ['Sc', 'setting'],
  set: ['Sv', 'setting', 'value'],
  rests: ['Sp'],
  rest: ['Sr', 'days'],
  export: ['Xe'],
  keep: ['Xk'],
  setAside: ['Zs'],
  replay: ['Zr', 'update'],
  replayAll: ['Za'],
  pausePushes: ['Zp'],
  keepPushes: ['Zk'],
};

const codecs = {
  session: id,
  deckId: id,
  import: id,
  paste: id,
  position: number,
  choice: number,
  index: number,
  page: number,
  size: number,
  version: number,
  line,
  update: (field: string) => (/^(?:0|[1-9]\d{0,14})$/u.test(field) ? Number(field) : null),
  other: line,
  query: expand,
  day: line,
  scope: (field: string) => scopes.find((scope) => scope === field) ?? null,
  minute: (field: string) => upTo(1439, field),
  asks: (field: string) => dailyAsks.find((asks) => asks === field) ?? null,
  zone: (field: string) => (/^[A-Za-z0-9_+/-]{1,40}$/u.test(field) ? field : null),
  weekdays: (field: string) => upTo(127, field),
  stepDays: (field: string) => (field === '1' || field === '7' ? Number(field) : null),
  days: number,
  value: number,
  setting: (field: string) => settings.find((setting) => setting === field) ?? null,
  result: (field: string) => results.find((result) => result === field) ?? null,
};

type Field = keyof typeof codecs;

const scopes: readonly ExamScope[] = ['main', 'all'];

const dailyAsks: readonly DailyAsks[] = ['time', 'place', 'clock'];

const results: readonly Result[] = ['correct', 'partial', 'wrong'];

const settings: readonly SettingName[] = ['goal', 'new', 'typing', 'pacing'];

const kinds = new Map(
  (Object.keys(shapes) as TapKind[]).map((kind) => [VERSION + shapes[kind][0], kind]),
);

/** The callback data of a tap. */
export function pack(tap: Tap): string {
  const values = new Map<string, string | number>(Object.entries(tap));
  if ('query' in tap) values.set('query', compact(tap.query));
  const [letter, ...fields] = shapes[tap.kind];
  return [VERSION + letter, ...fields.map((field) => values.get(field))].join(':');
}

/** A tap that leads back to a look-up. */
type Asking = Extract<Tap, { query: string }>;

/** Telegram's limit of callback data, in bytes; packed taps are ASCII. */
const LONGEST_DATA = 64;

/** The tap with the first of these queries that it can carry whole; when none fits, with the beginning of the last. */
export function carrying(tap: Asking, queries: readonly string[]): Asking {
  const fitting = queries.find((query) => pack({ ...tap, query }).length <= LONGEST_DATA);
  if (fitting !== undefined) return { ...tap, query: fitting };
  let query = (queries.at(-1) ?? '').slice(0, LONGEST_DATA);
  while (pack({ ...tap, query }).length > LONGEST_DATA) query = query.slice(0, -1);
  return { ...tap, query };
}

/** The tap behind callback data; null when no button of ours carries it. */
export function unpack(data: string): Tap | null {
  const [head = '', ...values] = data.split(':');
  const kind = kinds.get(head);
  if (kind === undefined) return null;
  const [, ...fields] = shapes[kind];
  if (values.length !== fields.length) return null;
  const entries = fields.map((field, i) => [field, codecs[field](values[i] ?? '')] as const);
  if (entries.some(([, value]) => value === null)) return null;
  return { kind, ...Object.fromEntries(entries) } as Tap;
}

function upTo(most: number, field: string): number | null {
  const value = number(field);
  return value !== null && value <= most ? value : null;
}

function id(field: string): string | null {
  return /^[A-Za-z0-9_-]{1,40}$/u.test(field) ? field : null;
}

/** A line of a file; an export of a chat has hundreds of thousands. */
function line(field: string): number | null {
  return /^(?:0|[1-9]\d{0,6})$/u.test(field) ? Number(field) : null;
}

/** Up to four digits: whatever is forged fits the smallest columns it is compared with. */
function number(field: string): number | null {
  return /^(?:0|[1-9]\d{0,3})$/u.test(field) ? Number(field) : null;
}
