import { DiscordAPIError } from '@discordjs/rest';
import { channelTypes } from '../../discord/announcing/answers.ts';
import { reasonOf } from '../../discord/reason.ts';
import { drift, sayChange } from '../../discord/register.ts';
import type { CheckName } from '../../words/doctor/model.ts';
import type { Application, Asking } from './ask.ts';
import type { Account, Check, Finding, Patient } from './model.ts';

/** How far the clock may be off, in milliseconds: Discord tells its own in whole seconds, and the way takes time. */
const TOLERANCE = 10_000;

/** As many servers as are named. */
const NAMED = 8;

const isTokenRefused = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 401;

const finding = (check: CheckName, state: Finding['state'], message: string): readonly Finding[] => [
  { check, state, message },
];

/** The application; undefined where there is no token, or what is wrong with it is told elsewhere. */
const known = ({ application }: Asking): Promise<Application | undefined> =>
  application().catch(() => undefined);

export const reachCheck =
  ({ words }: Patient, { reach: { proxy } }: Account, { host, reach }: Asking): Check =>
  async () => {
    try {
      return finding('discord', 'good', words.reached(host, await reach()));
    } catch (error) {
      // Whatever it answers, it answers.
      if (error instanceof DiscordAPIError) return finding('discord', 'good', words.reached(host, 0));
      return finding('discord', 'todo', words.unreachable(host, reasonOf(error), proxy !== undefined));
    }
  };

export const clockCheck =
  ({ words }: Patient, { reach, clocks }: Asking): Check =>
  async () => {
    await reach().catch(() => undefined);
    const told = clocks();
    if (told === undefined) return [];
    const ahead = told.ours - told.theirs;
    if (Math.abs(ahead) <= TOLERANCE) return finding('clock', 'good', words.clock);
    return finding('clock', 'todo', words.wrongClock(Math.round(ahead / 1_000)));
  };

export const applicationCheck =
  ({ words }: Patient, { bot }: Account, { application, reach }: Asking): Check =>
  async () => {
    if (!bot) return finding('application', 'hint', words.noToken);
    try {
      const told = await application();
      if (told === undefined) return [];
      if (told.id !== bot.applicationId)
        return finding('application', 'todo', words.otherApplication(told.id));
      return finding('application', 'good', words.application(told.name, told.id));
    } catch (error) {
      if (isTokenRefused(error)) return finding('application', 'todo', words.tokenRefused);
      // Where Discord is not reached at all, that is told already.
      const isReached = await reach().then(
        () => true,
        () => false,
      );
      return isReached ? finding('application', 'todo', words.failed(reasonOf(error))) : [];
    }
  };

export const serversCheck =
  ({ words }: Patient, asking: Asking): Check =>
  async () => {
    if ((await known(asking)) === undefined) return [];
    const names = await asking.servers();
    if (names.length === 0) return finding('servers', 'hint', words.noServers);
    return finding('servers', 'good', words.servers(names.length, names.slice(0, NAMED)));
  };

export const intentsCheck =
  ({ words }: Patient): Check =>
  () =>
    finding('intents', 'good', words.intents);

/** Over how many connections the gateway will be opened, where it is, and whether Discord grants as many logins. */
export const gatewayCheck =
  ({ words, way }: Patient, asking: Asking): Check =>
  async () => {
    if (way !== 'gateway' || (await known(asking)) === undefined) return [];
    const { shards, session_start_limit } = await asking.gateway();
    const { total, remaining, reset_after } = session_start_limit;
    if (remaining >= shards) return finding('gateway', 'good', words.gateway(shards, remaining, total));
    const minutes = Math.ceil(reset_after / 60_000);
    return finding('gateway', 'hint', words.fewLogins(shards, remaining, minutes));
  };

/** Whether Discord posts interactions where Quoth waits for them, and signs them as it expects. */
export const endpointCheck =
  ({ words }: Patient, { bot, publicKey }: Account, asking: Asking): Check =>
  async () => {
    const application = await known(asking);
    // Where a token is of no use, that is told of the application.
    if (application === undefined) return bot ? [] : finding('endpoint', 'hint', words.unknownKey);
    const url = application.interactions_endpoint_url ?? '';
    if (publicKey === undefined) {
      if (url === '') return finding('endpoint', 'good', words.noEndpointNeeded);
      return finding('endpoint', 'todo', words.endpointInTheWay(url));
    }
    if (publicKey !== application.verify_key) return finding('endpoint', 'todo', words.otherKey);
    if (url === '') return finding('endpoint', 'todo', words.noEndpoint);
    return finding('endpoint', 'good', words.endpoint(url));
  };

/** What registering would change. */
export const commandsCheck =
  ({ words, commands }: Patient, { bot }: Account, asking: Asking): Check =>
  async () => {
    if (!bot || (await known(asking)) === undefined) return [];
    try {
      const changes = await drift(asking.rest, bot.applicationId, bot.guildId, commands);
      if (changes.length === 0) return finding('commands', 'good', words.commands(commands.length));
      return finding('commands', 'hint', words.drift(changes.map(sayChange)));
    } catch (error) {
      return finding('commands', 'todo', words.failed(reasonOf(error)));
    }
  };

/** Whether other servers can follow the home channel, where there is one. */
export const homeCheck =
  ({ words, home }: Patient, asking: Asking): Check =>
  async () => {
    if (home === undefined || (await known(asking)) === undefined) return [];
    try {
      const { name, type } = await asking.channel(home);
      if (type !== channelTypes.announcement) return finding('home', 'todo', words.homeOfOtherKind(name));
      return finding('home', 'good', words.home(name));
    } catch (error) {
      return finding('home', 'todo', words.noHome(home, reasonOf(error)));
    }
  };

/** The address that brings Quoth into a server: for its commands and its messages, without any permission of its own. */
const inviteTo = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=0`;

export const inviteCheck =
  ({ bot, applicationId }: Account, asking: Asking): Check =>
  async () => {
    const id = (await known(asking))?.id ?? bot?.applicationId ?? applicationId;
    return id === undefined ? [] : finding('invite', 'good', inviteTo(id));
  };
