// The built preload: one CommonJS file that a sandbox can load. Needs `npm run build`.

import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { OPERATION_NAMES } from '../../shared/contract/contract.ts'

const folder = new URL('../../out/preload/', import.meta.url)
const textOf = () => readFileSync(new URL('preload.cjs', folder), 'utf8')

test('it is one file that requires nothing but electron [R10]', () => {
  expect(readdirSync(folder)).toEqual(['preload.cjs'])
  const required = [...textOf().matchAll(/\brequire\(["'`]([^"'`]+)/g)].map((found) => found[1])
  expect(required).toEqual(['electron'])
  expect(textOf()).not.toMatch(/^\s*import\b|\bimport\s*\(/m)
})

test('it runs where there is only `require`, and exposes the operations [R10]', () => {
  const exposeInMainWorld = vi.fn()
  const electron = { contextBridge: { exposeInMainWorld }, ipcRenderer: { invoke: vi.fn(), on: vi.fn(), off: vi.fn() } }
  const require = (name: string) => (name === 'electron' ? electron : expect.unreachable(`required ${name}`))
  runInNewContext(textOf(), { require, exports: {}, module: { exports: {} } })
  expect(exposeInMainWorld).toHaveBeenCalledOnce()
  const [name, desktop]: unknown[] = exposeInMainWorld.mock.lastCall ?? []
  expect(name).toBe('desktop')
  const names = Object.entries(desktop as Record<string, object>).flatMap(([group, held]) =>
    typeof held === 'function' ? [group] : Object.keys(held).map((method) => `${group}.${method}`),
  )
  expect(names.toSorted()).toEqual([...OPERATION_NAMES, 'on'].toSorted())
})
