/**
 * The local Telegram: a Bot API in this process, behind `client.fetch` of grammY. The terminal chat and the tests stand
 * on it. In: calls of a bot and actions of people; out: answers, updates, a chat to look at.
 * Invariant: what the real server would refuse (length, formatting, keyboards, edits, taps) is refused here in its words.
 */
import type { Message, Update, User, UserFromGetMe } from 'grammy/types';
import { type Fetch, type FetchInit, type FetchResponse, readBody, toResponse } from '../fetch.js';
import { connectionError, createFaults, type Fault } from './faults.js';
import { parseForm } from './form.js';
import { methods } from './methods.js';
import { readParams } from './params.js';
import { createPerson, type Person } from './person.js';
import { Rejection } from './rejection.js';
import { createUpdateQueue } from './updates.js';
import type { ChatEvent, Room, Tap, World } from './world.js';

export interface LocalTelegramSettings {
  /** Milliseconds since 1970; ids start here, so a later start never gives one out twice. */
  readonly now?: () => number;
  /** Keep every call for tests; default true. */
  readonly record?: boolean;
  /** Lets every call take a while. */
  readonly latency?: () => Promise<void>;
}

/** One call of the bot. `params` as the method saw them. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly description: string };
}

export interface PersonSettings {
  readonly id?: number;
  readonly firstName?: string;
  /** A newcomer, whom the bot may not write to yet; default false. */
  readonly isNew?: boolean;
}

