/** Files: what can be read becomes a deck, what cannot is answered with one sentence that says what to do instead. */
import { extname } from 'node:path';
import type { Document } from 'grammy/types';
import { wayOn } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import { isCopy, takeCopy } from './copy.js';
import { pathOf } from './file-path.js';
import { importIdOf } from './import-id.js';
import { realLater } from './later.js';
import type { Message } from './message.js';
import { edit, say } from './say.js';
import { notLoadedMessage, refusedMessage, unreadable } from './texts/refusals.js';
import { readingMessage, takenMessage } from './texts/report.js';

/** Reading is mentioned when it takes longer than this. */
const MOMENT_MS = 1_000;
const UNNAMED = 'Конспект.txt';

/** What is known by its name to be unreadable; everything else is judged by what is in it. */
const KINDS: Readonly<Record<string, keyof typeof unreadable>> = {
  ...{ '.pdf': 'pdf', '.djvu': 'pdf', '.doc': 'oldWord' },
  ...{ '.jpg': 'picture', '.jpeg': 'picture', '.png': 'picture', '.heic': 'picture' },
  ...{ '.webp': 'picture', '.gif': 'picture', '.bmp': 'picture', '.tiff': 'picture' },
  ...{ '.pptx': 'other', '.ppt': 'other', '.xlsx': 'other', '.xls': 'other', '.odt': 'other' },
  ...{ '.rtf': 'other', '.epub': 'other', '.fb2': 'other', '.pages': 'other', '.zip': 'other' },
  ...{ '.rar': 'other', '.7z': 'other', '.mp3': 'other', '.mp4': 'other', '.exe': 'other' },
};

/** Takes a document and tells what came of it. */
export async function takeDocument(
  ctx: BotContext,
  deps: BotDeps,
  document: Document,
): Promise<void> {
  const name = document.file_name ?? UNNAMED;
  const kind = kindOf(document, name);
  if (kind !== null) return answer(ctx, deps, null, unreadable[kind]);
  if (isCopy(name)) return takeCopy(ctx, deps, document);
  const { largest } = deps.files;
  if ((document.file_size ?? 0) > largest) return answer(ctx, deps, null, tooBig(largest));
  const notice = noticeOf(ctx, deps, name);
  const message = await read(ctx, deps, document, name).finally(notice.cancel);
  await answer(ctx, deps, await notice.sent(), message);
}

/** Says that the file is being read, unless that is over in a moment. */
function noticeOf(ctx: BotContext, { later = realLater }: BotDeps, name: string) {
  const sent: Promise<number | null>[] = [];
  const cancel = later(() => {
    const title = name.replace(/\.[^.]*$/u, '');
    sent.push(say(ctx, readingMessage(title)).catch(() => null));
  }, MOMENT_MS);
  return { cancel, sent: async () => (await sent[0]) ?? null };
}

function kindOf({ mime_type: mime = '' }: Document, name: string): keyof typeof unreadable | null {
  const kind = KINDS[extname(name).toLowerCase()];
  if (kind !== undefined) return kind;
  if (mime === 'application/pdf') return 'pdf';
  if (mime.startsWith('image/')) return 'picture';
  return /^(?:audio|video)\//u.test(mime) ? 'other' : null;
}

const tooBig = (largest: number): Message => refusedMessage({ reason: 'too-big' }, largest);

/** Fetches and reads; whatever is wrong with the file is a message. */
async function read(
  ctx: BotContext,
  { study, files }: BotDeps,
  document: Document,
  name: string,
): Promise<Message> {
  const path = await pathOf(ctx, document);
  if (path === null) return tooBig(files.largest);
  const loaded = await files.load(path);
  if (!loaded.ok) return loaded.reason === 'too-big' ? tooBig(files.largest) : notLoadedMessage;
  const taken = await study.ownDecks.take(learnerOf(ctx), {
    ...{ id: importIdOf(ctx), fileName: name },
    source: { bytes: loaded.bytes },
  });
  return taken.kind === 'refused'
    ? refusedMessage(taken.refusal, files.largest)
    : takenMessage(taken);
}

/** In place of the notice, if there was one. */
async function answer(
  ctx: BotContext,
  { study }: BotDeps,
  notice: number | null,
  message: Message,
): Promise<void> {
  const whole = await wayOn(ctx, study, message);
  const isShown = notice !== null && (await edit(ctx, notice, whole));
  if (isShown) ctx.onScreen = { message: whole, messageId: notice };
  else await say(ctx, whole);
}
