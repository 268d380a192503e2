import type { Command } from '../src/bot/model.ts';
import { weightiestWords } from '../src/search/weightiest.ts';
import { hitsOf } from './answers/search.ts';

/** The message command: hits for what a message says. */
export const searchMessage: Command = {
  kind: 'message',
  name: 'Search the posts',
  localName: words => words.commands.searchMessage,
  answer: (scene, text) => hitsOf(scene, weightiestWords(scene.index, text), undefined, 0),
};
