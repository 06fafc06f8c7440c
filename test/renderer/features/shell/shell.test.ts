// Addresses and keys.

import { describe, expect, test } from 'vitest'
import { shortcutFor } from '../../../../renderer/app/shortcuts.ts'
import { hashOf, parseRoute } from '../../../../renderer/state/route.ts'

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
  const press = { key: '', ctrlKey: false, metaKey: false, altKey: false, typing: false }

  test('go to screens, to the filter, to the help and out of a panel', () => {
    expect(shortcutFor({ ...press, key: '4' })).toEqual({ kind: 'screen', screen: 'orders' })
    expect(shortcutFor({ ...press, key: '0' })).toBeNull()
    expect(shortcutFor({ ...press, key: '/' })).toEqual({ kind: 'filter' })
    expect(shortcutFor({ ...press, key: '?' })).toEqual({ kind: 'help' })
    expect(shortcutFor({ ...press, key: 'Escape' })).toEqual({ kind: 'close' })
    expect(shortcutFor({ ...press, key: 'l' })).toEqual({ kind: 'lock' })
    expect(shortcutFor({ ...press, key: 'L' })).toEqual({ kind: 'lock' })
  })

  test('do nothing while text is typed or a modifier is held', () => {
    expect(shortcutFor({ ...press, key: '1', typing: true })).toBeNull()
    expect(shortcutFor({ ...press, key: '1', ctrlKey: true })).toBeNull()
    expect(shortcutFor({ ...press, key: '1', metaKey: true })).toBeNull()
    expect(shortcutFor({ ...press, key: 'l', typing: true })).toBeNull()
    expect(shortcutFor({ ...press, key: 'l', ctrlKey: true })).toBeNull()
  })
})
