import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));

/** Files beyond this are no posts but dumps, in bytes. */
const largest = 200_000;

/** Paths of the posts of each real blog that lies beside the repository; none where there is none. */
function realPosts(): readonly (readonly string[])[] {
  if (!existsSync(corpora)) return [];
  const blogs = readdirSync(corpora, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return blogs.map(({ name }) =>
    readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.md') && statSync(join(corpora, name, path)).size <= largest)
      .toSorted()
      .map(path => join(name, path)),
  );
}

const sentences = [
  '上下文窗口越长，模型要从更多的噪声里找出有用的信息（long context），压缩因此比检索更早发生。',
  'A model that reads more does not remember more: **compression** decides what is kept, and `attention` what is found.',
  '强化学习（RL）让策略在奖励里慢慢成形，而奖励本身也要被度量。',
  'The cache holds what was parsed; the index holds what was read, and both are thrown away when either is wrong.',
];

/** A post of ten sections, for where there are no real ones. */
function madePost(number: number): string {
  const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  const sections = Array.from({ length: 10 }, (_, at) => {
    const text = Array.from({ length: 6 }, (_, line) => sentences[(number + at * line) % sentences.length]);
    return `## ${at + 1}. 第 ${number} 篇的部分 ${at + 1}\n\n${text.join(` ${number * at}。`)}\n`;
  });
  return `---\ntitle: Post ${number}\ndate: ${day}\ntags: [made, ${number % 9}]\n---\n\n核心洞见：\n\n1. **压缩**：${sentences[0]}\n\n${sections.join('\n')}`;
}

/** A folder of so many posts, real ones where they are at hand, taken from all blogs in turns. */
export function makeBlogFolder(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-bench-blog-'));
  const blogs = realPosts();
  const longest = Math.max(0, ...blogs.map(blog => blog.length));
  const inTurns = Array.from({ length: longest }, (_, at) => blogs.flatMap(blog => blog[at] ?? [])).flat();
  for (const path of inTurns.slice(0, count)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(corpora, path), join(folder, path));
  }
  for (let number = inTurns.length; number < count; number++)
    writeFileSync(join(folder, `made-${number}.md`), madePost(number));
  return folder;
}

/** Adds a word to one of a folder's posts, which has sections already. */
export function changeIn(folder: string, word: string): void {
  const [path = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md') && statSync(join(folder, name)).size > 2_000)
    .toSorted();
  appendFileSync(join(folder, path), `\n\nThen ${word} came.\n`);
}
