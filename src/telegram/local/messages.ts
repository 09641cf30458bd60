/** Methods that send, edit and delete messages. In: world and parameters; out: the result as the Bot API gives it. */
import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { readCaption, readText } from './content.js';
import { readKeyboard } from './keyboard.js';
import type { Params } from './params.js';
import { photoSize } from './photo.js';
import { badRequest, Rejection } from './rejection.js';
import { emit, post, type Room, storeFile, type World } from './world.js';

const deletableMs = 48 * 3_600_000;
const largestUpload = 50_000_000;
const largestPhoto = 10_000_000;
const chatActions = new Set([
  'typing',
  'upload_photo',
  'upload_document',
  'choose_sticker',
  'find_location',
]);

export function sendMessage(world: World, params: Params): Message {
  const room = writableRoom(world, params);
  const { text, entities } = readText(params);
  return postFromBot(world, room, params, { text, ...list('entities', entities) });
}

export function sendDocument(world: World, params: Params): Message {
  const room = writableRoom(world, params);
  const { id, name, size } = readFile(world, params, 'document');
  if (size > largestUpload) throw new Rejection(413, 'Request Entity Too Large');
  const document = { file_id: id, file_unique_id: id, file_name: name, file_size: size };
  return postFromBot(world, room, params, { document, ...caption(params) });
}

export function sendPhoto(world: World, params: Params): Message {
  const room = writableRoom(world, params);
  const { id, size, bytes } = readFile(world, params, 'photo');
  if (size > largestPhoto) throw badRequest('file is too big');
  const photo = [{ file_id: id, file_unique_id: id, file_size: size, ...photoSize(bytes) }];
  return postFromBot(world, room, params, { photo, ...caption(params) });
}

export function sendChatAction(world: World, params: Params): true {
  writableRoom(world, params);
  if (!chatActions.has(params.text('action') ?? ''))
    throw badRequest('wrong parameter action in request');
  return true;
}

export function editMessageText(world: World, params: Params): Message {
  const { room, message } = editable(world, params);
  if (message.text === undefined) throw badRequest('there is no text in the message to edit');
  const { text, entities } = readText(params, 'MESSAGE_TOO_LONG');
  const content = { ...without(message, 'entities'), text, ...list('entities', entities) };
  return replace(world, room, { before: message, content, params });
}

export function editMessageCaption(world: World, params: Params): Message {
  const { room, message } = editable(world, params);
  if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
  const content = { ...without(message, 'caption', 'caption_entities'), ...caption(params) };
  return replace(world, room, { before: message, content, params });
}

export function editMessageReplyMarkup(world: World, params: Params): Message {
  const { room, message } = editable(world, params);
  return replace(world, room, { before: message, content: message, params });
}

export function deleteMessage(world: World, params: Params): true {
  const room = writableRoom(world, params);
  const message = room.messages.get(params.number('message_id') ?? NaN);
  if (message === undefined) throw badRequest('message to delete not found');
  if (world.now() - message.date * 1000 >= deletableMs) {
    throw badRequest("message can't be deleted for everyone");
  }
  room.messages.delete(message.message_id);
  emit(world, { kind: 'deleted', chatId: room.chat.id, messageId: message.message_id });
  return true;
}

/** The chat of a call, if the bot may write there. */
function writableRoom(world: World, params: Params): Room {
  const id = params.number('chat_id');
  if (id === undefined) throw badRequest('chat_id is empty');
  const room = world.rooms.get(id);
  if (room === undefined) throw badRequest('chat not found');
  if (room.access === 'blocked') throw new Rejection(403, 'Forbidden: bot was blocked by the user');
  if (room.access === 'never-started') {
    throw new Rejection(403, "Forbidden: bot can't initiate conversation with a user");
  }
  return room;
}

function postFromBot(world: World, room: Room, params: Params, content: Partial<Message>): Message {
  return post(world, room, {
    from: world.me,
    ...content,
    ...repliedTo(room, params),
    ...keyboard(params),
  });
}

function repliedTo(room: Room, params: Params): Partial<Message> {
  const reply = params.object('reply_parameters');
  if (reply === undefined) return {};
  const message = room.messages.get(Number(reply['message_id']));
  if (message !== undefined)
    return { reply_to_message: message as NonNullable<Message['reply_to_message']> };
  if (reply['allow_sending_without_reply'] === true) return {};
  throw badRequest('message to be replied not found');
}

function editable(world: World, params: Params): { room: Room; message: Message } {
  const room = writableRoom(world, params);
  const message = room.messages.get(params.number('message_id') ?? NaN);
  if (message === undefined) throw badRequest('message to edit not found');
  if (message.from?.id !== world.me.id) throw badRequest("message can't be edited");
  return { room, message };
}

interface Edit {
  readonly before: Message;
  readonly content: Message;
  readonly params: Params;
}

/** Puts the new version in the place of the old one; an edit without a keyboard takes the keyboard away. */
function replace(world: World, room: Room, { before, content, params }: Edit): Message {
  const message = { ...without(content, 'reply_markup'), ...keyboard(params) };
  if (shown(message) === shown(before)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    );
  }
  const edited: Message = { ...message, edit_date: Math.floor(world.now() / 1000) };
  room.messages.set(edited.message_id, edited);
  emit(world, { kind: 'edited', message: edited, before });
  return edited;
}

function shown(message: Message): string {
  const { text, entities, caption: words, caption_entities, reply_markup } = message;
  return JSON.stringify([text, entities ?? [], words, caption_entities ?? [], reply_markup]);
}

function keyboard(params: Params): { reply_markup?: InlineKeyboardMarkup } {
  const markup = readKeyboard(params.object('reply_markup'));
  return markup === undefined ? {} : { reply_markup: markup };
}

function caption(params: Params): Partial<Message> {
  const { text, entities } = readCaption(params);
  return text === '' ? {} : { caption: text, ...list('caption_entities', entities) };
}

function readFile(world: World, params: Params, field: string) {
  const upload = params.upload(field);
  if (upload !== undefined) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    const { name, bytes } = upload;
    return { id: storeFile(world, upload), name, bytes, size: bytes.length };
  }
  const id = params.text(field) ?? '';
  if (id === '') throw badRequest(`there is no ${field} in the request`);
  const file = world.files.get(id);
  if (file === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  return { id, name: file.name, bytes: file.bytes, size: file.bytes.length };
}

function list<Name extends string, Item>(name: Name, items: readonly Item[]) {
  return (items.length === 0 ? {} : { [name]: [...items] }) as Partial<Record<Name, Item[]>>;
}

function without(message: Message, ...fields: readonly string[]): Message {
  const kept = Object.entries(message).filter(([name]) => !fields.includes(name));
  return Object.fromEntries(kept) as unknown as Message;
}
