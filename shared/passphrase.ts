// How well a passphrase protects what leaves the machine. Rough on purpose: a list of words that people choose would date, and
// no estimate makes a short one good.

/** Fewer characters are tried in an afternoon, whatever they are. */
export const PASSPHRASE_MIN_LENGTH = 8
/** Fewer different ones are a pattern. */
const MIN_DIFFERENT = 4
const FAIR_BITS = 45
const STRONG_BITS = 65

export type PassphraseStrength = 'too-weak' | 'fair' | 'good' | 'strong'

/** Unicode in the form in which keys are derived from it, so that the same words typed on another system fit. */
export const normalizedPassphrase = (passphrase: string): string => passphrase.normalize('NFKC')

/** Judged as it is used, in its normalised form. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = [...normalizedPassphrase(passphrase)]
  const different = new Set(characters).size
  if (characters.length < PASSPHRASE_MIN_LENGTH || different < MIN_DIFFERENT) return 'too-weak'
  // Each character counts what its kinds allow, and a repeated one hardly anything.
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]
  const alphabet = kinds.reduce((sum, kind, at) => sum + (kind.test(passphrase) ? ([26, 26, 10, 33][at] ?? 0) : 0), 0)
  const bits = Math.min(characters.length, different * 2) * Math.log2(Math.max(alphabet, 10))
  if (bits < FAIR_BITS) return 'fair'
  return bits < STRONG_BITS ? 'good' : 'strong'
}
