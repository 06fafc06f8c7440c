// Cells of a CSV file by RFC 4180, for programs and for spreadsheets: a text that a spreadsheet would take for a formula gets an
// apostrophe in front, which makes it a text there. Numbers are left as they are.

/** Spreadsheets begin a formula with these, some also after a tab, a line break, or blanks that they take away. */
const FORMULA = /^(?:[\t\r\n]|[\s\uFEFF]*[=+\-@＝＋－＠])/

/** A text that somebody else or the trader wrote. */
export const textCell = (text: string): string => quoted(FORMULA.test(text) ? `'${text}` : text)

/** A decimal, a count or a time of our own making. */
export const plainCell = (value: string | number | null): string => (value === null ? '' : quoted(String(value)))

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The same with a way back: what looks like such an apostrophe gets one more, so that one taken away is always ours. */
export const guardedCell = (text: string): string => always(GUARDED.test(text) ? `'${text}` : text)

/** The text of a cell that was guarded so. */
export const unguarded = (text: string): string => (text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text)

const GUARDED = /^'*(?:[\t\r\n]|[\s\uFEFF]*[=+\-@＝＋－＠])/

/** In quotes where a reader would else take blanks at the ends away, too. */
const always = (text: string): string =>
  text === text.trim() && !text.includes('\uFEFF') ? quoted(text) : `"${text.replaceAll('"', '""')}"`

/** One line of cells. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`
