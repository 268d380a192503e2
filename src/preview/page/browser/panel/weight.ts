/** How much of a message is used up: characters of its text displays, or of its content, and its components. */
export interface Weight {
  readonly characters: number;
  readonly mostCharacters: number;
  readonly components: number;
}

/** Weighs a message as Discord does (https://docs.discord.com/developers/components/reference): nested components count. */
export function weigh(
  { content = '', components = [] }: { readonly content?: string; readonly components?: readonly unknown[] },
  most: { readonly content: number; readonly text: number },
): Weight {
  const displays: string[] = [];
  let count = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    count += 1;
    if (value.type === 10 && 'content' in value) displays.push(String(value.content));
    if ('components' in value && Array.isArray(value.components)) value.components.forEach(visit);
    if ('accessory' in value) visit(value.accessory);
  };
  components.forEach(visit);
  const shown = displays.reduce((sum, text) => sum + text.length, 0);
  return {
    characters: content.length + shown,
    mostCharacters: content === '' ? most.text : most.content,
    components: count,
  };
}
