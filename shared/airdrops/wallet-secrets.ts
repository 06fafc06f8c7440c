// Tells what opens a wallet from what names one. A recovery phrase or a private key in a label would lie in the open, in
// every backup and every calendar file, so it is refused before it is written anywhere. Better one label too many refused.

export type WalletSecret = 'recovery-phrase' | 'private-key'

/** The shortest phrase in use has 12 words (BIP-39), one less where the last was left out on purpose. */
const FEWEST_WORDS = 11
/** Words of the usual lists have 3 to 8 letters in English, at most 12 elsewhere; common short words are in none of them. */
const WORD = /^\p{L}[\p{L}\p{M}]{2,11}$/u
/** In Chinese each word is one sign. */
const SIGN = /^\p{Script=Han}$/u
/** Frequent in sentences and in no list of BIP-39, SLIP-39, Electrum or Monero but as the first four letters of a word. */
const SENTENCE_WORD =
  /^(?:the|and|for|with|was|were|are|has|had|have|from|not|but|you|your|they|his|her|its|our|who|which|than|then|into|onto|when|where|will|would|could|been|also|after|before|because|until)$/

const BASE58 = '[1-9A-HJ-NP-Za-km-z]'
const KEYS: readonly RegExp[] = [
  // Private keys in hex, of Bitcoin, Ethereum, Monero and most others.
  /(?<![0-9a-f])(?:0x)?[0-9a-f]{64}(?![0-9a-f])/i,
  // The same with the public half behind it.
  /(?<![0-9a-f])(?:0x)?[0-9a-f]{128}(?![0-9a-f])/i,
]
const MARKED_KEYS: readonly RegExp[] = [
  // Wallet import format of Bitcoin and its kin, and the same under a passphrase (BIP-38).
  new RegExp(`(?<!${BASE58})(?:5${BASE58}{50}|[KLTQc9]${BASE58}{51}|6P${BASE58}{56})(?!${BASE58})`),
  // Extended private keys of BIP-32 and SLIP-132, and output descriptors that hold one.
  new RegExp(`(?<!${BASE58})[xyzYZtuvUV]prv${BASE58}{80,}`),
  // Solana and NEAR: 64 bytes in base58.
  new RegExp(`(?<!${BASE58})${BASE58}{85,90}(?!${BASE58})`),
  // The same as a file of numbers.
  /\[\s*(?:\d{1,3}\s*,\s*){31,}\d{1,3}\s*\]/,
  // Stellar, Ripple, Tezos, Sui, Cardano, Nostr, EOS, age, and keys of servers.
  /(?<![A-Z2-7])S[A-Z2-7]{55}(?![A-Z2-7])/,
  new RegExp(`(?<!${BASE58})s(?:Ed)?${BASE58}{26,29}(?!${BASE58})`),
  new RegExp(`(?<!${BASE58})ed(?:sk|esk)${BASE58}{50,}`),
  /\b(?:suiprivkey1|nsec1|ed25519e?_sk1|addr_xsk1|acct_xsk1|root_xsk1|xprv1)[02-9ac-hj-np-z]{20,}/i,
  new RegExp(`\\bPVT_(?:K1|R1)_${BASE58}{40,}`),
  /AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{20,}/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
]

/** Numbers and signs between the words of a phrase: "1. abandon 2) ability", commas, lines. */
const BETWEEN = /[\s,;|/.:()\-_"'`\d]+/u

const styleOf = (word: string): string =>
  word === word.toLowerCase() ? 'small' : word === word.toUpperCase() ? 'capitals' : 'mixed'

function isPhrase(text: string): boolean {
  const words = text.normalize('NFKC').split(BETWEEN)
  let [run, common, signs, style] = [0, 0, 0, '']
  for (const word of words.filter((each) => each !== '')) {
    signs = SIGN.test(word) ? signs + 1 : 0
    if (signs >= FEWEST_WORDS) return true
    // A phrase is written in one manner; the nouns and first words of sentences are not.
    if (!WORD.test(word) || styleOf(word) !== style) [run, common, style] = [0, 0, styleOf(word)]
    if (!WORD.test(word)) continue
    run += 1
    if (SENTENCE_WORD.test(word.toLowerCase())) common += 1
    // A sentence has its small words; a phrase has none of them.
    if (run - common * 3 >= FEWEST_WORDS) return true
  }
  return false
}

/**
 * What kind of secret stands in a text; `null` where none is seen. `hashes`: the text may hold 64 hex digits, as a
 * transaction's number or a page about one does.
 */
export function walletSecretIn(text: string, hashes = false): WalletSecret | null {
  if (MARKED_KEYS.some((key) => key.test(text))) return 'private-key'
  if (!hashes && KEYS.some((key) => key.test(text))) return 'private-key'
  return isPhrase(text) ? 'recovery-phrase' : null
}
