// The words of an exchange as the trader may see them: plain text of one line, of bounded length, with nothing in it that
// turns, hides or stacks letters, and nothing of a key.

const LONGEST = 300
/** Controls, marks that order or join letters without being seen, halves of letters and what Unicode has not given out. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
/** More accents on one letter than any language has. */
const STACKED = /(\p{M}{3})\p{M}+/gu
/**
 * Keys, signatures and tokens: long, without a blank, with small letters and digits or capitals among them. No word is so. Of
 * 1,500 signatures in base64 one has no digit.
 */
const SECRETIVE = /(?=[A-Za-z0-9+/=_.-]*[a-z])(?=[A-Za-z0-9+/=_.-]*[\dA-Z])[A-Za-z0-9+/=_.-]{40,}/g
/** A shorter secret would blot out ordinary words. */
const SHORTEST_SECRET = 6

/** The text in one plain line of 300 letters at most. Whatever is among `secrets`, or looks like a key, is blotted out. */
export function plainWords(text: string, secrets: readonly (string | null)[] = []): string {
  const known = secrets.filter((secret) => secret !== null && secret.length >= SHORTEST_SECRET)
  const blotted = known.reduce<string>((rest, secret) => rest.replaceAll(secret ?? '', '…'), text)
  const line = blotted.replace(/\s/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ')
  const plain = line.replace(STACKED, '$1').replace(SECRETIVE, '…').trim()
  const letters = [...plain]
  return letters.length <= LONGEST ? plain : `${letters.slice(0, LONGEST - 1).join('')}…`
}

/** An exchange's code and message as one text, the code first; its words alone where they hold the code. */
export function codeAndWords(code: string | null, message: string): string {
  if (code === null || message === code || (code.includes(':') && message !== '')) return plainWords(message)
  return plainWords(message === '' ? code : `${code}: ${message}`)
}
