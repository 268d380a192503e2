import { embedded, isEmbed } from '../tags/embeds.ts';
import { unknownTag } from '../tags/unknown.ts';
import { changeProse } from '../text/scan.ts';

/** `::youtube[A video]{#abc}`: a directive that is a line of its own. */
const leaf =
  /^([ \t>]{0,20})::([a-z][\w-]{1,30})(?:\[([^\]\n]{0,300})\])?(?:\{([^{}\n]{0,500})\})?[ \t]*$/gim;

/** `:spoiler[words]{attributes}`: one within a line. */
const inline = /(?<![\w:/])(:[a-z][\w-]{1,30})\[([^[\]\n]{1,300})\](?!\()(?:\{[^{}\n]{0,300}\})?/gi;

function shown(name: string, label: string, attributes: string): string {
  const args = attributes.replace(/(?:^|\s)#([\w-]+)/, ' id="$1"');
  const said = label === '' ? args : `${args} title="${label.replaceAll('"', '')}"`;
  if (isEmbed(name.toLowerCase())) return embedded(name.toLowerCase(), said);
  return unknownTag({ marks: 'shortcode', name, closes: false, args: said });
}

/**
 * Directives of a line or less, as remark and its like know them (`::github{repo="a/b"}`, `:spoiler[words]`), as what
 * they show. Code stays as it is.
 */
export function lowerDirectives(text: string): string {
  if (!/:[a-z][\w-]*[[{]/i.test(text)) return text;
  return changeProse(text, prose =>
    prose
      .replace(leaf, (written: string, margin: string, name: string, label = '', attributes = '') =>
        label === '' && attributes === '' ? written : margin + shown(name, label, attributes),
      )
      .replace(inline, '$2'),
  );
}
