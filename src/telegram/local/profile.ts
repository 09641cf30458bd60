/** Methods about the bot itself: its commands, descriptions and name, as people see them before they write. */
import type { BotCommand } from 'grammy/types';
import type { Params } from './params.js';
import { badRequest } from './rejection.js';
import type { World } from './world.js';

const mostCommands = 100;

export function setMyCommands(world: World, params: Params): true {
  const commands = params.list('commands') ?? [];
  if (commands.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const command of commands as readonly Partial<BotCommand>[]) {
    if (!/^[a-z0-9_]{1,32}$/.test(command.command ?? '')) throw badRequest('BOT_COMMAND_INVALID');
    const { length } = command.description ?? '';
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  world.profile.set(commandsKey(params), commands);
  return true;
}

export function getMyCommands(world: World, params: Params): unknown {
  return world.profile.get(commandsKey(params)) ?? [];
}

export function deleteMyCommands(world: World, params: Params): true {
  world.profile.delete(commandsKey(params));
  return true;
}

function commandsKey(params: Params): string {
  const scope = params.object('scope') ?? { type: 'default' };
  return `commands ${JSON.stringify(scope)} ${params.text('language_code') ?? ''}`;
}

interface ProfileText {
  readonly name: string;
  /** The field of the request and of the answer. */
  readonly field: string;
  readonly longest: number;
}

/** setMy… and getMy… of one text of the profile. */
function textMethods({ name, field, longest }: ProfileText) {
  const key = (params: Params) => `${field} ${params.text('language_code') ?? ''}`;
  return {
    [`setMy${name}`]: (world: World, params: Params) => {
      const text = params.text(field) ?? '';
      if (text.length > longest) throw badRequest(`${field} is too long`);
      world.profile.set(key(params), text);
      return true;
    },
    [`getMy${name}`]: (world: World, params: Params) => ({
      [field]: world.profile.get(key(params)) ?? '',
    }),
  };
}

export const profileTexts = {
  ...textMethods({ name: 'Name', field: 'name', longest: 64 }),
  ...textMethods({ name: 'Description', field: 'description', longest: 512 }),
  ...textMethods({ name: 'ShortDescription', field: 'short_description', longest: 120 }),
};
