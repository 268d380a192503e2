/** What an error says; errors that people are to read are whole sentences. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
