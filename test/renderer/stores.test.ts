// The tests of the page know every store that there is: one that they forget would carry what a test did into the next.

import { expect, test } from 'vitest'
import { drawn } from './fakes/drawn.ts'
import { setUpPage } from './fakes/setup-page.ts'
import { type AnyStore, STORES } from './fakes/stores.ts'

const isStore = (value: unknown): value is AnyStore => typeof value === 'function' && 'getInitialState' in value

test('the stores that are put back are those of the files', () => {
  const files = import.meta.glob<object>('../../renderer/**/*-store.ts', { eager: true })
  const found = Object.entries(files).map(([path, part]) => ({ path, stores: Object.values(part).filter(isStore) }))
  expect(found.filter(({ stores }) => stores.length !== 1)).toEqual([])
  expect(found.filter(({ stores }) => !stores.every((store) => STORES.includes(store)))).toEqual([])
  expect(STORES).toHaveLength(found.length)
})

test('views read the stores through selectors, and are drawn anew for nothing else', () => {
  const views = import.meta.glob<string>('../../renderer/**/*.tsx', { eager: true, query: '?raw', import: 'default' })
  const whole = Object.entries(views).filter(([, text]) => /\{[^}]*\} = use[A-Z]\w*\(\)/.test(text))
  expect(whole.map(([path]) => path)).toEqual([])
  expect(Object.keys(views).length).toBeGreaterThan(50)
})

test('a drawing leaves what the stores begin with as it was', () => {
  setUpPage()
  const before = STORES.map((store) => ({ ...store.getInitialState() }))
  for (const store of STORES) {
    const changed = Object.entries(store.getState()).map(([name, value]) => [name, value ?? 'other'])
    store.setState(Object.fromEntries(changed) as never, true)
  }
  drawn(null)
  expect(STORES.map((store) => store.getInitialState())).toEqual(before)
})

test.each(['first', 'second'])('no test finds the window of another: the %s', () => {
  expect(globalThis).not.toHaveProperty('window')
  setUpPage()
  expect(globalThis).toHaveProperty('window')
})
