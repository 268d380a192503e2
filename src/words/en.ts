import { announceEn } from './announce/en.ts';
import type { PointKind, Words } from './model.ts';
import { previewEn } from './preview/en.ts';
import { checkEn, problemsEn } from './problems/en.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const point: Record<PointKind, string> = {
  insight: 'insight',
  point: 'point',
  takeaway: 'takeaway',
  conclusion: 'conclusion',
  view: 'view',
};

const noun = (kind: PointKind | undefined) => point[kind ?? 'insight'];

const capital = (word: string) => word.replace(/^./, first => first.toUpperCase());

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const languageName = (tag: string) => (tag.startsWith('zh') ? 'Chinese' : (languages.of(tag) ?? tag));

const and = new Intl.ListFormat('en', { type: 'unit' });

const grouped = new Intl.NumberFormat('en');

export const en: Words = {
  locale: 'en',
  commands: {
    post: 'Read the blog’s posts',
    latest: 'Show the newest post',
    show: 'Show a post',
    random: 'A post by chance',
    section: 'Read a section here',
    list: 'All posts, by date',
    insights: 'All insights (key points) of a post',
    insight: 'Quote one of a post’s numbered insights',
    search: 'Search the posts',
    help: 'What Quoth can do',
    searchMessage: 'Search the posts',
  },
  options: {
    tag: { name: 'tag', description: 'Only posts with this tag' },
    post: { name: 'post', description: 'Title of a post, or part of it' },
    section: { name: 'section', description: 'Heading of a section, or its number' },
    number: { name: 'number', description: 'Number of the insight, or words of it' },
    query: { name: 'query', description: 'What to look for' },
    year: { name: 'year', description: 'Only posts of this year' },
    role: { name: 'role', description: 'The role to mention' },
    thread: { name: 'thread', description: 'Open a thread for talk on each' },
    follow: {
      name: 'follow',
      description: 'Follow the home channel instead: every post, no role, no buttons',
    },
    private: byDefault => ({
      name: 'private',
      description: `For you alone (default: ${byDefault ? 'yes' : 'no'})`,
    }),
  },
  buttons: {
    readHere: 'Read here',
    points: (count, kind) => plural(count, noun(kind)),
    contents: 'Contents',
    site: 'Blog',
    readSection: 'Read section',
    copyQuote: 'Copy quote',
    previousPoint: number => `‹ No. ${number}`,
    nextPoint: number => `No. ${number} ›`,
    previousSection: 'Back',
    nextSection: 'Next section',
    previousPage: 'Back',
    nextPage: 'Read on',
    fromTheStart: 'Read from the start',
    newer: 'Newer',
    older: 'Older',
    newerPost: 'Newer post',
    olderPost: 'Older post',
    nextInSeries: 'Next in series',
    inLanguage: languageName,
    related: 'Related posts',
    moreResults: 'More results',
    backToResults: 'Back',
    allPosts: 'All posts',
    newestPost: 'Newest post',
    pointElsewhere: number => `No. ${number} of that post`,
    postToChannel: 'Post to channel',
    takeAway: '🗑',
  },
  selects: {
    section: 'Jump to a section…',
    post: 'Open a post…',
    year: 'Choose a year…',
    yearNow: (year, posts) => `Year: ${year} (${plural(posts, 'post')})`,
    yearOption: (year, posts) => `${year} (${plural(posts, 'post')})`,
    point: 'Choose one…',
    earlierSections: 'Earlier sections…',
    laterSections: 'Later sections…',
    pointOption: (number, label) => `${number} · ${label}`,
  },
  small: {
    newest: 'Newest',
    minutes: minutes => `${minutes} min`,
    minutesLeft: minutes => `about ${minutes} min left`,
    theEnd: 'The end',
    pointOf: (number, total, kind) => `${noun(kind)} ${number} of ${total}`,
    pointCount: (count, kind) => plural(count, noun(kind)),
    inLanguage: language => `in ${languageName(language)}`,
    alsoIn: language => `also in ${languageName(language)}`,
    inSeries: (name, part, of) => `Series “${name}” ${part} of ${of}`,
    nextInSeries: (name, title) => `Series “${name}” · next: ${title}`,
    postedBy: name => `posted by ${name}`,
    date: ({ year, month, day }) => `${months[month - 1]} ${day}, ${year}`,
    afterTitle: what => ` (${what})`,
    isoDate: ({ year, month, day }) =>
      [year, month, day].map(part => String(part).padStart(2, '0')).join('-'),
    month: (year, month) => `${months[month - 1]} ${year}`,
    undated: 'Undated',
    page: (page, pages) => `page ${page} of ${pages}`,
    allPosts: 'All posts',
    postsOf: year => `Posts of ${year}`,
    tagged: tag => `#${tag}`,
    posts: count => String(count),
    contents: 'Contents',
    related: 'Related posts',
    results: (query, { insights, kind, sections, posts }) =>
      `“${query}” · ${and.format(
        [
          insights ? plural(insights, noun(kind)) : '',
          sections ? plural(sections, 'section') : '',
          posts ? plural(posts, 'post') : '',
        ].filter(part => part !== ''),
      )}`,
    pointHit: (number, kind) => `${capital(noun(kind))} ${number}`,
    pointKind: kind => capital(noun(kind)),
    sectionHit: 'Section',
    postHit: 'Post',
    introduction: 'Introduction',
    titleOnly: 'Title only',
    picture: 'picture',
    tryShorter: 'Try a shorter word, or see all posts.',
    tryNames: (language, names) =>
      `These posts are ${`in ${languageName(language)}`}: try a word of that language${names.length > 0 ? `, or a name such as ${names.join(', ')}` : ''}.`,
    also: names => `also: ${names.join(', ')}`,
    unused: parts => `${parts.join(' ')} left nothing to show, so it was not used.`,
    cutHere: '… Read section',
    olderIs: (title, date) => `Older: ${title}${date && ` · ${date}`}`,
    newerIs: (title, date) => `Newer: ${title}${date && ` · ${date}`}`,
  },
  title: title => `“${title}”`,
  titleInLine: title => title,
  quoteSource: (title, number) => `— “${title}”, No. ${number}`,
  unlabelled: number => `No. ${number}`,
  notices: {
    guessedPost: typed => `No post is called “${typed}”. This is the closest.`,
    guessedSection: typed => `No section is called “${typed}”. This is the closest.`,
    guessedPoint: typed => `No insight is called “${typed}”. This is the closest.`,
    noTag: (typed, tags) =>
      `No post has the tag “${typed}”.${tags.length > 0 ? ` There are: ${tags.join(', ')}.` : ''}`,
    guessedTag: (typed, tag) => `No post has the tag “${typed}”. These have “${tag}”.`,
    noYear: typed => `There are no posts of “${typed}”. These are all of them:`,
    nothingFound: query => `Nothing matches “${query}”. The closest:`,
    nothingNear: query => `Nothing like “${query}” in these posts. See all posts?`,
    nothingToSearch: 'There is no word in that to search for. See all posts?',
    noSuchPoint: (title, count, kind, typed) =>
      `“${title}” has ${plural(count, noun(kind))}; there is no ${/^\d+$/.test(typed) ? `No. ${typed}` : `“${typed}”`}.`,
    noPointsIn: title => `“${title}” lists no insights.`,
    noPoints: 'No post lists insights yet. Search, or see the newest post.',
    noPointsChoice: 'No insights yet: try /search',
    pointsElsewhere: (title, count) => `A post with that many: “${title}” (${count})`,
    sectionGone: 'That section was rewritten or removed. The post is still here; these are its sections now:',
    noSuchSection: typed => `There is no section “${typed}” in this post; these are its sections:`,
    noSections: 'This post has a title and nothing to read yet.',
    pointGone: 'That insight is no longer in the post; these are its insights now:',
    postGone: 'That post is no longer here. Perhaps you mean:',
    postGoneAltogether: 'That post is no longer here. These are all posts:',
    withdrawn: 'The author withdrew this post.',
    noSuchPost: typed => `No post is called “${typed}”, nor anything like it. These are all posts:`,
    emptyBlog: 'There are no posts yet.',
    emptyBlogForManager: 'CONTENT holds no posts. The log of the start says what was found there.',
    loading: (read, total) =>
      `Still reading: ${grouped.format(read)} of ${grouped.format(total)} posts. Results may be incomplete.`,
    madePrivate: {
      flood: 'You have posted a few here just now; this one is for you alone.',
      busy: 'Much was asked just now, so this one is for you alone.',
      closed: 'This channel is not open for posting, so this is for you alone.',
    },
    tooMuch: seconds => `That was a lot within a minute. Please try again in ${plural(seconds, 'second')}.`,
    tooMuchHere: seconds =>
      `Much is being asked in this server just now. Please try again in ${plural(seconds, 'second')}.`,
    takeAwayByAnother: 'Only the person who asked, or a moderator, can remove this.',
    outdated: 'That button is from an older version. Here is the post:',
    unexpected: code =>
      `Something went wrong on our side. Please try again; if it happens again, give a moderator this code: ${code}.`,
    unknownCommand: 'This command is no longer here. /help shows what there is.',
  },
  problems: problemsEn,
  check: checkEn,
  terminal: {
    welcome: [
      'This is Quoth in your terminal, with the answers that readers get in Discord.',
      'Type a command as you would there, for example /insight 5. Tab completes it.',
      'To press a button, type its name or the number before it; for a list, a name or a letter. Numbers and letters mean the last answer that shows any. /quit leaves.',
    ],
    onlyYou: 'Only you can see this.',
    thinking: 'Quoth is thinking…',
    picture: alt => (alt === '' ? 'picture' : `picture: ${alt}`),
    moreOptions: count => `… and ${count} more; typing a name chooses it`,
    unknownCommand: (typed, nearest) => `There is no command “${typed}”. The nearest is ${nearest}.`,
    subcommandNeeded: (command, subcommands) => `${command} needs one more word: ${subcommands.join(', ')}.`,
    optionNeeded: (command, option) => `${command} needs “${option}”: type it after the command.`,
    textUnused: (command, text) => `${command} takes no text, so “${text}” has no place in it.`,
    valueUnusable: (option, typed) => `“${option}” cannot be “${typed}”.`,
    noSuchNumber: (typed, numbers) =>
      numbers.length === 0
        ? `No button has the number ${typed}. Type a button’s name to press it.`
        : `No button has the number ${typed}: the last answer with buttons shows ${numbers.join(', ')}.`,
    nothingCalled: typed => `Nothing to press here is called “${typed}”.`,
    opens: url => `This opens ${url}`,
    removed: 'The answer was taken back.',
    unchanged: 'Nothing changed.',
    reading: count =>
      count
        ? `Reading the posts: ${grouped.format(count.read)} of ${grouped.format(count.total)}`
        : 'Reading the posts…',
  },
  preview: previewEn,
  announce: announceEn,
  tools: {
    missed: 'Searched for three times or more in the last 90 days, and in no post:',
    missedQuery: (query, count, day) => `${plural(count, 'time')}, last on ${day}: ${query}`,
    nothingMissed: 'In the last 90 days nothing was searched for three times or more that is in no post.',
  },
  help: {
    title: (blog, posts) => `**${blog ?? 'This blog'}** · ${plural(posts, 'post')}`,
    newest: (title, date) => `newest: ${title}${date ? ` (${date})` : ''}`,
    lines: [
      '`/post latest` newest post',
      '`/insight 5` quote point 5',
      '`/search long context` search; "phrases", -without, tag:AI, before:2025',
      '`/post list` everything',
      'Long-press (right-click) a message → Apps → Search the posts',
    ],
    pressing: 'Whatever you press opens for you alone; *Post to channel* shows it to everyone.',
    blog: 'Blog',
  },
};
