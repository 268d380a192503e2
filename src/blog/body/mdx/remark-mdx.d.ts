import type { Plugin } from 'unified';

/** Typed here (tsconfig.json says so), since its own types would add MDX's nodes to every Markdown tree of the house. */
declare const remarkMdx: Plugin<[], undefined, undefined>;
export default remarkMdx;
