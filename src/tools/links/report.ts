import type { PostLinks } from '../../announce/links.ts';
import type { Words } from '../../words/model.ts';
import { plain } from '../plain.ts';

/** Each post that was announced, with its address on the site where that is known, and where its announcements stand. */
export function linkLines(links: readonly PostLinks[], words: Words): readonly string[] {
  if (links.length === 0) return [words.announce.tools.noLinks];
  return links
    .flatMap(({ title, path, url, announcements }) => [
      `${words.title(title)} ${url ?? path}`,
      ...announcements.map(announcement => `  ${announcement.url}`),
    ])
    .map(plain);
}

/** The same for programs, moments as ISO 8601 has them. */
export function linksJson(links: readonly PostLinks[]): string {
  const dated = links.map(({ announcements, ...post }) => ({
    ...post,
    announcements: announcements.map(({ sentAt, ...one }) => ({
      ...one,
      ...(sentAt === undefined ? {} : { sentAt: new Date(sentAt).toISOString() }),
    })),
  }));
  return JSON.stringify(dated, undefined, 2);
}
