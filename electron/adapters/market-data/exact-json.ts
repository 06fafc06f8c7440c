// Reads JSON with its numbers as the texts that were sent: a price that went through a float is another price.

/** A text, or a number outside of one. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** Every number as its text. @throws SyntaxError for what is no JSON */
export function parseExactly(text: string): unknown {
  // First as it is: between quotes even what is no number would pass for one.
  JSON.parse(text)
  return JSON.parse(text.replace(TOKEN, (token) => (token.charCodeAt(0) === 34 ? token : `"${token}"`)))
}
