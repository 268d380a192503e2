/** What a test says of an article; the rest is made up. */
export interface Told {
  readonly title: string;
  readonly id?: string;
  readonly html?: string;
  /** XML that is put into the item as it is. */
  readonly more?: string;
}

const cdata = (html: string) => `<![CDATA[${html}]]>`;

const item = ({ title, id = title, html = `<p>Text of ${title}.</p>`, more = '' }: Told): string => `<item>
  <title>${title}</title><guid isPermaLink="false">${id}</guid><link>https://blog.example/${title.toLowerCase()}/</link>
  <pubDate>Thu, 12 Jun 2025 23:14:00 +0800</pubDate><content:encoded>${cdata(html)}</content:encoded>${more}
</item>`;

/** An RSS feed. */
export const rss = (items: readonly (Told | string)[], head = ''): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>A blog</title><link>https://blog.example/</link><description>Of things</description>${head}
${items.map(told => item(typeof told === 'string' ? { title: told } : told)).join('\n')}
</channel></rss>`;
