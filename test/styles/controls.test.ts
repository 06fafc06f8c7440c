// Interaction that a kept library does is not written by hand again: what opens, what is chosen in, what asks.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../house/planted.ts'

const PAGE = join(ROOT, 'renderer')
const views = readdirSync(PAGE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(PAGE, path), 'utf8') }))

/** What would be a second way to do it, and what is there for it. */
const BY_HAND: [name: string, pattern: RegExp, instead: string][] = [
  ['a select of the browser', /<(select|option|optgroup|datalist)\b/, 'ui/fields/Select.tsx'],
  ['a tooltip of its own', /role="tooltip"|className="tip"/, 'ui/overlay/Tip.tsx'],
  ['tabs of its own', /role="tab(list|panel)?"/, 'ui/Tabs.tsx'],
  ['a dialog of its own', /<dialog\b|showModal|role="(alert)?dialog"/, 'ui/overlay/QuestionDialog.tsx'],
]

const found = (pattern: RegExp, text: string) => pattern.test(text)

test('there are views to look at', () => {
  expect(views.length).toBeGreaterThan(80)
})

for (const [name, pattern, instead] of BY_HAND) {
  test(`no view has ${name}: ${instead} is there`, () => {
    expect(views.filter(({ text }) => found(pattern, text)).map(({ path }) => path)).toEqual([])
  })
}

test('the patterns find what they are for', () => {
  const planted = ['<select value={x}>', '<span className="tip">', '<button role="tab">', '<section role="dialog">']
  for (const [index, [name, pattern]] of BY_HAND.entries()) {
    expect(found(pattern, planted[index] ?? ''), name).toBe(true)
  }
})

/** What a file brings along when it is loaded: not its types, and not what it loads later. */
function loadedWith(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = readFileSync(join(PAGE, path), 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'([^']+)'/gm)) {
    if (!name.startsWith('.')) seen.add(name)
    else if (/\.tsx?$/.test(name) && !join(dirname(path), name).startsWith('..'))
      loadedWith(join(dirname(path), name), seen)
  }
  return seen
}

test('what is painted first loads no part of Base UI', () => {
  const first = [
    'features/shell/AppHeader.tsx',
    'features/shell/AppFooter.tsx',
    'features/shell/Rail.tsx',
    'ui/StatusLine.tsx',
  ]
  const list = [
    'features/watchlist/CoinTable.tsx',
    'features/watchlist/WatchlistFilter.tsx',
    'features/orders/TradeButtons.tsx',
  ]
  const loaded = [...first, ...list].flatMap((path) => [...loadedWith(path)])
  expect(loaded).toContain('react')
  expect(loaded.filter((name) => name.startsWith('@base-ui'))).toEqual([])
  expect([...loadedWith('ui/fields/Select.tsx')]).toContain('@base-ui/react/select')
})
