import { describe, expect, it } from 'vitest';
import { makeBlog } from '../../src/blog/blog.ts';
import { encode } from '../../src/message/route.ts';
import { readers, shipped, stage } from './stage.ts';

/** The bot, and what it says was missed. */
function counting() {
  const missed: string[] = [];
  return { ...stage(shipped, { missed: query => missed.push(query) }), missed };
}

describe('a search that finds nothing', () => {
  it('is told as missed, as it is compared, whatever was near', async () => {
    const { discord, missed } = counting();
    const { ming, bob } = readers(discord);
    expect((await bob.types('/search Kubernetes')).text).toContain('“Kubernetes”');
    await ming.types('/search', { query: '長期記憶機制' });
    expect(missed).toEqual(['kubernetes', '长期记忆机制']);
  });

  it('is told once, however long the answer takes and however many posts are still to be read', async () => {
    const { discord, missed, serve } = counting();
    const more = Promise.withResolvers<void>();
    const nothing = makeBlog([], [], shipped.settings, 0);
    serve(nothing, { read: 0, total: 1, more: more.promise });
    const { bob } = readers(discord);
    const [found, missing] = [bob.types('/search long context'), bob.types('/search Kubernetes')];
    serve(shipped);
    more.resolve();
    await Promise.all([found, missing]);
    expect(missed).toEqual(['kubernetes']);
  });

  it('is told where its filters alone kept everything from it only if no post has it', async () => {
    const { discord, missed } = counting();
    const { bob } = readers(discord);
    await bob.types('/search', { query: 'long context before:1999' });
    await bob.types('/search', { query: 'long context', tag: 'no such tag' });
    await bob.types('/search', { query: 'long context' });
    expect(missed).toEqual([]);
    await bob.types('/search', { query: 'kubernetes', tag: 'no such tag' });
    expect(missed).toEqual(['kubernetes']);
  });

  it('is not told where it was a message’s text, a page of results, completion, or another command', async () => {
    const { discord, missed } = counting();
    const { bob } = readers(discord);
    expect((await bob.picks('Search the posts', 'Kubernetes')).text).toContain('Kubernetes');
    const hits = await bob.types('/search CoT');
    const found = await bob.forges(
      hits,
      encode({ do: 'go', route: { to: 'find', query: 'Kubernetes', page: 0 } }),
    );
    expect(found.text).toContain('“Kubernetes”');
    await bob.completes('/search', 'query', 'Kubernetes');
    await bob.types('/post show Kubernetes');
    await bob.types('/post latest', { tag: 'Kubernetes' });
    expect(missed).toEqual([]);
  });

  it('is not told of an empty blog, in which everything is missing', async () => {
    const { discord, missed, serve } = counting();
    serve(makeBlog([], [], shipped.settings, 0));
    await readers(discord).bob.types('/search Kubernetes');
    expect(missed).toEqual([]);
  });

  it('is not told where more was asked than is answered', async () => {
    const missed: string[] = [];
    const { discord } = stage(shipped, { fairUse: 1, missed: query => missed.push(query) });
    const { bob } = readers(discord);
    await bob.types('/search Kubernetes');
    await bob.types('/search Terraform');
    expect(missed).toEqual(['kubernetes']);
  });
});
