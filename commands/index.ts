import type { Command } from '../src/bot/model.ts';
import { announce } from './announce/index.ts';
import { help } from './help.ts';
import { insight } from './insight.ts';
import { post } from './post/index.ts';
import { search } from './search.ts';
import { searchMessage } from './search-message.ts';

/** All commands. */
export const commands: readonly Command[] = [post, insight, search, announce, help, searchMessage];
