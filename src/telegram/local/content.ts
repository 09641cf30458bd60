/** Reads what a bot wants to show: text or caption with its formatting, within Telegram's limits. */
import type { MessageEntity } from 'grammy/types';
import { type FormattedText, parseHtml, trim } from './html.js';
import type { Params } from './params.js';
import { badRequest } from './rejection.js';

export const longestText = 4096;
export const longestCaption = 1024;

/** The text of a message; lengths count UTF-16 units after the tags are gone, the stricter of the readings. */
export function readText(params: Params, tooLong = 'message is too long'): FormattedText {
  const content = format(params, params.text('text') ?? '', params.list('entities'));
  if (content.text === '') throw badRequest('message text is empty');
  if (content.text.length > longestText) throw badRequest(tooLong);
  const preview = params.object('link_preview_options');
  if (preview !== undefined && preview['is_disabled'] !== true && preview['url'] === '') {
    throw badRequest('WEBPAGE_URL_INVALID');
  }
  return content;
}

/** The caption of a file; empty when there is none. */
export function readCaption(params: Params): FormattedText {
  const content = format(params, params.text('caption') ?? '', params.list('caption_entities'));
  if (content.text.length > longestCaption) throw badRequest('message caption is too long');
  return content;
}

function format(
  params: Params,
  raw: string,
  entities: readonly unknown[] | undefined,
): FormattedText {
  // The server drops carriage returns and turns other control characters into spaces.

  const text = raw.replace(/\r/g, '').replace(/[\0-\x09\x0b-\x1f]/g, ' ');
  const mode = params.text('parse_mode');
  if (mode === undefined || mode === '') return trim(text, (entities ?? []) as MessageEntity[]);
  if (mode.toLowerCase() !== 'html') throw badRequest('unsupported parse_mode');
  return parseHtml(text);
}
