import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMeter } from '../../src/bot/meter.ts';
import { readers, shipped, stage } from '../commands/stage.ts';

/** What a reader may have in these tests: so many commands a minute. */
const most = 4;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.parse('2026-01-01') });
});

afterEach(() => {
  vi.useRealTimers();
});

const fair = () => stage(shipped, { fairUse: most, mostPublic: Number.POSITIVE_INFINITY });

async function times<T>(count: number, act: () => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  for (let one = 0; one < count; one++) done.push(await act());
  return done;
}

describe('a reader who asks much', () => {
  it('is answered for all to see, then for them alone, then told how long to wait', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    const [first, second, third, fourth, fifth] = await times(5, () => bob.types('/insight 5'));
    expect([first?.private, second?.private]).toEqual([false, false]);
    for (const hushed of [third, fourth]) {
      expect(hushed?.private).toBe(true);
      expect(hushed?.text).toContain('Much was asked just now, so this one is for you alone.');
      expect(hushed?.text).toContain('Long Context');
      expect(hushed?.buttons).not.toContain('Post to channel');
    }
    expect(fifth).toMatchObject({
      private: true,
      text: 'That was a lot within a minute. Please try again in 60 seconds.',
      buttons: [],
    });
  });

  it('is answered as ever once the minute is over, which counts from their first question', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    await bob.types('/insight 5');
    vi.advanceTimersByTime(40_000);
    const refused = (await times(most, () => bob.types('/insight 5'))).at(-1);
    expect(refused?.text).toContain('in 20 seconds.');
    vi.advanceTimersByTime(19_001);
    expect((await bob.types('/insight 5')).text).toContain('in 1 second.');
    vi.advanceTimersByTime(999);
    expect((await bob.types('/insight 5')).private).toBe(false);
  });

  it('is told in their own language, in Chinese of both kinds', async () => {
    const { discord } = fair();
    const { ming, mei } = readers(discord);
    const said = async (reader: typeof ming) => (await times(5, () => reader.types('/help'))).at(-1)?.text;
    expect(await said(ming)).toBe('这一分钟里问得太多了，请 60 秒后再试。');
    expect(await said(mei)).toBe('這一分鐘裡問得太多了，請 60 秒後再試。');
  });

  it('keeps nobody else from asking, nor themselves in the next minute from posting', async () => {
    const { discord } = fair();
    const { ming, ann } = readers(discord);
    await times(9, () => ming.types('/insight 5'));
    expect((await ann.types('/insight 5')).private).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect((await ming.types('/insight 5')).private).toBe(false);
  });

  it('may press three times as often, and presses count with commands', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    const card = await bob.types('/post latest');
    const presses = await times(9, () => bob.presses(card, '阅读全文'));
    expect(presses.every(({ buttons }) => buttons.length > 0)).toBe(true);
    const refused = await bob.presses(card, '阅读全文');
    expect(refused).toMatchObject({ change: 'new', private: true });
    expect(refused.text).toContain('Please try again in 60 seconds.');
    expect((await bob.types('/help')).text).toContain('Please try again in 60 seconds.');
  });

  it('is refused as well where all that they get is errors, or an unknown command', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    const nothing = () => bob.sends({ type: 2, data: { name: 'nothing' } });
    const seen = await times(5, nothing);
    expect(seen.at(-2)?.text).not.toContain('try again in');
    expect(seen.at(-1)?.text).toContain('try again in');
  });

  it('in direct messages too, in the open since nothing is private there', async () => {
    const { discord } = fair();
    const alone = readers(discord).bob.alone();
    const seen = await times(5, () => alone.types('/insight 5'));
    expect(seen.at(-2)?.text).toContain('Long Context');
    expect(seen.at(-1)?.text).toContain('Please try again in 60 seconds.');
    expect((seen.at(-1)?.message.flags ?? 0) & 64).toBe(0);
  });

  it('cannot post a private answer to the channel from half of their share on', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    const hits = await bob.types('/search CoT');
    expect(hits.buttons).toContain('Post to channel');
    await bob.types('/help');
    const posted = await bob.presses(hits, 'Post to channel');
    expect(posted.private).toBe(true);
    expect(posted.text).toContain('this one is for you alone');
  });

  it('gets choices as they type, apart from what they ask, and none instead of a refusal', async () => {
    const { discord } = fair();
    const { bob } = readers(discord);
    const typing = () => bob.completes('/post show', 'post', '压缩');
    const typed = await times(81, typing);
    expect(typed.at(-2)?.length).toBeGreaterThan(0);
    expect(typed.at(-1)).toEqual([]);
    expect((await bob.types('/insight 5')).private).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect((await typing()).length).toBeGreaterThan(0);
  });
});

