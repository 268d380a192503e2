import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import { makeBackstage, nothingRefused, type Stage } from './backstage.ts';
import { type Clock, makeClock } from './clock.ts';
import { checkEndpoint, makeSigner, post, type Signer } from './endpoint.ts';
import { type Front, headersOf, makeFront } from './front.ts';
import { type Gateway, makeGateway } from './gateway.ts';
import type { Answer } from './problems.ts';

export interface DiscordOptions {
  readonly clock?: Clock;
  /** Milliseconds between two heartbeats of the gateway. */
  readonly heartbeat?: number;
  /** Bits of intents that the application was not given. */
  readonly refusedIntents?: number;
  /** The name that it is reached by, where that is not 127.0.0.1. */
  readonly host?: string;
  /** The gateway's address, where it is not reached directly. */
  readonly gatewayUrl?: string;
  /** Over how many connections Discord would have the bot split: 1 unless told. */
  readonly shards?: number;
}

/** A fake Discord with real sockets on loopback. */
export interface Discord extends Stage, Pick<Front, 'requests' | 'plan'> {
  /** What DISCORD_API_URL is set to: `http://127.0.0.1:1234/api`. */
  readonly apiUrl: string;
  readonly port: number;
  readonly gateway: Gateway;
  /** From now on Discord would have the bot split over so many connections. */
  readonly recommends: (shards: number) => void;
  /** Of the application, for interactions over HTTP. */
  readonly signer: Signer;
  /** From now on interactions are posted to this address, once it has passed the portal's check. */
  readonly usesEndpoint: (url: string) => Promise<void>;
  /** Ends all connections; throws where something was refused that no test expected. */
  readonly close: () => Promise<void>;
}

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const { clock = makeClock(), heartbeat = 45_000, refusedIntents = 0, host = '127.0.0.1' } = options;
  let endpoint: string | undefined;

  const machinery = makeBackstage(async interaction => {
    if (endpoint === undefined) gateway.dispatch('INTERACTION_CREATE', interaction);
    else await postInteraction(endpoint, interaction);
  }, clock);
  const { stage, desk, changed } = machinery;

  const signer = makeSigner(clock);
  stage.world.application.verify_key = signer.publicKey;

  const postInteraction = async (url: string, interaction: APIInteraction): Promise<void> => {
    const body = JSON.stringify(interaction);
    const { status, text } = await post(url, body, signer.headers(body));
    const exchange = desk.exchange(interaction.token);
    if (status === 200) desk.callback(interaction.id, interaction.token, JSON.parse(text));
    else exchange?.happens({ kind: 'failed', reason: `its endpoint answered ${status} ${text}` });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      answer(response, { status: 500, body: String(error) }),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = options.gatewayUrl ?? `ws://${host}:${port}`;
  const advice = { url: gatewayUrl, shards: options.shards ?? 1 };
  const front = makeFront(machinery, advice);
  const gateway = makeGateway({
    server,
    world: stage.world,
    token: stage.token,
    url: gatewayUrl,
    heartbeat,
    refusedIntents,
    changed,
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = incoming;
    const { pathname, searchParams: query } = new URL(incoming.url ?? '', 'http://discord');
    const path = decodeURIComponent(pathname.replace(/^\/api\/v\d+/, ''));
    const body = await readBody(incoming);
    const reply = await front.take({ method, path, query, authorization: headers.authorization, body });
    if (reply === 'broken') response.destroy();
    else if (reply !== 'silence') answer(response, reply);
  }

  return {
    ...stage,
    requests: front.requests,
    plan: front.plan,
    apiUrl: `http://${host}:${port}/api`,
    port,
    gateway,
    recommends: shards => {
      advice.shards = shards;
    },
    signer,
    usesEndpoint: async url => {
      const { applicationId: application_id, world } = stage;
      await checkEndpoint(url, signer, {
        id: world.nextId(),
        application_id,
        type: InteractionType.Ping,
        token: 'ping',
        version: 1,
      });
      endpoint = url;
      stage.world.application.interactions_endpoint_url = url;
    },
    close: async () => {
      gateway.ends();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      nothingRefused(stage.refused);
    },
  };
}

function answer(response: ServerResponse, reply: Answer): void {
  const { status, body } = reply;
  response.writeHead(status, headersOf(reply));
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Reads a request's body: JSON, or the JSON part of a form with files. Undefined where there is none. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return JSON.parse(String(form.get('payload_json') ?? 'null'));
}
