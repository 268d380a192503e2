import { entriesOf } from '../../source/packed/libraries.ts';
import { openPack } from '../../source/packed/open.ts';
import { pack } from '../../source/packed/pack.ts';

/**
 * Runs in workerd, whose ICU cuts some words otherwise than Node's: what is indexed there is found there. Answers packed
 * posts with the same, indexed.
 */
export async function indexPacked(request: Request): Promise<Response> {
  const { blogs } = openPack(await request.arrayBuffer());
  return new Response(new Uint8Array(pack(blogs, entriesOf(blogs))));
}
