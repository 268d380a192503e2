import type { Blog, Post, Problem } from '../../../blog/model.ts';
import type { Found, FoundPost, FoundProblem } from '../wire.ts';
import { localPicture, type Pictures } from './pictures.ts';

/** What was found in the folder, post by post. */
export function foundIn(blog: Blog, folder: string, shipped: boolean, pictures: Pictures): Found {
  const { title } = blog.settings;
  return {
    folder,
    shipped,
    ...(title === undefined ? {} : { title }),
    language: blog.language,
    posts: blog.posts.map(post => foundPost(post, pictures)),
    unreadable: blog.unreadable.map(file => problemIn(file.path, file)),
  };
}

function foundPost(post: Post, pictures: Pictures): FoundPost {
  const { key, path, title, language, date, url, minutes, tags, insightKind, insights, sections, image } =
    post;
  const local = image && localPicture(pictures, path, image.source);
  const picture = image && {
    source: image.source,
    alt: image.alt,
    absolute: image.url !== undefined,
    ...(local === undefined ? {} : { local }),
  };
  return {
    key,
    path,
    title,
    language,
    minutes,
    tags,
    ...(date ? { date } : {}),
    ...(url === undefined ? {} : { url }),
    ...(insightKind ? { insightKind } : {}),
    insights: insights.map(({ number, label, text }) => ({ number, label: label || text.slice(0, 60) })),
    sections: sections.map(({ ordinal, depth, heading }) => ({ ordinal, depth, heading })),
    problems: post.problems.map(problem => problemIn(path, problem)),
    ...(picture ? { picture } : {}),
  };
}

function problemIn(path: string, { code, line, detail, reason }: Problem): FoundProblem {
  return {
    path,
    code,
    ...(line === undefined ? {} : { line }),
    ...(detail === undefined ? {} : { detail }),
    ...(reason === undefined ? {} : { reason }),
  };
}
