import type { Environment } from './environment.ts';

/** A shorter secret is no secret: in its place, half of every line would be hidden. */
const shortest = 6;

/** Who brings an access token to a git server unless a name is told. */
const tokensName = 'x-access-token';

interface Login {
  readonly name: string;
  readonly password: string;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // It is no encoded text, and means itself.
    return text;
  }
}

/** Name and password in an address, as they are written there; also in one that is no address for their sake. */
function loginIn(address: string): Login {
  const [begin, end] = [address.indexOf('://'), address.lastIndexOf('@')];
  const login = begin < 0 ? '' : address.slice(begin + 3, Math.max(end, begin + 3));
  const colon = login.indexOf(':');
  return colon < 0
    ? { name: login, password: '' }
    : { name: login.slice(0, colon), password: login.slice(colon + 1) };
}

/** All that a text may look like where it is printed: encoded for an address, or within JSON. */
function formsOf(text: string): readonly string[] {
  const plain = decoded(text);
  const parsed = URL.parse(`x://:${text}@host`)?.password ?? text;
  return [text, plain, parsed, encodeURIComponent(plain)].flatMap(form => [
    form,
    JSON.stringify(form).slice(1, -1),
  ]);
}

/** What is sent as `Authorization: Basic …`. */
const basic = ({ name, password }: Login): string =>
  Buffer.from(`${decoded(name)}:${decoded(password)}`).toString('base64');

/**
 * What must be printed nowhere, in each form that it may take: tokens, secrets, and the passwords in addresses. From
 * what is set, checked or not, so that it holds for what is said of a wrong configuration too. The longest come first.
 */
export function secretsIn(environment: Environment): readonly string[] {
  const set = Object.entries(environment).map(([name, value = '']) => [name.toUpperCase(), value.trim()]);
  const all = (name: string) => set.flatMap(([known, value = '']) => (known === name ? [value] : []));
  const of = (name: string): string => all(name)[0] ?? '';
  const content = loginIn(of('CONTENT'));
  const others = ['DATABASE_URL', 'HTTPS_PROXY'].flatMap(name => all(name).map(loginIn));
  const parameter = URL.parse(of('DATABASE_URL'))?.searchParams.get('password') ?? '';
  const token = of('CONTENT_TOKEN');
  // `https://token@host` is how an access token is often written.
  const access = content.password === '' ? { name: tokensName, password: content.name } : content;
  const logins = [access, ...others, { name: content.name || tokensName, password: token }];
  const texts = [
    of('DISCORD_TOKEN').replace(/^Bot\s+/i, ''),
    of('CONTENT_SECRET'),
    parameter,
    ...logins.map(({ password }) => password),
  ];
  const headers = logins.filter(({ password }) => password !== '').map(basic);
  const forms = new Set([...texts.flatMap(formsOf), ...headers]);
  return [...forms]
    .filter(({ length }) => length >= shortest)
    .sort((one, other) => other.length - one.length);
}
