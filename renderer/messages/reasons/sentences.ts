// Joins what several places have to say into one text. A sentence that was said already is left out.

/** Where one sentence ends and the next begins; a point within a number or an address ends none. */
const END = /(?<=[.!?…][”)]?)\s+(?=[\p{Lu}\p{N}“(])/u

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] => text.split(END).filter((sentence) => sentence !== '')

/** One text of these, each sentence once. Empty parts add nothing. */
export function sentences(...parts: readonly string[]): string {
  return [...new Set(parts.flatMap(sentencesOf))].join(' ')
}

/** Somebody else's words as a sentence, with a point behind them where they have none. */
export const asSentence = (words: string): string => (/[.!?…][”)]?$/u.test(words) ? words : `${words}.`)
