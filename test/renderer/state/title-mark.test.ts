// The title of a window that is not looked at counts what came meanwhile, and forgets it on the next look.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markTitle } from '../../../renderer/state/alerts/title-mark.ts'

const page = { title: 'Prelist', isSeen: false, hasFocus: () => page.isSeen }
let looks: (() => void)[] = []

beforeEach(() => {
  looks = []
  Object.assign(page, { title: 'Prelist', isSeen: false })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', { addEventListener: (_: string, listener: () => void) => looks.push(listener) })
})
afterEach(() => {
  for (const look of looks) look()
  vi.unstubAllGlobals()
})

test('counts what nobody saw, until somebody looks', () => {
  markTitle()
  markTitle()
  expect(page.title).toBe('(2) Prelist')
  looks[0]?.()
  expect(page.title).toBe('Prelist')
  markTitle()
  expect(page.title).toBe('(1) Prelist')
})

test('says nothing to who is looking', () => {
  page.isSeen = true
  markTitle()
  expect(page.title).toBe('Prelist')
})
