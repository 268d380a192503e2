import type { TerminalWords } from '../../../src/preview/terminal/words.ts';

/** What the terminal says in these tests. */
export const english: TerminalWords = {
  welcome: [
    'This is Quoth in your terminal, with the answers that readers get in Discord.',
    'Type a command as you would there, for example /insight 5. Tab completes it.',
    'To press a button or choose from a list, type its name, or its number counted from the left. /quit leaves.',
  ],
  onlyYou: 'Only you can see this.',
  thinking: 'Quoth is thinking…',
  picture: alt => (alt === '' ? 'picture' : `picture: ${alt}`),
  moreOptions: count => `… and ${count} more: type a number or a name`,
  unknownCommand: (typed, nearest) => `There is no command “${typed}”. The nearest is ${nearest}.`,
  subcommandNeeded: (command, subcommands) => `${command} needs one more word: ${subcommands.join(', ')}.`,
  optionNeeded: (command, option) => `${command} needs “${option}”: type it after the command.`,
  textUnused: (command, text) => `${command} takes no text, so “${text}” has no place in it.`,
  valueUnusable: (option, typed) => `“${option}” cannot be “${typed}”.`,
  nothingToPress: typed => `Nothing below the last answer has the number ${typed}.`,
  opens: url => `This opens ${url}`,
  removed: 'The answer was taken back.',
  unchanged: 'Nothing changed.',
};

export const chinese: TerminalWords = {
  welcome: [
    '这里是终端里的 Quoth，回答和读者在 Discord 里看到的一样。',
    '像在 Discord 里那样输入命令，比如 /insight 5；按 Tab 补全。',
    '要按按钮或选列表里的一项，输入它的名字，或从左数的编号。/quit 离开。',
  ],
  onlyYou: '只有你能看到这条回答。',
  thinking: 'Quoth 正在想…',
  picture: alt => (alt === '' ? '图' : `图：${alt}`),
  moreOptions: count => `……还有 ${count} 项，输入编号或名字就能选`,
  unknownCommand: (typed, nearest) => `没有“${typed}”这个命令，最接近的是 ${nearest}。`,
  subcommandNeeded: (command, subcommands) => `${command} 后面还要一个词：${subcommands.join('、')}。`,
  optionNeeded: (command, option) => `${command} 还缺“${option}”，写在命令后面就行。`,
  textUnused: (command, text) => `${command} 后面不用写字，“${text}”没有用上。`,
  valueUnusable: (option, typed) => `“${option}”不能是“${typed}”。`,
  nothingToPress: typed => `上一条回答下面没有第 ${typed} 项。`,
  opens: url => `这个按钮打开 ${url}`,
  removed: '这条回答收回了。',
  unchanged: '没有变化。',
};