describe('a server in which much is asked', () => {
  it('gets private answers, then none until the minute is over; no other server does, nor direct messages', async () => {
    const { discord, lines } = fair();
    const { ming, bob } = readers(discord);
    const member = () => discord.reader({ in: ming.channel, locale: 'en-US' });
    const open = (await times(25 * most, async () => await member().types('/insight 5'))).at(-1);
    expect(open?.private).toBe(false);
    const hushed = await times(25 * most, async () => await member().types('/insight 5'));
    expect([hushed[0]?.private, hushed.at(-1)?.private]).toEqual([true, true]);
    expect(hushed.at(-1)?.text).toContain('Long Context');
    for (const seen of await times(2, () => member().types('/insight 5'))) {
      const text = 'Much is being asked in this server just now. Please try again in 60 seconds.';
      expect(seen).toMatchObject({ private: true, text });
    }
    expect((await ming.types('/insight 5')).text).toBe('这个服务器里这会儿问的人太多，请 60 秒后再试。');
    expect((await bob.types('/insight 5')).private).toBe(false);
    expect((await ming.alone().types('/insight 5')).text).toContain('Long Context');
    expect(lines).toEqual([
      {
        level: 'info',
        fields: { server: expect.stringMatching(/^\d+$/) },
        line: 'a server asks too much, and is refused for 60 s',
      },
    ]);
    vi.advanceTimersByTime(60_000);
    expect((await ming.types('/insight 5')).private).toBe(false);
  });

  it('is not kept from asking by one reader who is refused', async () => {
    const { discord } = fair();
    const { ming, ann } = readers(discord);
    await times(51 * most, () => ming.types('/help'));
    expect((await ann.types('/insight 5')).private).toBe(false);
  });
});

describe('a refusal', () => {
  it('is logged once a minute, and not of whom', async () => {
    const { discord, lines } = fair();
    const { bob } = readers(discord);
    await times(20, () => bob.types('/help'));
    expect(lines).toEqual([
      { level: 'info', fields: {}, line: 'a reader asks too much, and is refused for 60 s' },
    ]);
    vi.advanceTimersByTime(60_000);
    await times(20, () => bob.types('/help'));
    expect(lines).toHaveLength(2);
  });
});

describe('what is remembered of who asked', () => {
  it('is gone after a minute', async () => {
    const meter = makeMeter(10);
    for (let reader = 0; reader < 1_000; reader++) await meter(`reader ${reader}`, 1);
    expect(vi.getTimerCount()).toBe(1_000);
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is no more for 40,000 readers than for 20,000: who came first is forgotten first', async () => {
    const meter = makeMeter(10);
    for (let reader = 0; reader < 40_000; reader++) await meter(`reader ${reader}`, 9);
    expect(vi.getTimerCount()).toBe(20_000);
    expect((await meter('reader 39999', 1)).share).toBe(1);
    expect((await meter('reader 0', 1)).share).toBe(0.1);
    expect(vi.getTimerCount()).toBe(20_000);
  });
});

describe('where nobody is held to anything', () => {
  it('all are answered', async () => {
    const { discord } = stage(shipped, { mostPublic: Number.POSITIVE_INFINITY });
    const { bob } = readers(discord);
    const seen = await times(60, () => bob.types('/insight 5'));
    expect(seen.every(one => !one.private)).toBe(true);
  });
});
