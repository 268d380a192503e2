import type { CheckWords, ProblemWords } from './model.ts';

export const problemsZhCN: ProblemWords = {
  'front-matter-unreadable': detail => `开头的元数据（front matter）读不懂：${detail}。能认出的行仍然有效`,
  'front-matter-executable': () => '开头的元数据（front matter）是一段程序，不会运行。正文照常显示',
  'front-matter-not-a-mapping': () => '开头的元数据（front matter）里没有“名称: 值”这样的行。正文照常显示',
  'date-missing': () => '没有日期，排在归档的最后',
  'date-unreadable': detail => `日期读不懂：${detail}。排在归档的最后`,
  'not-text': () => '不是文本，没有显示。请另存为 UTF-8',
  'too-large': () => '超过 5 MB，没有显示。请拆成几篇',
  'took-too-long': () => '读了 5 秒还没读完，没有显示。请拆开或简化',
  'file-unreadable': detail => `读不出来，没有显示：${detail}`,
  'link-outside': () => '是指向 CONTENT 之外的链接，没有显示',
  encoding: detail => `是用 ${detail} 编码写的，已按它读出。请另存为 UTF-8`,
  'text-damaged': detail => `有 ${detail} 个字符坏了（显示为 �）。请重写这些字`,
  'control-characters': detail => `有 ${detail} 个控制字符，已略去。请删掉它们`,
  'text-missing': () => '除了标题什么也没有',
  'address-shared': detail => `网址和 ${detail} 相同。请给其中一篇另取 slug`,
  'slug-shared': detail => `slug 和 ${detail} 相同，用它只能找到最新的一篇`,
  'link-to-nothing': detail => `链接 ${detail} 没有指向任何东西`,
  'picture-missing': detail => `图片 ${detail} 的文件不存在`,
  'alt-missing': detail => `图片 ${detail} 没有替代文字，看不到图的人不知道画的是什么`,
  'table-too-wide': detail => `表格有 ${detail} 个字符宽，手机一行只显示 38 个：在 Discord 里会改成列表`,
  'insights-unread': detail => `“${detail}”像是要列出要点，但紧接着没有两项以上的编号列表，所以没有读出要点`,
};

export const checkZhCN: CheckWords = {
  error: '错误',
  warning: '警告',
  lastVersion: problem => `${problem}。仍然显示它上一个好的版本`,
  summary: ({ posts, hidden, errors, warnings }) =>
    `显示 ${posts} 篇文章，作者隐藏了 ${hidden} 篇；${errors} 个错误，${warnings} 个警告。`,
};
