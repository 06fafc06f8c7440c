// No test passes or fails by luck: a property says its seed, and nobody waits for a time instead of for a condition.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'
import { luckIn } from './scans/luck-scan.ts'

const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'test', path), 'utf8') }))

test('no test leaves anything to luck', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap(({ path, text }) => luckIn(path, text).map((found) => `${path}: ${found}`))).toEqual([])
})

// Put together from parts where the whole text would be a finding in this file.
const UNSAID = 'a property without an announced seed'
const WAIT = 'a wait for a time'
const PORT = 'a fixed port'
const LATER = ['set', 'Timeout'].join('')

test.each([
  [UNSAID, 'fc.assert(fc.property(fc.nat(), () => true))'],
  [UNSAID, 'fc.assert(fc.property(fc.nat(), () => true), { numRuns: 9 })'],
  [UNSAID, 'await fc.check(property, options)'],
  [UNSAID, 'fc.sample(fc.nat(), 5)'],
  [UNSAID, "import { assert } from 'fast-check'"],
  [UNSAID, 'fc.assert(property, { seed: 7 })'],
  [UNSAID, 'fc.assert(property, { seed: Date.now() })'],
  [WAIT, `await new Promise((resolve) => ${LATER}(resolve, 50))`],
  [WAIT, `globalThis.${LATER}(go, 1)`],
  [WAIT, 'setInterval(look, 5)'],
  [WAIT, "import { setTimeout as sleep } from 'node:timers/promises'"],
  [WAIT, "const { scheduler } = await import('timers/promises')"],
  [WAIT, 'await page.waitForTimeout(500)'],
  [WAIT, "await page.waitForLoadState('networkidle')"],
  [WAIT, 'Atomics.wait(cell, 0, 0, 50)'],
  [WAIT, `await page.evaluate('new Promise((done) => ${LATER}(done, 100))')`],
  [WAIT, `await page.evaluate(\`new Promise((done) => ${LATER}(done))\`)`],
  [PORT, "server.listen(8080, '127.0.0.1')"],
  [PORT, 'server.listen({ port: 8080 })'],
])('%s: %s', (found, text) => {
  expect(luckIn('planted.test.ts', text)).toEqual([found])
})

test.each([
  "fc.assert(property, { seed: announcedSeed('x') })",
  "const seed = announcedSeed('x')\nfc.assert(property, { seed, numRuns: 9 })",
  "const seed = announcedSeed('x')\nfc.sample(fc.nat(), { seed: seed + 1 })",
  'function run({ seed }: Plan) {\n  return fc.sample(fc.nat(), { seed })\n}',
  'await clock.sleep(5_000)',
  'test.setTimeout(300_000)',
  "server.listen(0, '127.0.0.1')",
  "vi.useFakeTimers({ toFake: ['setTimeout'] })",
])('nothing in: %s', (text) => {
  expect(luckIn('planted.test.ts', text)).toEqual([])
})
