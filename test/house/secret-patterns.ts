// What a secret looks like in a text: the shapes of known keys, values given to telling names, and random literals.

export interface Secret {
  kind: string
  /** The matched text, cut short: a report must not spread what it found. */
  excerpt: string
}

const SHAPES: Record<string, RegExp> = {
  'private key': /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g,
  'age key': /\bAGE-SECRET-KEY-(?:[A-Z]+-)?1[0-9A-Z]{50,}/gi,
  'AWS key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  'GitHub token': /\bgh[opsur]_[0-9A-Za-z]{36,}\b|\bgithub_pat_\w{60,}\b/g,
  'Slack token': /\bxox[abeoprs]-[0-9A-Za-z-]{10,}/g,
  'npm token': /\bnpm_[0-9A-Za-z]{36}\b/g,
  'Google key': /\bAIza[\w-]{35}\b/g,
  'web token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  'password in an address': /\b[a-z]+:\/\/[^\s/:@'"`<>$]+:[^\s/@'"`<>$]+@[\w.]/g,
  // The keys of exchanges have no shape of their own; what gives them away is the name they are given to.
  'named secret':
    /(?:api|secret|private|access|signing)[_-]?(?:key|secret|token)\w*["']?\s*[:=]\s*["'`][\w+/=-]{24,}["'`]|(?:password|passphrase|mnemonic|seed[_-]?phrase)\w*["']?\s*[:=]\s*["'`][^"'`\n]{12,}["'`]/gi,
}

/** A quoted run of characters that is long enough to be a key. */
const LITERAL = /["'`]([\w+/=-]{40,})["'`]/g

/** Digests of packages: public, and by the hundred. */
const DIGEST = /\bsha(?:256|384|512)-[\w+/=]+/g

/** Bits a character. Random hex comes to 3.7 and more, random base64 to 4.8; words and paths stay below 4.2. */
const RANDOM_HEX = 3.2
const RANDOM_TEXT = 4.4

/** Everything in a text that looks like a secret. */
export function secretsIn(text: string): Secret[] {
  const found: Secret[] = Object.entries(SHAPES).flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].map(([match]) => ({ kind, excerpt: cut(match) })),
  )
  for (const [, literal = ''] of text.replaceAll(DIGEST, '').matchAll(LITERAL)) {
    if (isRandom(literal)) found.push({ kind: 'random literal', excerpt: cut(literal) })
  }
  return found
}

function isRandom(literal: string): boolean {
  if (/^[0-9a-f]+$/i.test(literal)) return entropy(literal.toLowerCase()) > RANDOM_HEX
  return /\d/.test(literal) && entropy(literal) > RANDOM_TEXT
}

function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0)
}

const cut = (match: string) => (match.length > 24 ? `${match.slice(0, 24)}…` : match)
