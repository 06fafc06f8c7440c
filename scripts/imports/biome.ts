// The import map in the words of the linter: one override a folder or file. Biome reads specifiers as they are written and
// lets a later override replace an earlier one whole, so each says everything, relative to its own folder.

import { posix } from 'node:path'
import { ROOMS, type Room } from './map.ts'

interface Pattern {
  group: string[]
  message: string
}

export interface Override {
  includes: string[]
  linter: {
    rules: { style: { noRestrictedImports: { level: 'error'; options: { patterns: Pattern[] } } } }
  }
}

const isFile = (place: string) => /\.[a-z]+$/.test(place)
const FOLDERS = ROOMS.flatMap((room) => room.in).filter((place) => !isFile(place))

/** How `target` is written in a file of `folder`. */
function spelled(folder: string, target: string): string {
  const path = posix.relative(folder, target)
  return path.startsWith('.') ? path : `./${path}`
}

/** The patterns of one target. A folder above is no pattern of its own, since it would take in what lies beside it. */
function targets(folder: string, target: string): string[] {
  const whole = target.endsWith('/**') ? target.slice(0, -3) : null
  if (whole === null || (folder !== whole && !folder.startsWith(`${whole}/`))) return [spelled(folder, target)]
  return FOLDERS.filter((one) => one === whole || one.startsWith(`${whole}/`)).map((one) => spelled(folder, `${one}/*`))
}

const isOwn = (what: string) => /^(electron|renderer|scripts|shared|test|tools)(\/|$)/.test(what)

function patterns(room: Room, folder: string): Pattern[] {
  const packages = room.packages.flatMap((name) => (name === 'node:*' ? ['!node:*', '!node:*/**'] : [`!${name}`]))
  const allowed = [...new Set(room.imports.flatMap((target) => targets(folder, target)))].sort()
  const own = { group: ['./**', '../**', ...allowed.map((path) => `!${path}`)], message: room.importsWhy }
  const never = (room.never ?? []).map(({ what, why }) => ({
    group: what.map((one) => {
      if (!isOwn(one)) return one
      return isFile(one) ? spelled(folder, one) : `**/${one}/**`
    }),
    message: why,
  }))
  return [{ group: ['**', '!./**', '!../**', ...packages], message: room.packagesWhy }, own, ...never]
}

function override(room: Room, place: string): Override {
  const folder = isFile(place) ? posix.dirname(place) : place
  const options = { patterns: patterns(room, folder) }
  return {
    includes: [isFile(place) ? place : `${place}/**`],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  }
}

const depth = (place: string) => (isFile(place) ? 100 : place.split('/').length)

/** The overrides of the whole map: folders before those within them, single files last. */
export function importOverrides(): Override[] {
  return ROOMS.flatMap((room) => room.in.map((place) => ({ room, place })))
    .sort((a, b) => depth(a.place) - depth(b.place) || (a.place < b.place ? -1 : 1))
    .map(({ room, place }) => override(room, place))
}

/** The text of `biome.imports.json`, which `biome.json` takes up. */
export function importRules(): string {
  return JSON.stringify({ overrides: importOverrides() })
}
