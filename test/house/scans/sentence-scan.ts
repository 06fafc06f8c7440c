// Reads a file as a syntax tree and names every text in it that is a sentence for people. Words stand in renderer/messages/
// alone; what only a log shows, an error that is no `AppError`, is not counted.

import { type ESTree, parseSync, Visitor } from 'vite'

const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|ATTACH|WHERE|AND|BEGIN|VALUES|COLUMN|ORDER BY)\b/
/** Two words, the second of small letters. */
const WORDS = /[A-Za-z]{2,}[,;:]? [a-z]{2,}/
/** Shown to nobody: the page is told that there was a fault. */
const FAULTS = ['Error', 'TypeError', 'RangeError', 'NoAnswer']

/** Three words or more, or two that end with a full stop. */
function isSentence(text: string): boolean {
  const isLong = text.trim().split(/\s+/).length >= 3
  return WORDS.test(text) && !SQL.test(text) && (isLong || text.endsWith('.'))
}

/** Every sentence, in its order; `X` stands for what is put in. */
export function sentencesIn(path: string, text: string): string[] {
  const faults: [start: number, end: number][] = []
  const found: { start: number; text: string }[] = []
  const look = ({ start }: ESTree.Node, words: string) => {
    if (isSentence(words)) found.push({ start, text: words })
  }
  const { program } = parseSync(path, text)
  new Visitor({
    NewExpression({ callee, start, end }) {
      if (callee.type === 'Identifier' && FAULTS.includes(callee.name)) faults.push([start, end])
    },
    Literal(node) {
      if (typeof node.value === 'string') look(node, node.value)
    },
    TemplateLiteral(node) {
      look(node, node.quasis.map(({ value }) => value.raw).join('X'))
    },
  }).visit(program)
  const isFault = (at: number) => faults.some(([start, end]) => at > start && at < end)
  return found.filter(({ start }) => !isFault(start)).map(({ text: words }) => words)
}
