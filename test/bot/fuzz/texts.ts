import fc from 'fast-check';

/** Stands in every piece that is typed, and in no post. */
export const mark = 'zqxj';

/** Where pieces that are typed would lead. */
export const elsewhere = 'evil.example';

/** What Discord would make something of, were it not escaped. */
export const pieces: readonly string[] = [
  `**${mark}**`,
  `*${mark}*`,
  `__${mark}__`,
  `_${mark}_`,
  `~~${mark}~~`,
  `||${mark}||`,
  `\`${mark}\``,
  `\`\`${mark}\`\``,
  `\`\`\`${mark}\n`,
  `# ${mark}`,
  `\n### ${mark}`,
  `\n-# ${mark}`,
  `> ${mark}`,
  `\n>>> ${mark}`,
  `\n- ${mark}`,
  `\n1. ${mark}`,
  `${mark}\\`,
  `\\${mark}\\\\`,
  `[${mark}](https://${elsewhere})`,
  `[${mark}](<https://${elsewhere}> "x")`,
  `](https://${elsewhere}/${mark})`,
  `https://${elsewhere}/${mark}`,
  `HTTP://${elsewhere}/${mark}`,
  `<https://${elsewhere}/${mark}>`,
  `discord://${elsewhere}/${mark}`,
  `<@110000000000000001>${mark}`,
  `<@!110000000000000001>${mark}`,
  `<@&110000000000000001>${mark}`,
  `<#110000000000000001>${mark}`,
  `</post latest:110000000000000001>${mark}`,
  `<id:customize>${mark}`,
  `<t:0:R>${mark}`,
  `<:${mark}:110000000000000001>`,
  `<a:${mark}:110000000000000001>`,
  `@everyone${mark}`,
  `@here ${mark}`,
  `@everyone @here ${mark}`,
];

/** Characters that are not what they look like, or look like nothing. */
const signs: readonly string[] = [
  '\ud800',
  '\udc00',
  '\ud83d',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u061c',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2060',
  '\u0000',
  '\u0007',
  '\u0301'.repeat(40),
  '\n',
  '\r',
  '\t',
  '\u2028',
  '\u3000',
  '|',
  '…',
  '1',
  '５',
  '第五条',
  '洞见',
  'CoT',
  'long context',
];

/** Half ones too. */
const anyCharacter = fc.nat(0x10_ff_ff).map(code => String.fromCodePoint(code));

const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.constantFrom(...signs) },
  { weight: 1, arbitrary: fc.array(anyCharacter, { maxLength: 8 }).map(some => some.join('')) },
);

/** Texts that readers should not type: marks, lone surrogates, signs that turn the direction, far too long ones. */
export const hostileTexts = fc.oneof(
  { weight: 8, arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(part, fc.constantFrom(30, 300, 3_000))
      .map(([one, times]) => one.repeat(times).slice(0, 20_000)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', 'constructor', '__proto__', 'toString', '[object Object]'),
  },
);
