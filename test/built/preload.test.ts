// The built preload: one CommonJS file that a sandbox can load. Needs `npm run build`.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../out/preload/', import.meta.url)

test('it is one file that requires nothing but electron', () => {
  expect(readdirSync(folder)).toEqual(['preload.cjs'])
  const text = readFileSync(new URL('preload.cjs', folder), 'utf8')
  const required = [...text.matchAll(/\brequire\(["'`]([^"'`]+)/g)].map((found) => found[1])
  expect(required).toEqual(['electron'])
  expect(text).not.toMatch(/^\s*import\b/m)
})
