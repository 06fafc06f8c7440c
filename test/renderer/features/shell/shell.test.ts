// Addresses and keys.

import { describe, expect, test } from 'vitest'
import { shortcutFor } from '../../../../renderer/app/shortcuts.ts'
import { writtenKeys } from '../../../../renderer/features/shell/KeySheet.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { isPressed, SHORTCUTS, type ShortcutName } from '../../../../renderer/shortcuts.ts'
import { hashOf, parseRoute } from '../../../../renderer/state/route.ts'
import { destinationOf } from '../../../../renderer/ui/table/use-row-keys.ts'

describe('addresses', () => {
  test.each([
    ['', { screen: 'watchlist', coinId: null }],
    ['#/orders', { screen: 'orders', coinId: null }],
    ['#/watchlist/my-pet-hooligan', { screen: 'watchlist', coinId: 'my-pet-hooligan' }],
    ['#/watchlist/new', { screen: 'watchlist', coinId: null, adding: true }],
    ['#/orders/new', { screen: 'orders', coinId: null }],
    ['#/orders/peaq', { screen: 'orders', coinId: null }],
    ['#/nonsense', { screen: 'watchlist', coinId: null }],
    ['#/watchlist/<b>', { screen: 'watchlist', coinId: null }],
    ['#/constructor', { screen: 'watchlist', coinId: null }],
  ])('%j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
  })

  test('lead back to where they came from', () => {
    const route = { screen: 'watchlist', coinId: 'peaq' } as const
    expect(parseRoute(hashOf(route))).toEqual(route)
    const form = { screen: 'watchlist', coinId: null, adding: true } as const
    expect(parseRoute(hashOf(form))).toEqual(form)
  })
})

describe('keys', () => {
  const press = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

  test('go to screens, to the filter, to the help and out of a panel', () => {
    expect(shortcutFor({ ...press, key: '4' }, false)).toEqual({ kind: 'screen', screen: 'orders' })
    expect(shortcutFor({ ...press, key: '0' }, false)).toBeNull()
    expect(shortcutFor({ ...press, key: '/' }, false)).toEqual({ kind: 'filter' })
    expect(shortcutFor({ ...press, key: '?' }, false)).toEqual({ kind: 'help' })
    expect(shortcutFor({ ...press, key: 'Escape' }, false)).toEqual({ kind: 'close' })
    expect(shortcutFor({ ...press, key: 'l' }, false)).toEqual({ kind: 'lock' })
    expect(shortcutFor({ ...press, key: 'L' }, false)).toEqual({ kind: 'lock' })
  })

  test('do nothing while text is typed or a modifier is held', () => {
    expect(shortcutFor({ ...press, key: '1' }, true)).toBeNull()
    expect(shortcutFor({ ...press, key: '1', ctrlKey: true }, false)).toBeNull()
    expect(shortcutFor({ ...press, key: '1', metaKey: true }, false)).toBeNull()
    expect(shortcutFor({ ...press, key: 'l' }, true)).toBeNull()
    expect(shortcutFor({ ...press, key: 'l', ctrlKey: true }, false)).toBeNull()
  })
})

describe('the list of keys', () => {
  const names = Object.keys(SHORTCUTS) as ShortcutName[]
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const heldFor = (name: ShortcutName) => {
    const shortcut = SHORTCUTS[name]
    const held = 'held' in shortcut ? shortcut.held : null
    return { ...none, ctrlKey: held === 'command', altKey: held === 'alt', shiftKey: held === 'shift' }
  }

  test('has each key once: no press is two shortcuts', () => {
    const presses = names.flatMap((name) => SHORTCUTS[name].keys.map((key) => ({ name, key, ...heldFor(name) })))
    for (const { name, ...press } of presses) {
      expect(names.filter((other) => isPressed(other, press))).toEqual([name])
    }
    expect(Object.keys(text.shortcuts.does)).toEqual(names)
    const shown = names.map(writtenKeys)
    expect(new Set(shown).size).toBe(shown.length)
    expect(new Set(names.map((name) => text.shortcuts.does[name])).size).toBe(names.length)
  })

  test('is written as it is on the keys', () => {
    expect(names.map(writtenKeys)).toEqual([
      ...['Ctrl K / ⌘K', 'Ctrl Z / ⌘Z', '1 – 9', '/', '↑ ↓ PgUp PgDn Home End', 'Enter', 'X', 'Shift ↑ ↓'],
      ...['Ctrl A / ⌘A', 'Alt ← →', 'Shift ← →', 'Esc', 'L', '?'],
    ])
  })

  test('takes either command key and not both, and nothing else with it', () => {
    const k = { ...none, key: 'k' }
    expect(isPressed('palette', { ...k, ctrlKey: true })).toBe(true)
    expect(isPressed('palette', { ...k, metaKey: true })).toBe(true)
    expect(isPressed('palette', { ...k, ctrlKey: true, metaKey: true })).toBe(false)
    expect(isPressed('palette', { ...k, ctrlKey: true, altKey: true })).toBe(false)
    expect(isPressed('palette', k)).toBe(false)
    // The other way is the browser's.
    expect(isPressed('undo', { ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe(false)
    expect(isPressed('undo', { ...none, key: 'z', ctrlKey: true, shiftKey: true })).toBe(false)
  })

  test('has a sign with Shift, as many keyboards need it, and an arrow only with what it says', () => {
    expect(isPressed('help', { ...none, key: '?', shiftKey: true })).toBe(true)
    expect(isPressed('filter', { ...none, key: '/', shiftKey: true })).toBe(true)
    expect(isPressed('rows', { ...none, key: 'ArrowDown', shiftKey: true })).toBe(false)
    expect(isPressed('sizeColumn', { ...none, key: 'ArrowLeft', shiftKey: true, altKey: true })).toBe(false)
    expect(isPressed('chooseMore', { ...none, key: 'ArrowUp', shiftKey: true, ctrlKey: true })).toBe(false)
  })

  test('moves between rows with exactly the keys that rows follow', () => {
    const way = { count: 9, page: 3 }
    for (const key of SHORTCUTS.rows.keys) expect(destinationOf(key, 4, way)).not.toBeNull()
    for (const key of ['ArrowLeft', 'Enter', 'j', 'k']) expect(destinationOf(key, 4, way)).toBeNull()
  })
})
