import type { TerminalWords } from '../../../src/preview/terminal/words.ts';

/** What the terminal says in these tests. */
export const english: TerminalWords = {
  welcome: [
    'This is Quoth in your terminal, with the answers that readers get in Discord.',
    'Type a command as you would there, for example /insight 5. Tab completes it.',
    'To press a button, type its name or its number, counted from the left; for a list, a name or a letter. /quit leaves.',
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
  nothingToPress: typed => `The last answer has no button No. ${typed}.`,
  opens: url => `This opens ${url}`,
  removed: 'The answer was taken back.',
  unchanged: 'Nothing changed.',
};

export const chinese: TerminalWords = {
  welcome: [
    '这里是终端里的 Quoth，回答和读者在 Discord 里看到的一样。',
    '像在 Discord 里那样输入命令，比如 /insight 5；按 Tab 补全。',
    '要按按钮，输入它的名字，或从左数它是第几个；要选列表里的一项，输入名字或字母。/quit 离开。',
  ],
  onlyYou: '只有你能看到这条回答。',
  thinking: 'Quoth 正在想…',
  picture: alt => (alt === '' ? '图' : `图：${alt}`),
  moreOptions: count => `……还有 ${count} 项，输入名字就能选`,
  unknownCommand: (typed, nearest) => `没有“${typed}”这个命令，最接近的是 ${nearest}。`,
  subcommandNeeded: (command, subcommands) => `${command} 后面还要一个词：${subcommands.join('、')}。`,
  optionNeeded: (command, option) => `${command} 还缺“${option}”，写在命令后面就行。`,
  textUnused: (command, text) => `${command} 后面不用写字，“${text}”没有用上。`,
  valueUnusable: (option, typed) => `“${option}”不能是“${typed}”。`,
  nothingToPress: typed => `上一条回答没有第 ${typed} 个按钮。`,
  opens: url => `这个按钮打开 ${url}`,
  removed: '这条回答收回了。',
  unchanged: '没有变化。',
};

export const traditional: TerminalWords = {
  welcome: [
    '這裡是終端機裡的 Quoth，回答和讀者在 Discord 裡看到的一樣。',
    '像在 Discord 裡那樣輸入指令，比如 /insight 5；按 Tab 補全。',
    '要按按鈕，輸入它的名字，或從左數它是第幾個；要選清單裡的一項，輸入名字或字母。/quit 離開。',
  ],
  onlyYou: '只有你能看到這條回答。',
  thinking: 'Quoth 正在想…',
  picture: alt => (alt === '' ? '圖' : `圖：${alt}`),
  moreOptions: count => `……還有 ${count} 項，輸入名字就能選`,
  unknownCommand: (typed, nearest) => `沒有“${typed}”這個指令，最接近的是 ${nearest}。`,
  subcommandNeeded: (command, subcommands) => `${command} 後面還要一個詞：${subcommands.join('、')}。`,
  optionNeeded: (command, option) => `${command} 還缺“${option}”，寫在指令後面就行。`,
  textUnused: (command, text) => `${command} 後面不用寫字，“${text}”沒有用上。`,
  valueUnusable: (option, typed) => `“${option}”不能是“${typed}”。`,
  nothingToPress: typed => `上一條回答沒有第 ${typed} 個按鈕。`,
  opens: url => `這個按鈕打開 ${url}`,
  removed: '這條回答收回了。',
  unchanged: '沒有變化。',
};
