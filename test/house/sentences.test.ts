// The backend speaks in codes with parameters; words stand in renderer/messages/. What is left of the sentences that it had
// is listed by file, and the list only shrinks: a sentence more than listed is red, and so is one less until it is taken off.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'
import { sentencesIn } from './scans/sentence-scan.ts'
import { SENTENCES_LEFT } from './scans/sentences-left.ts'

/** The other side of the wire, what exchanges and projects call things, and what a browser or a printer is given. */
const DATA = [
  'electron/practice-exchange/',
  'electron/services/ledger/csv/formats/',
  'shared/catalog/',
  'shared/venues/',
  'shared/assets.ts',
  'electron/shell/chromium/ask-outside.ts',
]

const files = ['electron', 'shared'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`)
    .filter((path) => !DATA.some((one) => path.startsWith(one))),
)

test('no file of the backend has a sentence that is not listed, and none is listed that is gone', () => {
  expect(files.length).toBeGreaterThan(300)
  const found = files
    .map((path): [string, number] => [path, sentencesIn(path, readFileSync(join(ROOT, path), 'utf8')).length])
    .filter(([, count]) => count > 0)
  expect(Object.fromEntries(found)).toEqual(SENTENCES_LEFT)
})

test.each([
  "const a = 'The vault is locked.'",
  "throw new AppError('VAULT_LOCKED', 'The vault is locked. Unlock it.')",
  'const a = `The price moved from ` + x',
  "const a = { detail: 'time in force' }",
  "const a = 'Not sent.'",
])('a sentence: %s', (text) => {
  expect(sentencesIn('planted.ts', text)).toHaveLength(1)
})

test.each([
  "logger.warn('order-look-failed', { intentId })",
  "throw new Error('not the answer of this method')",
  "db.run('UPDATE orders SET status = ? WHERE intent_id = ?', a, b)",
  "const a = reason('PRICE_MOVED_SINCE', { seen, now })",
  "const a = 'user-agent'",
  '// The vault is locked.',
])('none: %s', (text) => {
  expect(sentencesIn('planted.ts', text)).toEqual([])
})
