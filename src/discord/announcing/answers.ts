import * as z from 'zod';

/** Channel types: https://docs.discord.com/developers/resources/channel#channel-object-channel-types. */
export const channelTypes = {
  text: 0,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
} as const;

const overwrite = z.object({ id: z.string(), allow: z.string(), deny: z.string() });

const forumTag = z.object({ id: z.string(), name: z.string(), moderated: z.boolean().optional() });

export const channelShape = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  parent_id: z.string().nullish(),
  owner_id: z.string().nullish(),
  flags: z.number().nullish(),
  permission_overwrites: z.array(overwrite).nullish(),
  available_tags: z.array(forumTag).nullish(),
  thread_metadata: z.object({ archive_timestamp: z.string() }).nullish(),
});

export type Channel = z.infer<typeof channelShape>;

export const roleShape = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  permissions: z.string(),
  managed: z.boolean(),
  mentionable: z.boolean(),
});

export type Role = z.infer<typeof roleShape>;

export const memberShape = z.object({ roles: z.array(z.string()) });

/** Whatever has an id and nothing else that matters: a user, a server, a message that was sent. */
export const idShape = z.object({ id: z.string() });

/** A webhook; where it brings what is published in a channel that is followed, it names that one. */
export const webhookShape = z.object({ source_channel: idShape.nullish() });

export const newThreadShape = z.object({ id: z.string(), message: idShape });

const componentShape = z.object({
  custom_id: z.string().nullish(),
  options: z.array(z.object({ value: z.string() })).nullish(),
  get components() {
    return z.array(componentShape).nullish();
  },
});

export type Component = z.infer<typeof componentShape>;

export const messageShape = z.object({
  id: z.string(),
  author: idShape,
  content: z.string().nullish(),
  components: z.array(componentShape).nullish(),
  /** Of answers to interactions, and of copies in channels that follow. */
  webhook_id: z.string().nullish(),
});

export type ReadMessage = z.infer<typeof messageShape>;

export const threadsShape = z.object({ threads: z.array(channelShape), has_more: z.boolean().optional() });
