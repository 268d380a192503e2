/** What looks like a bot's token, wherever it was pasted. */
const tokenLike = /(?<![\w-])[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}/g;

/** Name and password in an address. */
const login = /(\w:\/\/)[^\s/@]{1,300}@/g;

/** A sentence for standard error without what nobody should read: tokens, and passwords in addresses. */
export const withoutSecrets = (sentence: string): string =>
  sentence.replace(tokenLike, '[secret]').replace(login, '$1[secret]@');
