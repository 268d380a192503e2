import { folded } from './normalise.ts';
import { termOf } from './terms.ts';

// Words that hold a sentence together and say little of what it is about: particles, pronouns, conjunctions,
// prepositions, auxiliaries, and the words that questions are asked with.
const chinese = `
的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 哦 么 们 之 其 所 者 以 于 而 则 乃 且 若 即 即使 既 又 也 亦 都 均 皆 各 每 某
是 有 在 和 与 及 跟 同 或 或者 还是 以及 并 并且 而且 但 但是 可是 不过 然而 因 因为 因此 所以 由 由于 如果 假如 虽然
尽管 即便 无论 不管 只要 只有 除了 除非 关于 对于 对 从 自 到 至 向 往 把 被 给 让 使 令 为 为了 按 按照 根据 通过
这 那 这个 那个 这些 那些 这里 那里 这样 那样 这么 那么 此 该 本 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 大家
什么 怎么 怎样 怎么样 如何 为何 为什么 何 何时 何地 何种 何人 谁 哪 哪个 哪些 哪里 哪儿 哪种 哪位 几 多少 多大 多久
是否 是不是 有没有 能否 可否 请问 请 不 没 没有 未 无 非 别 就 才 再 还 却 只 仅 很 太 更 最 非常 十分 比较 已 已经
曾 曾经 正在 将 将要 会 能 能够 可 可以 应 应该 要 想 一 一个 一些 一种 个 些 种 次 位 名 时 时候 当 当时 上 下 中 里 内
外 前 后 之前 之后 以前 以后 来 去 等 等等 做 进行 叫 叫做 称为 有关 属于
`;

const english = `
a an the this that these those there here i me my mine we us our ours you your yours he him his she her hers it its
they them their theirs who whom whose which what when where why how and or but nor so yet if then else than as of at
by for with about against between into through during before after above below to from up down in out on off over
under again further once is am are was were be been being do does did doing done have has had having can could will
would shall should may might must ought not no nor only own same too very just also any all both each few more most
other some such while because until although though whether per via upon within without toward towards among
s t d m re ve ll don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't hasn't
haven't hadn't i'm you're we're they're i've you've we've they've i'll you'll we'll they'll i'd you'd it'd many much
`;

const chineseWeight = 0.3;
const englishWeight = 0.5;

const weights = (words: string, weight: number): readonly (readonly [string, number])[] =>
  folded(words)
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => [termOf(word), weight]);

const weightOf = new Map([...weights(chinese, chineseWeight), ...weights(english, englishWeight)]);

/** How much a term counts beside others, 0 to 1: words that say little count less, but are never left out. */
export const stopWeight = (term: string): number => weightOf.get(term) ?? 1;

/** Whether a term says little by itself. */
export const isStopTerm = (term: string): boolean => weightOf.has(term);
