// The keychain adapter against a real keychain in a session of its own, unlocked and not. Linux only.

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runWithKeyring } from '../../keyring.ts'

const child = fileURLToPath(new URL('../../keychain-child.ts', import.meta.url))
const onLinux = process.platform === 'linux'

test.runIf(onLinux)('an item is written, read back and deleted', async () => {
  const run = await runWithKeyring(child)
  expect(run.code).toBe(0)
  expect(JSON.parse(run.stdout)).toEqual([null, null, 'a wrapping key', true, null])
})

test.runIf(onLinux)('without an unlocked keychain nothing is written, and the error has its code', async () => {
  const run = await runWithKeyring(child, { unlocked: false })
  const [nobody, written, read] = JSON.parse(run.stdout)
  // "None" would make the app believe that there never was a key.
  for (const answer of [nobody, written, read]) expect(answer).toMatch(/^KEYCHAIN_(LOCKED|UNREACHABLE)$/)
})
