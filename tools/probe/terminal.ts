// Reads from the terminal: a line with echo for a question, and without it for a secret.

import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** A key in PEM has several lines. The ones after the first must not fall to the next question, or to the shell. */
const BEGINS = /-----BEGIN [A-Z ]+-----/
const ENDS = /-----END [A-Z ]+-----/

/** A line, or `null` where nobody sits at a terminal. Ctrl-C answers `null` too. */
export function ask(question: string): Promise<string | null> {
  return typed(process.stdout, question)
}

/** The same, and nothing of what is typed appears. A key in PEM may be pasted as it is. */
export async function askSecret(question: string): Promise<string | null> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const answer = await typed(unseen, question)
  if (answer !== null) process.stdout.write('\n')
  return answer
}

function typed(output: NodeJS.WritableStream, question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return Promise.resolve(null)
  // From here on the terminal shows nothing by itself: only then is the question asked.
  const reader = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 })
  process.stdout.write(question)
  return new Promise((resolve) => {
    const lines: string[] = []
    const end = (answer: string | null) => {
      // Closing it answers as well.
      resolve(answer)
      reader.close()
    }
    reader.on('line', (line) => {
      lines.push(line)
      const text = lines.join('\n')
      if (!BEGINS.test(text) || ENDS.test(text)) end(text)
    })
    reader.once('SIGINT', () => end(null))
    reader.once('close', () => resolve(null))
  })
}
