/**
 * The methods the local Telegram knows, by name. Any other one is answered 404, so that a test notices a bot that
 * starts to use something whose rules nobody has written down here yet.
 */
import type { Params } from './params.js';
import { answerInlineQuery } from './inline.js';
import * as messages from './messages.js';
import * as profile from './profile.js';
import { badRequest } from './rejection.js';
import { emit, type World } from './world.js';

export type Method = (world: World, params: Params, signal: AbortSignal) => unknown;

const tapLifetimeMs = 15_000;
const longestToast = 200;
const largestDownload = 20_000_000;

export const methods: Readonly<Record<string, Method>> = {
  ...messages,
  setMyCommands: profile.setMyCommands,
  getMyCommands: profile.getMyCommands,
  deleteMyCommands: profile.deleteMyCommands,
  ...profile.profileTexts,

  getMe: (world) => world.me,
  setWebhook: () => true,
  deleteWebhook: () => true,
  getWebhookInfo: (world) => ({
    url: '',
    has_custom_certificate: false,
    pending_update_count: world.updates.waiting().length,
  }),
  getUpdates: (world, params, signal) =>
    world.updates.poll({
      offset: params.number('offset') ?? 0,
      limit: Math.min(params.number('limit') ?? 100, 100),
      timeoutSeconds: params.number('timeout') ?? 0,
      signal,
    }),
  answerCallbackQuery,
  answerInlineQuery,
  getFile,
};

function answerCallbackQuery(world: World, params: Params): true {
  const id = params.text('callback_query_id') ?? '';
  const tap = world.taps.get(id);
  if (tap === undefined || world.now() - tap.madeAt > tapLifetimeMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = params.text('text') ?? '';
  if (text.length > longestToast) throw badRequest('MESSAGE_TOO_LONG');
  const url = params.text('url');
  const answer = { text, alert: params.flag('show_alert'), ...(url === undefined ? {} : { url }) };
  tap.answer = answer;
  // A second answer finds nothing, as one that comes too late.
  world.taps.delete(id);
  emit(world, { kind: 'answered', tap, answer });
  return true;
}

function getFile(world: World, params: Params): unknown {
  const id = params.text('file_id') ?? '';
  const file = world.files.get(id);
  if (file === undefined) throw badRequest('invalid file_id');
  if (file.bytes.length > largestDownload) throw badRequest('file is too big');
  const path = `documents/${id}${/\.[A-Za-z0-9]{1,10}$/.exec(file.name)?.[0] ?? ''}`;
  world.links.set(path, { fileId: id, madeAt: world.now() });
  return {
    file_id: id,
    file_unique_id: id,
    file_size: file.bytes.length,
    file_path: path,
  };
}
