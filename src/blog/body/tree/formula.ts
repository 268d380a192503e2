import { raisedSigns } from './raised.ts';

/** Longest formula that reads well as plain text. */
const longest = 120;

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map(pair => {
      const at = pair.indexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });

const signs = new Map(
  pairs(`
  alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ
  nu:ν xi:ξ pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω
  Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
  le:≤ leq:≤ leqslant:⩽ ge:≥ geq:≥ geqslant:⩾ ne:≠ neq:≠ approx:≈ equiv:≡ sim:∼ simeq:≃ cong:≅ propto:∝ ll:≪ gg:≫
  times:× div:÷ cdot:⋅ ast:∗ star:⋆ pm:± mp:∓ circ:∘ bullet:∙ oplus:⊕ otimes:⊗ odot:⊙
  to:→ rightarrow:→ leftarrow:← gets:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ implies:⟹ iff:⟺
  mapsto:↦ longrightarrow:⟶ uparrow:↑ downarrow:↓
  in:∈ notin:∉ ni:∋ subset:⊂ subseteq:⊆ supset:⊃ supseteq:⊇ cup:∪ cap:∩ setminus:∖ emptyset:∅ varnothing:∅
  forall:∀ exists:∃ neg:¬ lnot:¬ land:∧ wedge:∧ lor:∨ vee:∨ top:⊤ bot:⊥ perp:⊥ vdash:⊢ models:⊨
  infty:∞ partial:∂ nabla:∇ sum:∑ prod:∏ int:∫ oint:∮ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ prime:′ degree:° angle:∠
  ldots:… dots:… cdots:⋯ vdots:⋮ mid:∣ parallel:∥ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ langle:⟨ rangle:⟩ lbrace:{ rbrace:}
  log:log ln:ln lg:lg exp:exp sin:sin cos:cos tan:tan max:max min:min lim:lim sup:sup inf:inf arg:arg det:det dim:dim
  gcd:gcd Pr:Pr ker:ker arcsin:arcsin arccos:arccos arctan:arctan sinh:sinh cosh:cosh tanh:tanh bmod:mod
  left: right: big: Big: bigl: bigr: displaystyle: limits: nolimits:
`),
);

const spaces = new Map([
  [',', '\u2009'],
  [':', ' '],
  [';', ' '],
  [' ', ' '],
  ['!', ''],
  ['quad', '  '],
  ['qquad', '    '],
]);

const doubleStruck = new Map(pairs('N:ℕ Z:ℤ Q:ℚ R:ℝ C:ℂ P:ℙ H:ℍ E:𝔼'));

const token = /\\([a-zA-Z]+|[\s\S])|[{}^_]|[^\\{}^_]/gu;

/** A formula's tokens, read one after the other; undefined where plain text cannot say one of them. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(formula: string) {
    this.#tokens = formula.match(token) ?? [];
  }

  /** All up to the brace that closes, or the end. */
  all(isGroup: boolean): string | undefined {
    let written = '';
    for (let next = this.#tokens[this.#at]; next !== undefined; next = this.#tokens[this.#at]) {
      if (next === '}') {
        this.#at++;
        return isGroup ? written : undefined;
      }
      const one = this.#one();
      if (one === undefined) return undefined;
      written += one;
    }
    return isGroup ? undefined : written;
  }

  #one(): string | undefined {
    const next = this.#tokens[this.#at++];
    if (next === undefined || next === '&' || next === '~' || next === '%') return undefined;
    if (next === '{') return this.all(true);
    if (next === '^' || next === '_') {
      const raised = this.#argument();
      return raised === undefined ? undefined : raisedSigns(raised, next);
    }
    if (next === "'") return '′';
    return next.startsWith('\\') ? this.#command(next.slice(1)) : next;
  }

  /** What a command or a raised sign is given: a group or one sign. */
  #argument(): string | undefined {
    while (this.#tokens[this.#at]?.trim() === '') this.#at++;
    return this.#tokens[this.#at] === '}' ? undefined : this.#one();
  }

  #command(name: string): string | undefined {
    if (/^[{}$%#&_|]$/.test(name)) return name;
    const space = spaces.get(name);
    if (space !== undefined) return space;
    switch (name) {
      case 'text':
      case 'mathrm':
      case 'textrm':
      case 'operatorname':
      case 'mathit':
      case 'mathbf':
      case 'boldsymbol':
        return this.#argument();
      case 'mathbb': {
        const letter = this.#argument();
        return letter === undefined ? undefined : doubleStruck.get(letter);
      }
      case 'sqrt': {
        const under = this.#argument();
        if (under === undefined || under.startsWith('[')) return undefined;
        return Array.from(under).length > 1 ? `√(${under})` : `√${under}`;
      }
      case 'frac':
      case 'dfrac':
      case 'tfrac': {
        const [above, below] = [this.#argument(), this.#argument()];
        const isSimple = (part: string | undefined) => part !== undefined && /^[\p{L}\d]+$/u.test(part);
        return isSimple(above) && isSimple(below) ? `${above}/${below}` : undefined;
      }
      default:
        return signs.get(name);
    }
  }
}

/**
 * A formula in TeX as plain text, where Unicode can say it as well: Greek letters, signs, raised digits, simple
 * fractions. Undefined where it cannot.
 */
export function plainFormula(formula: string): string | undefined {
  if (formula.length > longest || formula.includes('\n')) return undefined;
  const text = new Reader(formula.trim()).all(false)?.replace(/ {2,}/g, ' ').trim();
  return text === '' ? undefined : text;
}
