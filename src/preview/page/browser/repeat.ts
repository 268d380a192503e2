import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { decode, type Route } from '../../../message/route.ts';
import type { Act } from '../../interaction.ts';

/** Places that only show something; the others do something. */
const SHOWN: ReadonlySet<Route['to']> = new Set<Route['to']>([
  'card',
  'read',
  'contents',
  'insight',
  'insights',
  'related',
  'list',
  'find',
  'help',
]);

/** Whether doing the same again only shows something again. A command that takes a permission changes something. */
export function isRepeatable(act: Act, commands: RESTPutAPIApplicationCommandsJSONBody): boolean {
  switch (act.does) {
    case 'complete':
      return true;
    case 'ask':
    case 'ask about':
      return commands.some(
        ({ name, default_member_permissions: needed }) => name === act.command.name && needed == null,
      );
    case 'press':
      return shows(act.customId);
    case 'choose':
      return act.values.every(shows);
  }
}

function shows(customId: string): boolean {
  const press = decode(customId);
  return press.do === 'go' && SHOWN.has(press.route.to);
}
