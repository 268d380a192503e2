import type { Action } from '../../src/bot/model.ts';
import { insightsOf, noInsights } from '../answers/insight.ts';
import { emptyBlog } from '../answers/notices.ts';
import { withTypedPost } from '../answers/post.ts';
import { postOfThread } from '../answers/thread.ts';
import { completePostWithInsights } from '../complete.ts';

/** `/post insights`: all insights of a post, else of the thread's post, else of the newest that lists some. */
export const insights: Action = {
  describe: words => words.commands.insights,
  options: [{ name: 'post', required: false }],
  seenBy: 'asker',
  answer: (scene, { post }) => {
    if (post !== undefined) return withTypedPost(scene, post, found => insightsOf(found, 0));
    const talked = postOfThread(scene);
    if (talked) return insightsOf(talked, 0);
    const [newest] = scene.blog.posts;
    if (newest === undefined) return emptyBlog(scene);
    const listed = scene.blog.posts.find(one => one.insights.length > 0);
    return listed ? insightsOf(listed, 0) : noInsights(newest);
  },
  complete: { post: completePostWithInsights },
};
