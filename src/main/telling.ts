/** Tells each sentence once, until it was left out of a telling; of the first telling only where that is wanted. */
export function teller(
  warn: (sentence: string) => void,
  tellsFirst = true,
): (sentences: readonly string[]) => void {
  let told: ReadonlySet<string> | undefined = tellsFirst ? new Set() : undefined;
  return sentences => {
    for (const sentence of new Set(sentences)) if (told && !told.has(sentence)) warn(sentence);
    told = new Set(sentences);
  };
}
