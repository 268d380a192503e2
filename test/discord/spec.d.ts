/** discord-api-spec ships zod schemas of Discord's own OpenAPI file, without types for them. */
declare module 'discord-api-spec/zod' {
  import type {
    APIInteractionResponse,
    RESTPatchAPIChannelJSONBody,
    RESTPatchAPIChannelMessageJSONBody,
    RESTPatchAPIInteractionOriginalResponseJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
    RESTPostAPIChannelMessagesThreadsJSONBody,
    RESTPostAPIGuildForumThreadsJSONBody,
    RESTPostAPIInteractionFollowupJSONBody,
  } from 'discord-api-types/v10';
  import type { ZodMiniType } from 'zod/mini';

  type Callback<Type extends number> = Extract<APIInteractionResponse, { type: Type }>;

  export const PongInteractionCallbackRequestSchema: ZodMiniType<Callback<1>>;
  export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType<Callback<4 | 5>>;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType<Callback<6 | 7>>;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType<Callback<8>>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<RESTPatchAPIInteractionOriginalResponseJSONBody>;
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType<RESTPostAPIInteractionFollowupJSONBody>;
  export const MessageCreateRequestSchema: ZodMiniType<RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelMessageJSONBody>;
  export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<RESTPostAPIChannelMessagesThreadsJSONBody>;
  export const CreateForumThreadRequestSchema: ZodMiniType<RESTPostAPIGuildForumThreadsJSONBody>;
  export const UpdateThreadRequestPartialSchema: ZodMiniType<RESTPatchAPIChannelJSONBody>;
  export const ApplicationCommandCreateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<
    Partial<RESTPostAPIApplicationCommandsJSONBody>
  >;
}
