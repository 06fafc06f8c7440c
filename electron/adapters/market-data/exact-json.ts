// Reads JSON with its numbers as the texts that were sent: a price that went through a float is another price.

/** A text, or a number outside of one. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** More lists and objects than the longest answer that was seen has tenfold: they take many times the memory of their text. */
const MOST_PARTS = 2_000_000

/** Whether a text is made of so many lists and objects that reading it could take all memory. */
export function isTooFine(text: string): boolean {
  let parts = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91 || code === 123) parts += 1
  }
  return parts > MOST_PARTS
}

/** Every number as its text. @throws SyntaxError for what is no JSON */
export function parseExactly(text: string): unknown {
  // First as it is: between quotes even what is no number would pass for one.
  JSON.parse(text)
  return JSON.parse(text.replace(TOKEN, (token) => (token.charCodeAt(0) === 34 ? token : `"${token}"`)))
}
