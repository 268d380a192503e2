import type {
  APIInteraction,
  APIMessageTopLevelComponent,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Respond, Response } from '../../../src/bot/model.ts';
import { encode } from '../../../src/message/route.ts';

/** Commands like Quoth's, as they are registered. */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'post',
    description: 'Posts',
    options: [
      { type: 1, name: 'insights', description: 'All insights', options: [onlyMe()] },
      { type: 1, name: 'latest', description: 'Newest', options: [option('tag', '标签', false)] },
      { type: 1, name: 'show', description: 'A post', options: [option('post', '文章', true), onlyMe()] },
      {
        type: 1,
        name: 'list',
        description: 'All',
        options: [option('tag', '标签', false), option('year', '年份', false), onlyMe()],
      },
      {
        type: 1,
        name: 'section',
        description: 'Read',
        options: [option('post', '文章', true), option('section', '小节', true), onlyMe()],
      },
    ],
  },
  {
    name: 'insight',
    description: 'Quote',
    options: [option('number', '编号', true), option('post', '文章', false), onlyMe()],
  },
  {
    name: 'search',
    description: 'Search',
    options: [option('query', '关键词', true), option('tag', '标签', false), onlyMe()],
  },
  { name: 'help', description: 'Help', options: [onlyMe()] },
  { type: 3, name: 'Search the posts', name_localizations: { 'zh-CN': '搜索博客' } },
];

function option(name: string, chinese: string, required: boolean) {
  const name_localizations = { 'zh-CN': chinese };
  return {
    type: 3 as const,
    name,
    name_localizations,
    description: name,
    required,
    autocomplete: true as const,
  };
}

function onlyMe() {
  const name_localizations = { 'zh-CN': '仅自己可见' };
  return {
    type: 5 as const,
    name: 'private',
    name_localizations,
    description: 'For you alone',
    required: false,
  };
}

/** A message of one container. */
export function contained(...components: readonly object[]): {
  readonly components: APIMessageTopLevelComponent[];
} {
  return { components: JSON.parse(JSON.stringify([{ type: 17, accent_color: 0x3f7d78, components }])) };
}

export const text = (content: string) => ({ type: 10, content });
export const row = (...components: readonly object[]) => ({ type: 1, components });
export const button = (label: string, custom_id: string) => ({ type: 2, style: 2, label, custom_id });
export const link = (label: string, url: string) => ({ type: 2, style: 5, label, url });

/** custom_ids of Quoth's own: two that lead somewhere, one that posts to the channel, one that takes away. */
export const ids = {
  read: encode({ do: 'go', route: { to: 'card', post: 'AAAAAAAAAAA' } }),
  insights: encode({ do: 'go', route: { to: 'insights', post: 'AAAAAAAAAAA', page: 0 } }),
  share: encode({ do: 'share', route: { to: 'card', post: 'AAAAAAAAAAA' } }),
  remove: encode({ do: 'remove' }),
};

/** A bot that keeps what it was asked, and answers as `answer` says. */
export function fakeBot(answer: (interaction: APIInteraction) => Response): {
  readonly respond: Respond;
  readonly asked: APIInteraction[];
} {
  const asked: APIInteraction[] = [];
  return {
    asked,
    respond: interaction => {
      asked.push(interaction);
      return Promise.resolve(answer(interaction));
    },
  };
}

/** A new message, for all to see or for the asker alone. */
export function says(content: string, { ephemeral = false, rows = [] as readonly object[] } = {}): Response {
  return {
    callback: {
      type: 4,
      data: { flags: 32_768 | (ephemeral ? 64 : 0), ...contained(text(content), ...rows) },
    },
  };
}