export interface LocalTelegram {
  /** Any bot with this token and this fetch talks to this Telegram. */
  readonly token: string;
  readonly me: UserFromGetMe;
  readonly fetch: Fetch;
  /** A person with a private chat; the same id is the same person. */
  person(settings?: PersonSettings): Person;
  /** A group; people write to it by its id. */
  group(title: string): number;
  /** Hands updates to the bot as they come. Without a listener they wait for getUpdates. */
  deliverTo(listener: (update: Update) => Promise<void>): Promise<void>;
  /** Delivers an update once more, as Telegram does when its confirmation was lost. */
  redeliver(update: Update): Promise<void>;
  watch(watcher: (event: ChatEvent) => void): () => void;
  fail(method: string, fault: Fault, times?: number): void;
  readonly calls: readonly Call[];
  /** Taps the bot has not answered. */
  unansweredTaps(): readonly Tap[];
  /** Messages of any chat, oldest first. */
  messagesOf(chatId: number): readonly Message[];
  /** The bytes of a file somebody sent. */
  file(fileId: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

const token = '1000000001:local-telegram-needs-no-secret-token';

const linkLifetimeMs = 3_600_000;

const me = {
  id: 1_000_000_001,
  is_bot: true,
  first_name: 'Конспект',
  username: 'local_konspekt_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
} as UserFromGetMe;

export function createLocalTelegram(settings: LocalTelegramSettings = {}): LocalTelegram {
  const { now = Date.now, record = true, latency } = settings;
  const calls: Call[] = [];
  const faults = createFaults();
  const people = new Map<number, Person>();
  const world = createWorld(now);

  const answer = async (method: string, init: FetchInit): Promise<Reply> => {
    const fields = await readFields(init);
    if (fields instanceof Rejection) return refuse(fields);
    const fault = faults.take(method);
    if (fault?.kind === 'unreachable') throw connectionError('ECONNREFUSED');
    if (fault?.kind === 'late') await fault.until();
    const reply =
      fault === undefined || fault.kind === 'late' || fault.kind === 'lost-answer'
        ? await run(method, fields, init)
        : refusal(fault);
    if (record) calls.push({ method, params: fields.fields, ...outcome(reply) });
    if (fault?.kind === 'lost-answer') throw connectionError('ECONNRESET');
    return reply;
  };

  const run = async (
    method: string,
    params: ReturnType<typeof readParams>,
    init: FetchInit,
  ): Promise<Reply> => {
    const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
    try {
      if (known === undefined) throw new Rejection(404, 'Not Found: method not found');
      return { ok: true, result: await known(world, params, signalOf(init)) };
    } catch (error) {
      if (error instanceof Rejection) return refuse(error);
      throw error;
    }
  };

  const fetch: Fetch = async (url, init = {}) => {
    await latency?.();
    if (init.signal?.aborted) throw new DOMException('This operation was aborted', 'AbortError');
    const path = new URL(url).pathname;
    const [, isFile, usedToken, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path) ?? [];
    if (usedToken !== token) return respond(refuse(new Rejection(401, 'Unauthorized')));
    if (isFile === undefined) return respond(await answer(rest, init));
    return download(rest);
  };

  /** A file, at the address that getFile gave for the next hour. */
  const download = (path: string): FetchResponse => {
    const fault = faults.take('file');
    if (fault?.kind === 'unreachable') throw connectionError('ECONNREFUSED');
    const link = world.links.get(path);
    const isLive = link !== undefined && now() - link.madeAt < linkLifetimeMs;
    const file = isLive && fault === undefined ? world.files.get(link.fileId) : undefined;
    if (file !== undefined) return toResponse(200, file.bytes);
    return respond(refuse(new Rejection(404, 'Not Found')));
  };

  return {
    token,
    me,
    fetch,
    calls,
    person: (wanted = {}) => findPerson(world, people, wanted),
    group: (title) => openGroup(world, title),
    deliverTo: (listener) => world.updates.deliverTo(listener),
    redeliver: (update) => world.updates.add(update),
    watch(watcher) {
      world.watchers.add(watcher);
      return () => world.watchers.delete(watcher);
    },
    fail: faults.fail,
    unansweredTaps: () => [...world.taps.values()],
    messagesOf: (chatId) => [...(world.rooms.get(chatId)?.messages.values() ?? [])],
    file: (fileId) => world.files.get(fileId),
  };
}

function createWorld(now: () => number): World {
  let lastId = 0;
  return {
    me,
    now,
    nextId: () => (lastId = Math.max(lastId + 1, now())),
    rooms: new Map(),
    taps: new Map(),
    inlineQueries: new Map(),
    files: new Map(),
    links: new Map(),
    profile: new Map(),
    updates: createUpdateQueue(),
    watchers: new Set(),
  };
}

function findPerson(world: World, people: Map<number, Person>, wanted: PersonSettings): Person {
  const { id = 2_000_000_001 + people.size, firstName = 'Анна', isNew = false } = wanted;
  const known = people.get(id);
  if (known !== undefined) return known;
  const user: User = { id, is_bot: false, first_name: firstName, language_code: 'ru' };
  const room: Room = {
    chat: { id, type: 'private', first_name: firstName },
    messages: new Map(),
    access: isNew ? 'never-started' : 'open',
  };
  world.rooms.set(id, room);
  const person = createPerson(world, user, room);
  people.set(id, person);
  return person;
}

function openGroup(world: World, title: string): number {
  const id = -1_000_000_000_000 - world.nextId();
  const room: Room = {
    chat: { id, type: 'supergroup', title },
    messages: new Map(),
    access: 'open',
  };
  world.rooms.set(id, room);
  return id;
}

type Reply =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters: object;
    };

function refuse({ code, description, parameters }: Rejection): Reply {
  return { ok: false, error_code: code, description, parameters };
}

function refusal(fault: Extract<Fault, { kind: 'flood' | 'blocked' | 'server' }>): Reply {
  switch (fault.kind) {
    case 'flood':
      return refuse(
        new Rejection(429, `Too Many Requests: retry after ${fault.retryAfter}`, {
          retry_after: fault.retryAfter,
        }),
      );
    case 'blocked':
      return refuse(new Rejection(403, 'Forbidden: bot was blocked by the user'));
    case 'server':
      return refuse(new Rejection(500, 'Internal Server Error'));
  }
}

function outcome(reply: Reply): Pick<Call, 'result' | 'error'> {
  if (reply.ok) return { result: reply.result };
  return { error: { code: reply.error_code, description: reply.description } };
}

async function readFields({ headers = {}, body }: FetchInit) {
  const raw = (await readBody(body)) ?? '';
  const contentType = headers['content-type'] ?? 'application/json';
  try {
    if (contentType.startsWith('multipart/form-data')) {
      const form = parseForm(Buffer.from(raw), contentType);
      return readParams(form.fields, form.uploads);
    }
    const text = raw.toString();
    return readParams(text === '' ? {} : (JSON.parse(text) as Record<string, unknown>));
  } catch (error) {
    return error instanceof Rejection
      ? error
      : new Rejection(400, "Bad Request: can't parse request");
  }
}

/** The result is copied as JSON would copy it: a bot never holds what the world holds. */
function respond(reply: Reply): FetchResponse {
  return toResponse(reply.ok ? 200 : reply.error_code, Buffer.from(JSON.stringify(reply)));
}

function signalOf({ signal }: FetchInit): AbortSignal {
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
