// Text stays readable: the colours of both themes against the surfaces that they stand on. It stands apart from
// test/renderer because it reads a file, and the page's side has no Node.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('../../renderer/ui/styles/tokens.css', import.meta.url), 'utf8')

type Pair = { light: string; dark: string }

const COLORS = new Map<string, Pair>(
  [...tokens.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function color(name: string, theme: keyof Pair): string {
  const pair = COLORS.get(name)
  if (pair === undefined) throw new Error(`no colour ${name}`)
  return pair[theme]
}

const SURFACES = ['surface-page', 'surface', 'surface-raised', 'surface-hover', 'surface-current', 'surface-sunken']
const TEXTS: [string, string[]][] = [
  ['text', [...SURFACES, 'warn-soft', 'bad-soft', 'good-soft']],
  ['text-soft', [...SURFACES]],
  ['text-quiet', SURFACES],
  ['accent', [...SURFACES, 'accent-soft']],
  ['warn', [...SURFACES, 'warn-soft']],
  ['bad', [...SURFACES, 'bad-soft']],
  ['good', ['surface', 'surface-raised', 'good-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-mode', ['mode-practice', 'mode-test', 'mode-live', 'warn']],
]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(TEXTS.flatMap(([name, surfaces]) => surfaces.map((surface) => [name, surface] as const)))(
    '%s on %s reaches 4.5',
    (name, surface) => {
      expect(contrast(color(name, theme), color(surface, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['line-strong', 'focus', 'slice-0', 'slice-1', 'slice-2', 'slice-3', 'slice-4', 'slice-5'])(
    '%s on the surface reaches 3',
    (name) => {
      expect(contrast(color(name, theme), color('surface', theme))).toBeGreaterThanOrEqual(3)
    },
  )
})
