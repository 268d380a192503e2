/** A text without what a terminal would obey: names and texts of files, and of others, may hold that. */
export const plain = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');
