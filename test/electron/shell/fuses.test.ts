// The fuses of the packaged app, set by electron-builder's own code from our settings on a stand-in for the binary.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type AfterPackContext, type Configuration, LinuxPackager, MacPackager, WinPackager } from 'electron-builder'
import { expect, onTestFinished, test } from 'vitest'
import { afterPack } from '../../../scripts/fuses.mjs'
import { ROOT } from '../../house/planted.ts'

/** Marks the wire in a real binary; what follows is its version, its length and a byte for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** In the order of the wire; what each must be in the packaged app. */
const WANTED = {
  RunAsNode: '0',
  EnableCookieEncryption: '1',
  EnableNodeOptionsEnvironmentVariable: '0',
  EnableNodeCliInspectArguments: '0',
  EnableEmbeddedAsarIntegrityValidation: '1',
  OnlyLoadAppFromAsar: '1',
  LoadBrowserProcessSpecificV8Snapshot: '0',
  GrantFileProtocolExtraPrivileges: '0',
  WasmTrapHandlers: '1',
}
const WIRE = Object.values(WANTED).join('')
/** Every fuse the wrong way round, so that one that nobody sets is seen. */
const WRONG_WIRE = WIRE.replaceAll(/./g, (state) => (state === '1' ? '0' : '1'))

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

/** Reads electron-builder.yml as electron-builder does. */
function ourSettings(): Promise<Configuration> {
  return builder('app-builder-lib/out/util/config/config').getConfig(ROOT, null, null)
}

const PLATFORMS = [
  { name: 'linux', Packager: LinuxPackager, binary: 'prelist' },
  { name: 'win32', Packager: WinPackager, binary: 'Prelist.exe' },
  {
    name: 'darwin',
    Packager: MacPackager,
    binary: 'Prelist.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  },
]
const LINUX = PLATFORMS[0] ?? expect.unreachable('there is no Linux')

/** Packs nothing, but runs the steps that set fuses on a stand-in with this wire. */
async function flip(settings: Configuration, wire = WRONG_WIRE, { name, Packager, binary } = LINUX) {
  const appOutDir = mkdtempSync(join(tmpdir(), 'prelist-fuses-'))
  onTestFinished(() => rmSync(appOutDir, { recursive: true, force: true }))
  const path = join(appOutDir, binary)
  mkdirSync(dirname(path), { recursive: true })
  const noise = Buffer.alloc(5_000, 'MZ\u0000ELF')
  const header = Buffer.from([...Buffer.from(SENTINEL), 1, wire.length])
  writeFileSync(path, Buffer.concat([noise, header, Buffer.from(wire), noise]))
  // The real packager's methods, without the work of its constructor.
  const packager = Object.create(Packager.prototype, {
    config: { value: settings },
    executableName: { value: 'prelist' },
    appInfo: { value: { productFilename: 'Prelist' } },
  })
  const context = { packager, appOutDir, electronPlatformName: name } as AfterPackContext
  const before = readFileSync(path)
  const set = async () => {
    await afterPack(context)
    await packager.doAddElectronFuses(context)
  }
  const error = await set().catch((thrown: unknown) => thrown)
  const after = readFileSync(path)
  const at = noise.length + header.length
  return { error, path, wire: after.subarray(at, at + wire.length).toString(), isUntouched: after.equals(before) }
}

const changed = async (change: object): Promise<Configuration> => {
  const settings = await ourSettings()
  return { ...settings, electronFuses: { ...settings.electronFuses, ...change } }
}

test.each(PLATFORMS)('the wire on $name is what was written down, byte for byte [R13]', async (platform) => {
  const done = await flip(await ourSettings(), WRONG_WIRE, platform)
  expect(done.error).toBeUndefined()
  expect(done.wire).toBe(WIRE)
})

test('the inspector and Node’s own switches are off in it [R14]', async () => {
  const { path } = await flip(await ourSettings())
  const wire = await getCurrentFuseWire(path)
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
})

test('each fuse that the tool knows has its value here [R13]', () => {
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  expect(Object.keys(WANTED)).toEqual(known)
})

test('the settings name the hook that sets them [R13]', async () => {
  const settings = await ourSettings()
  const found = await builder('app-builder-lib/out/util/resolve').resolveFunction(
    'module',
    settings.afterPack,
    'afterPack',
    ROOT,
  )
  // Loaded outside of the test's own module graph, so it is another copy of the same function.
  expect(found.name).toBe(afterPack.name)
  expect(settings.afterPack).toBe('scripts/fuses.mjs')
})

test('a fuse that was set the wrong way is seen, whichever it is [R13]', async () => {
  const { electronFuses } = await ourSettings()
  const names = Object.entries(electronFuses ?? {})
  expect(names).toHaveLength(Object.keys(WANTED).length - 1)
  for (const [name, value] of names) {
    expect([name, (await flip(await changed({ [name]: !value }))).wire]).not.toEqual([name, WIRE])
  }
})

test('a fuse that was left out stops the packaging, and nothing is written [R13]', async () => {
  for (const name of Object.keys((await ourSettings()).electronFuses ?? {})) {
    const done = await flip(await changed({ [name]: undefined }))
    expect(done.error).toMatchObject({ message: expect.stringContaining('strictlyRequireAllFuses') })
    expect(done.isUntouched).toBe(true)
  }
})

test.each([
  ['one fuse more', `${WRONG_WIRE}1`],
  ['one fuse fewer', WRONG_WIRE.slice(1)],
])('an Electron with %s stops the packaging, and nothing is written [R13]', async (_name, wire) => {
  const done = await flip(await ourSettings(), wire)
  expect(done.error).toBeInstanceOf(Error)
  expect(done.isUntouched).toBe(true)
})

test('the app’s menu entry does not switch the sandbox off [R2]', async () => {
  const settings = await ourSettings()
  expect(settings.appImage?.executableArgs).toEqual([])
  expect(JSON.stringify(settings)).not.toContain('no-sandbox')
})
