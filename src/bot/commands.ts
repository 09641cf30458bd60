/** What Telegram shows before anybody has written: the menu of commands and the profile of the bot. Sent at every start. */
import type { Api } from 'grammy';
import { description, menu, shortDescription } from './texts/replies.js';

/** Registers the commands that work and both descriptions. */
export async function registerCommands(api: Api): Promise<void> {
  await api.setMyCommands(menu);
  await api.setMyDescription(description);
  await api.setMyShortDescription(shortDescription);
}
