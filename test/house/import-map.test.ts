// The import map and what the linter has of it: the same, without a gap, each rule red at a planted violation of its own.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOverrides } from '../../scripts/imports/biome.ts'
import { BOXES, ROOMS } from '../../scripts/imports/map.ts'
import { biomeFindings, type Finding, IMPORT_RULES, plant, ROOT } from './planted.ts'

const isFile = (place: string) => /\.[a-z]+$/.test(place)

/** What no file of this place may import: another feature for a feature, a view for what stands below the views. */
function foreignTo(place: string): string {
  if (!place.startsWith('renderer')) return 'renderer/api.ts'
  if (/^renderer\/(state|ui|messages)/.test(place)) return 'renderer/features/orders/OrdersScreen.tsx'
  if (!place.startsWith('renderer/features/')) return 'electron/ports/system.ts'
  return `renderer/features/${place.startsWith('renderer/features/orders') ? 'accounts' : 'orders'}/planted.tsx`
}

/** A violation of each rule: where it is planted, what is imported there, and the reason that must be given. */
const VIOLATIONS = ROOMS.flatMap((room) =>
  room.in.flatMap((place) => {
    const file = isFile(place) ? place.replace('*', 'planted') : `${place}/planted-violation.ts`
    const to = (target: string) => {
      const path = posix.relative(dirname(file), target)
      return path.startsWith('.') ? path : `./${path}`
    }
    const foreign = foreignTo(place)
    const never = (room.never ?? []).flatMap(({ what, why }) =>
      what.map((one) => [one.includes(':') ? one : to(isFile(one) ? one : `${one}/planted.ts`), why]),
    )
    return [['left-out', room.packagesWhy], [to(foreign), room.importsWhy], ...never].map(
      ([specifier = '', why = '']) => ({ file, specifier, why }),
    )
  }),
)

let findings: Finding[] = []
let remove = () => {}

beforeAll(() => {
  const files: Record<string, string> = {}
  for (const { file, specifier } of VIOLATIONS) files[file] = `${files[file] ?? ''}import '${specifier}'\n`
  const planted = plant(files)
  remove = planted.remove
  findings = biomeFindings(planted.dir)
})
afterAll(() => remove())

test('each rule is red at its violation, and says its reason', () => {
  const silent = VIOLATIONS.filter(({ file, specifier, why }) => {
    const line = 1 + VIOLATIONS.filter((one) => one.file === file).findIndex((one) => one.specifier === specifier)
    return !findings.some((one) => one.path === file && one.line === line && one.message.includes(why))
  })
  expect(silent).toEqual([])
  expect(VIOLATIONS.length).toBeGreaterThan(100)
})

test('the linter has the map as it stands: `npm run imports` writes it', () => {
  expect(JSON.parse(readFileSync(join(ROOT, IMPORT_RULES), 'utf8')).overrides).toEqual(importOverrides())
})

test('every folder of the app has a rule of its own', () => {
  const files = execFileSync('git', ['ls-files', 'electron', 'renderer', 'shared'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).split('\n')
  const folders = new Set(files.filter((file) => /\.tsx?$/.test(file)).map(dirname))
  const ruled = new Set(ROOMS.flatMap((room) => room.in))
  expect([...folders].filter((folder) => !ruled.has(folder))).toEqual([])
})

test('no box of services imports one above it', () => {
  const upward = BOXES.flatMap(([box, imports], floor) =>
    imports.filter((one) => !BOXES.slice(0, floor).some(([below]) => below === one)).map((one) => `${box} -> ${one}`),
  )
  expect(upward).toEqual([])
  expect(BOXES).toHaveLength(20)
})

test('every rule says why', () => {
  const reasons = ROOMS.flatMap((room) => [
    room.packagesWhy,
    room.importsWhy,
    ...(room.never ?? []).map(({ why }) => why),
  ])
  expect(reasons.filter((why) => why.length <= 40)).toEqual([])
})
