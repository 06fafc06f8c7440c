// Splits the line of a command into program and arguments. Quotes group words; nothing else has a meaning.

import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'

const WORD = /"([^"]*)"|'([^']*)'|([^\s"']+)/gy

/** @throws AppError `BAD_INPUT` for a quote that does not end */
export function argumentsOf(line: string): string[] {
  const words: string[] = []
  let isNewWord = true
  let at = 0
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      isNewWord = true
      at += 1
      continue
    }
    WORD.lastIndex = at
    const part = WORD.exec(line)
    if (part === null) throw new AppError('BAD_INPUT', reason('COMMAND_QUOTE_OPEN'))
    const text = part[1] ?? part[2] ?? part[3] ?? ''
    if (isNewWord) words.push(text)
    else words.push((words.pop() ?? '') + text)
    isNewWord = false
    at = WORD.lastIndex
  }
  return words
}
