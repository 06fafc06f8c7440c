// The packaged app in dist/: where its program is, and whether its fuses are as they must be.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const ON = FuseState.ENABLE
const OFF = FuseState.DISABLE

/** Every fuse that the tool knows. WebAssembly's trap handlers stay as Electron ships them. */
export const WANTED_FUSES = new Map([
  [FuseV1Options.RunAsNode, OFF],
  [FuseV1Options.EnableCookieEncryption, ON],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, OFF],
  [FuseV1Options.EnableNodeCliInspectArguments, OFF],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ON],
  [FuseV1Options.OnlyLoadAppFromAsar, ON],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, OFF],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, OFF],
  [FuseV1Options.WasmTrapHandlers, ON],
])

/** Folders that electron-builder leaves beside the installers, and the program in each. */
const UNPACKED = /^(linux|win|mac)/
const PROGRAMS = ['prelist', 'Prelist.exe', 'Prelist.app']

/**
 * Programs of the packaged app below `dist`, for each system and architecture that was built.
 * @param {string} dist
 * @returns {string[]}
 */
export function packagedPrograms(dist) {
  if (!existsSync(dist)) return []
  return readdirSync(dist)
    .filter((name) => UNPACKED.test(name))
    .flatMap((name) => PROGRAMS.map((program) => join(dist, name, program)).filter((path) => existsSync(path)))
}

/**
 * What is wrong with the fuses of a program; empty when all is as it must be. A fuse that Electron has and this list
 * does not know is a fault too: someone has to decide about it.
 * @param {string} program
 * @returns {Promise<string[]>}
 * @throws Error when the file holds no fuses
 */
export async function fuseFaults(program) {
  const { version: _, ...found } = await getCurrentFuseWire(program)
  const wire = new Map(Object.entries(found).map(([index, state]) => [Number(index), Number(state)]))
  const states = new Set([...wire.keys(), ...WANTED_FUSES.keys()])
  return [...states].flatMap((index) => {
    const wanted = WANTED_FUSES.get(index)
    const name = FuseV1Options[index] ?? `number ${index}`
    if (wanted === undefined) return [`the fuse ${name} is not known here`]
    return wire.get(index) === wanted ? [] : [`the fuse ${name} is not ${wanted === ON ? 'on' : 'off'}`]
  })
}
