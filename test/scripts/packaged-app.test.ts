// The fuses of the packaged app are read back byte by byte; the program is played by a file that carries a fuse wire.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyPackaged } from '../../scripts/suites/electron-suite.mjs'
import { fuseFaults, packagedPrograms, WANTED_FUSES } from '../../scripts/suites/packaged-app.mjs'
import { ROOT } from '../house/planted.ts'

/** By this the tool finds the wire in the program. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const AS_SHIPPED = '101100011'
const AS_WANTED = '010011001'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prelist-packaged-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function putProgram(wire: string, folder = 'linux-unpacked', name = 'prelist'): string {
  const program = join(dir, folder, name)
  mkdirSync(dirname(program), { recursive: true })
  writeFileSync(
    program,
    Buffer.concat([Buffer.from(`code${SENTINEL}`), Buffer.from([1, wire.length]), Buffer.from(wire)]),
  )
  return program
}

test('the wire as wanted has no fault, and each fuse turned the other way is one [R13]', async () => {
  expect(await fuseFaults(putProgram(AS_WANTED))).toEqual([])
  for (const index of WANTED_FUSES.keys()) {
    const turned = [...AS_WANTED].map((state, at) => (at === index ? String(1 - Number(state)) : state)).join('')
    const faults = await fuseFaults(putProgram(turned))
    expect(faults).toEqual([expect.stringContaining(String(FuseV1Options[index]))])
  }
  expect(await fuseFaults(putProgram(AS_SHIPPED))).toHaveLength(7)
})

test('a fuse that is new, missing or removed is a fault, and so is a file without any [R13]', async () => {
  expect(await fuseFaults(putProgram(`${AS_WANTED}0`))).toEqual(['the fuse number 9 is not known here'])
  expect(await fuseFaults(putProgram(AS_WANTED.slice(0, 8)))).toEqual(['the fuse WasmTrapHandlers is not on'])
  expect(await fuseFaults(putProgram(`r${AS_WANTED.slice(1)}`))).toEqual(['the fuse RunAsNode is not off'])
  const bare = join(dir, 'bare')
  writeFileSync(bare, 'no wire')
  await expect(fuseFaults(bare)).rejects.toThrow()
})

/** The `electronFuses` of electron-builder.yml, by the names that it shares with the tool. */
function configured(): Map<string, boolean> {
  const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? ''
  return new Map([...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name = '', on]) => [name, on === 'true']))
}

test('the configuration turns a shipped wire into the wanted one [R13]', async () => {
  const program = putProgram(AS_SHIPPED)
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  const switches = [...configured()].map(([name, on]) => {
    const key = known.find((one) => one.toLowerCase() === name.toLowerCase())
    expect(key, name).toBeDefined()
    return [FuseV1Options[key as keyof typeof FuseV1Options], on]
  })
  expect(switches).toHaveLength(8)
  await flipFuses(program, { version: FuseVersion.V1, ...Object.fromEntries(switches) })
  expect(await fuseFaults(program)).toEqual([])
  expect(readFileSync(program, 'utf8').slice(-9)).toBe(AS_WANTED)
  expect(WANTED_FUSES.get(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE)
})

test('every packaged program is found and judged', async () => {
  const said: string[] = []
  const readers = {
    packaged: () => packagedPrograms(dir),
    fuses: fuseFaults,
    say: (line: string) => void said.push(line),
  }
  expect(await verifyPackaged(readers)).toBe(2)
  expect(said.at(-1)).toContain('no packaged app')
  const linux = putProgram(AS_WANTED)
  expect(packagedPrograms(dir)).toEqual([linux])
  expect(await verifyPackaged(readers)).toBe(0)
  putProgram(AS_SHIPPED, 'win-arm64-unpacked', 'Prelist.exe')
  expect(await verifyPackaged(readers)).toBe(1)
  expect(said.at(-1)).toMatch(/^FAILED: .*RunAsNode is not off/)
  writeFileSync(join(dir, 'win-arm64-unpacked', 'Prelist.exe'), 'no wire')
  expect(await verifyPackaged(readers)).toBe(1)
  expect(packagedPrograms(join(dir, 'nothing'))).toEqual([])
})
