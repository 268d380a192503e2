const above: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW', (sign, index) => [
    sign,
    Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ')[index] ?? sign,
  ]),
);

const below: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-=()aehijklmnoprstuvx', (sign, index) => [
    sign,
    Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')[index] ?? sign,
  ]),
);

/** Text as raised (`^`) or lowered (`_`) signs of Unicode; undefined where it has none for one of them. */
export function raisedSigns(text: string, sign: '^' | '_'): string | undefined {
  const signs = sign === '^' ? above : below;
  const found = Array.from(text.replaceAll('−', '-'), one =>
    Object.hasOwn(signs, one) ? signs[one] : undefined,
  );
  return found.includes(undefined) ? undefined : found.join('');
}

/** The same, as it is typed where Unicode has no such signs: `^(text)`; words of several characters stay as they are. */
export function raised(text: string, sign: '^' | '_'): string {
  const signs = text.trim() === '' ? text : raisedSigns(text, sign);
  if (signs !== undefined) return signs;
  // A note's mark, `[1]` or a word in small letters, reads better without signs of arithmetic.
  return /[\s[\]]|\p{L}{2}/u.test(text) ? text : `${sign}${text.length > 1 ? `(${text})` : text}`;
}
