// Who can come to the keychain: the vault's process, and nothing that the backend or a shell loads, by any way round.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'

const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+|keytar)'/g

/** Every file that `entry` loads, and `keytar` if it does. A type alone is not loaded. */
function reachedFrom(entry: string): Set<string> {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    const text = readFileSync(path.join(ROOT, file), 'utf8').replace(/^import type [^;]*?from '[^']+'$/gm, '')
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      const target = specifier === 'keytar' ? specifier : path.join(path.dirname(file), specifier)
      if (target === 'keytar') reached.add(target)
      else if (existsSync(path.join(ROOT, target)) && /\.m?ts$/.test(target)) visit(target)
    }
  }
  visit(entry)
  return reached
}

test.each(['electron/app/backend.ts', 'electron/main.ts', 'electron/chromium.ts'])(
  '%s loads much, but neither the keychain nor the process that does [R17]',
  (entry) => {
    const reached = reachedFrom(entry)
    expect(reached.size).toBeGreaterThan(50)
    expect([...reached].filter((file) => /keytar|adapters\/keychain|vault\/process/.test(file))).toEqual([])
  },
)

test("the vault's process loads it, and no database", () => {
  const reached = [...reachedFrom('electron/vault/process.ts')]
  expect(reached).toEqual(expect.arrayContaining(['keytar', 'electron/adapters/keychain.ts']))
  expect(reached.filter((file) => /sqlite|services|\/ipc\//.test(file))).toEqual([])
})
