import type { Presses } from '../src/bot/model.ts';
import { quoteToCopy } from '../src/message/insight.ts';
import { channelsOf } from './answers/announce/channels.ts';
import { hold, release, resume, stop, toggle } from './answers/announce/deeds.ts';
import { send } from './answers/announce/send.ts';
import { withManager, withServer } from './answers/announce/where.ts';
import { cardOf } from './answers/card.ts';
import { helpOf } from './answers/help.ts';
import { insightOf, insightsOf, withInsight } from './answers/insight.ts';
import { listOf, tagOf } from './answers/list.ts';
import { noticeAbove } from './answers/notices.ts';
import { withPost } from './answers/post.ts';
import { contentsOf, pageOf, sectionBy } from './answers/read.ts';
import { relatedOf } from './answers/related.ts';
import { hitsOf, queryIn } from './answers/search.ts';

/** What each place that a button or a select leads to answers. */
export const presses: Presses = {
  card: (scene, { post }) => withPost(scene, post, found => cardOf(scene, found)),

  read: (scene, { post: key, section: id, page }) =>
    withPost(scene, key, post => {
      const section = sectionBy(post, id);
      return section
        ? pageOf(scene, post, section, page)
        : noticeAbove(words => words.notices.sectionGone, contentsOf(post, 0));
    }),

  contents: (scene, { post, page }) => withPost(scene, post, found => contentsOf(found, page)),

  insight: (scene, { post: key, number }) =>
    withPost(scene, key, post => withInsight(post, number, insight => insightOf(post, insight))),

  insights: (scene, { post, page }) => withPost(scene, post, found => insightsOf(found, page)),

  quote: (scene, { post: key, number }) =>
    withPost(scene, key, post =>
      withInsight(post, number, insight => ({
        tone: 'copy',
        content: words => quoteToCopy(post, insight, words),
      })),
    ),

  related: (scene, { post }) => withPost(scene, post, found => relatedOf(scene, found)),

  list: (scene, { year, tag: id, page }) => {
    const tag = tagOf(scene, id);
    return listOf(scene, { ...(year === undefined ? {} : { year }), ...(tag ? { tag } : {}) }, page);
  },

  find: (scene, { query, tag, page }) =>
    hitsOf(scene, query === '' ? queryIn(scene.pressed) : query, tagOf(scene, tag), page),

  help: scene => helpOf(scene),

  notify: (scene, { role }) => withServer(scene, server => toggle(server, scene, role)),

  send: (scene, route) => withManager(scene, server => send(server, scene, route)),

  hold: (scene, { post }) => withManager(scene, server => hold(server, scene, post)),

  release: (scene, { post }) => withManager(scene, server => release(server, scene, post)),

  resume: (scene, { channel }) => withManager(scene, server => resume(server, scene, channel)),

  stop: (scene, { channel }) => withManager(scene, server => stop(server, scene, channel)),

  announcements: (scene, { page }) => withServer(scene, server => channelsOf(server, scene, page)),
};
