/** discord-api-spec ships zod schemas of Discord's own OpenAPI file, without types for them. */
declare module 'discord-api-spec/zod' {
  import type {
    APIInteractionResponse,
    RESTPatchAPIInteractionOriginalResponseJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
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
  export const ApplicationCommandCreateRequestSchema: ZodMiniType<RESTPostAPIApplicationCommandsJSONBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<
    Partial<RESTPostAPIApplicationCommandsJSONBody>
  >;
}
