// What is looked for when a trader types into a search, as a question to a full-text index.

/** More words than anybody types; each costs a look into the index. */
const MAX_WORDS = 20
/** Scripts that set no spaces between words: an index of words has whole sentences of them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** How to look: by the index, or (where an index of words cannot tell) by the text as it was typed. */
export type SearchPlan = { by: 'index'; question: string } | { by: 'text'; text: string } | { by: 'nothing' }

/**
 * Each word by its beginning, all of them. What was typed is only ever quoted words: none of it is a part of the index's
 * own language.
 */
export function planOf(typed: string): SearchPlan {
  const text = typed.normalize('NFC').trim()
  if (text === '') return { by: 'nothing' }
  const words = text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? []
  if (words.length === 0 || UNSPACED.test(text)) return { by: 'text', text }
  return {
    by: 'index',
    question: words
      .slice(0, MAX_WORDS)
      .map((word) => `"${word}"*`)
      .join(' '),
  }
}
