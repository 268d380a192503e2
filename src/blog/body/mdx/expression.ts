const literal = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`)\s*$/s;

/** What an expression in braces gives, where it is a text or a number as it stands; undefined for all else. */
export function stringOf(expression: string): string | undefined {
  const found = literal.exec(expression);
  if (found !== null) return (found[1] ?? found[2] ?? found[3])?.replace(/\\(.)/gs, '$1');
  return /^\s*-?\d[\d.]*\s*$/.test(expression) ? expression.trim() : undefined;
}
