import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import { makeBackstage, nothingRefused, type Stage } from './backstage.ts';
import { type Clock, makeClock } from './clock.ts';
import { checkEndpoint, makeSigner, post, type Signer } from './endpoint.ts';
import { type Fault, type Faults, makeFaults } from './faults.ts';
import { type Gateway, makeGateway } from './gateway.ts';
import type { Answer } from './problems.ts';
import { makeRest, type Request, readBody } from './rest.ts';

export interface DiscordOptions {
  readonly clock?: Clock;
  /** Milliseconds between two heartbeats of the gateway. */
  readonly heartbeat?: number;
  /** Bits of intents that the application was not given. */
  readonly refusedIntents?: number;
  /** The gateway's address, where it is not reached directly. */
  readonly gatewayUrl?: string;
}

/** A fake Discord with real sockets on loopback. */
export interface Discord extends Stage {
  readonly token: string;
  /** What DISCORD_API_URL is set to: `http://127.0.0.1:1234/api`. */
  readonly apiUrl: string;
  readonly port: number;
  readonly gateway: Gateway;
  /** Of the application, for interactions over HTTP. */
  readonly signer: Signer;
  /** Every request to the REST API, in order. */
  readonly requests: readonly Request[];
  /** Makes requests go wrong whose `POST /interactions/…` matches. */
  readonly plan: Faults['plan'];
  /** From now on interactions are posted to this address, once it has passed the portal's check. */
  readonly usesEndpoint: (url: string) => Promise<void>;
  /** Ends all connections; throws where something was refused that no test expected. */
  readonly close: () => Promise<void>;
}

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const { clock = makeClock(), heartbeat = 45_000, refusedIntents = 0 } = options;
  let endpoint: string | undefined;

  const machinery = makeBackstage(async interaction => {
    if (endpoint === undefined) gateway.dispatch('INTERACTION_CREATE', interaction);
    else await postInteraction(endpoint, interaction);
  }, clock);
  const { stage, desk, changed } = machinery;

  const token = `${Buffer.from(stage.applicationId).toString('base64url')}.GfAkE1.${'not-a-real-token_'.repeat(2)}abcd`;
  const signer = makeSigner(clock);
  const faults = makeFaults();
  const requests: Request[] = [];

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
  const gatewayUrl = options.gatewayUrl ?? `ws://127.0.0.1:${port}`;
  const rest = makeRest(machinery, token, gatewayUrl);
  const gateway = makeGateway({
    server,
    world: stage.world,
    token,
    url: gatewayUrl,
    heartbeat,
    refusedIntents,
    changed,
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = incoming;
    const { pathname, searchParams: query } = new URL(incoming.url ?? '', 'http://discord');
    const path = decodeURIComponent(pathname.replace(/^\/api\/v\d+/, ''));
    const request = {
      method,
      path,
      query,
      authorization: headers.authorization,
      body: await readBody(incoming),
    };
    requests.push(request);
    const fault = faults.take(`${method} ${path}`);
    act(fault, request, response);
    changed();
  }

  function act(fault: Fault | undefined, request: Request, response: ServerResponse): void {
    if (fault === 'stalls') return;
    if (fault === 'resets') response.destroy();
    else if (fault === 'loses the answer') rest(request);
    else if (fault && 'until' in fault) {
      fault.until.then(
        () => act(undefined, request, response),
        () => response.destroy(),
      );
    } else answer(response, fault ?? rest(request));
  }

  return {
    ...stage,
    token,
    apiUrl: `http://127.0.0.1:${port}/api`,
    port,
    gateway,
    signer,
    requests,
    plan: faults.plan,
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
    },
    close: async () => {
      gateway.drops();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      nothingRefused(stage.refused);
    },
  };
}

function answer(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
