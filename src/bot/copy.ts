/** A copy that is sent back: fetched, read, and told what came of it. */
import type { Document } from 'grammy/types';
import { wayOn } from './aside.js';
import { learnerOf, type BotContext, type BotDeps } from './context.js';
import { pathOf } from './file-path.js';
import { importIdOf } from './import-id.js';
import type { Message } from './message.js';
import { say } from './say.js';
import { copyTooLargeMessage, restoredMessage } from './texts/own-data.js';
import { notLoadedMessage } from './texts/refusals.js';

/** Telegram gives a bot no larger file. */
const LARGEST_COPY = 20_000_000;

/** Is a file of this name meant as a copy? No notes are written in JSON; phones put a number behind a name. */
export const isCopy = (name: string): boolean => /\.json(?:\s?\(\d+\))?(?:\.gz)?$/iu.test(name);

/** Takes a copy and tells what came of it. */
export async function takeCopy(ctx: BotContext, deps: BotDeps, document: Document): Promise<void> {
  await say(ctx, await wayOn(ctx, deps.study, await read(ctx, deps, document)));
}

async function read(
  ctx: BotContext,
  { study, files }: BotDeps,
  document: Document,
): Promise<Message> {
  const path = (document.file_size ?? 0) > LARGEST_COPY ? null : await pathOf(ctx, document);
  if (path === null) return copyTooLargeMessage;
  const loaded = await files.load(path, LARGEST_COPY);
  if (!loaded.ok) return loaded.reason === 'too-big' ? copyTooLargeMessage : notLoadedMessage;
  const copy = { id: importIdOf(ctx), bytes: loaded.bytes };
  return restoredMessage(await study.ownData.restore(learnerOf(ctx), copy));
}
