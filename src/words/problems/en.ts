import type { CheckWords, ProblemWords } from './model.ts';

export const problemsEn: ProblemWords = {
  'front-matter-unreadable': detail => `the front matter cannot be read: ${detail}. Its plain lines are used`,
  'front-matter-executable': () =>
    'the front matter is a program, and is not run. The text is served without it',
  'front-matter-not-a-mapping': () =>
    'the front matter holds no “name: value” lines. The text is served without it',
  'date-missing': () => 'it has no date, so it stands last in the archive',
  'date-unreadable': detail => `its date cannot be read: ${detail}. It stands last in the archive`,
  'not-text': () => 'it is no text, and is not served. Save it as UTF-8',
  'too-large': () => 'it is larger than 5 MB, and is not served. Split it',
  'took-too-long': () => 'reading it took more than 5 seconds, so it is not served. Split or simplify it',
  'file-unreadable': detail => `it cannot be read, and is not served: ${detail}`,
  'link-outside': () => 'it is a link to something outside of CONTENT, and is not served',
  encoding: detail => `it is written in ${detail}, and was read as that. Save it as UTF-8`,
  'text-damaged': detail => `characters that are broken (�): ${detail}. Write them anew`,
  'control-characters': detail => `control characters, which are left out: ${detail}. Delete them`,
  'text-missing': () => 'nothing stands in it but its title',
  'address-shared': detail => `it has the address of ${detail}. Give one of them a slug of its own`,
  'slug-shared': detail => `it has the slug of ${detail}, so only the newest is found by it`,
  'link-to-nothing': detail => `it links to ${detail}, but nothing is there`,
  'picture-missing': detail => `it shows the picture ${detail}, but there is no such file`,
  'alt-missing': detail => `the picture ${detail} has no alt text to read where it cannot be seen`,
  'table-too-wide': detail =>
    `the table is ${detail} characters wide, and a phone shows 38: in Discord it becomes a list`,
  'insights-unread': detail =>
    `“${detail}” announces points, but no numbered list of two or more follows right below, so none are read`,
};

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

export const checkEn: CheckWords = {
  error: 'error',
  warning: 'warning',
  lastVersion: problem => `${problem}. Its last good version is still served`,
  summary: ({ posts, hidden, errors, warnings }) =>
    `${plural(posts, 'post')} served, ${hidden} hidden by their authors; ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
};
