// The Markdown of notes, as a tree: headings, lists, quotes, code, emphasis, links. It knows no HTML: what looks like some
// is text. Whatever is typed has a tree, in time that grows with its length.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'emphasis'; parts: Inline[] }
  /** Where it leads is shown, and never gone to. */
  | { kind: 'link'; label: string; url: string; domain: string }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; parts: Inline[] }
  | { kind: 'paragraph' | 'quote'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string }

const HEADING = /^(#{1,3})\s+(.*)$/
const BULLET = /^\s{0,3}[-*+]\s+(.*)$/
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/
const QUOTE = /^>\s?(.*)$/
const FENCE = /^```/

/** A note's blocks in their order. */
export function blocksOf(text: string): Block[] {
  const lines = text.split(/\r\n|[\n\r]/)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const taken = FENCE.test(line) ? codeAt(lines, at, blocks) : blockAt(lines, at, blocks)
    at += Math.max(1, taken)
  }
  return blocks
}

/** A fence that is never closed goes to the end. */
function codeAt(lines: readonly string[], at: number, blocks: Block[]): number {
  const end = lines.findIndex((line, index) => index > at && FENCE.test(line))
  const stop = end < 0 ? lines.length : end
  blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') })
  return stop - at + 1
}

function blockAt(lines: readonly string[], at: number, blocks: Block[]): number {
  const line = lines[at] ?? ''
  if (line.trim() === '') return 1
  const [, marks = '', title = ''] = HEADING.exec(line) ?? []
  if (marks !== '') {
    blocks.push({ kind: 'heading', level: marks.length as 1 | 2 | 3, parts: inlineOf(title) })
    return 1
  }
  for (const [pattern, ordered] of [
    [BULLET, false],
    [NUMBER, true],
  ] as const) {
    const items = runOf(lines, at, pattern)
    if (items.length === 0) continue
    blocks.push({ kind: 'list', ordered, items: items.map(inlineOf) })
    return items.length
  }
  const quoted = runOf(lines, at, QUOTE)
  if (quoted.length > 0) {
    blocks.push({ kind: 'quote', parts: inlineOf(quoted.join('\n')) })
    return quoted.length
  }
  const plain = plainFrom(lines, at)
  blocks.push({ kind: 'paragraph', parts: inlineOf(plain.join('\n')) })
  return plain.length
}

/** What stands behind the mark, line by line, for as long as the lines have it. */
function runOf(lines: readonly string[], at: number, pattern: RegExp): string[] {
  const run: string[] = []
  for (const line of lines.slice(at, at + lines.length)) {
    const [, text] = pattern.exec(line) ?? []
    if (text === undefined) break
    run.push(text)
  }
  return run
}

const OTHER = [HEADING, BULLET, NUMBER, QUOTE, FENCE]

function plainFrom(lines: readonly string[], at: number): string[] {
  const plain: string[] = []
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '' || (index > at && OTHER.some((pattern) => pattern.test(line)))) break
    plain.push(line)
  }
  return plain
}

/** The first of these that begins at a place; none of them has a part that could match in two ways. */
const MARK =
  /`([^`\n]{1,2000})`|\*\*([^*\n]{1,2000})\*\*|\*([^*\s][^*\n]{0,2000})\*|\[([^[\]\n]{1,400})\]\((https?:\/\/[^\s()<>]{1,2000})\)|(https?:\/\/[^\s<>"'`()[\]]{1,2000})/gi

/** The parts of a line or a paragraph. Emphasis within strong text is kept, and no deeper. */
export function inlineOf(text: string, depth = 0): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    const part = partOf(match, depth)
    if (part === null) continue
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push(part)
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function partOf([, code, strong, emphasis, label, target, bare]: RegExpExecArray, depth: number): Inline | null {
  if (code !== undefined) return { kind: 'code', text: code }
  const inner = strong ?? emphasis
  if (inner !== undefined) {
    const parts: Inline[] = depth > 0 ? [{ kind: 'text', text: inner }] : inlineOf(inner, depth + 1)
    return { kind: strong === undefined ? 'emphasis' : 'strong', parts }
  }
  const url = URL.parse(target ?? bare ?? '')
  // A name before the domain makes an address look like another one; it is left as text, where nobody presses it.
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null
  return { kind: 'link', label: label ?? bare ?? '', url: url.href, domain: url.hostname }
}

/** Whether a link's label names another place than the one that it leads to. */
export function misleads({ label, domain }: { label: string; domain: string }): boolean {
  const named = label.toLowerCase().match(/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu) ?? []
  return named.some((name) => {
    const ascii = URL.parse(`https://${name}`)?.hostname ?? name
    return ascii !== domain && `www.${ascii}` !== domain && ascii !== `www.${domain}`
  })
}
