// Backups whose encryption is right and whose contents are not: whoever knows the recipient can make such a file.

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readArchive } from '../../../../electron/vault/backup/backup-archive.ts'
import { readManifest } from '../../../../electron/vault/backup/manifest.ts'
import { codeOf } from '../../../support/code-of.ts'
import { type Contents, manifestOf, type Part, partsOf, tarOf } from './archive-kit.ts'
import { makeKit, newSigner } from './backup-kit.ts'

const contents: Contents = { key: randomBytes(32), header: randomBytes(300), profile: randomBytes(700) }
const signer = newSigner()
const manifest = () => manifestOf(contents, signer)
const text = () => JSON.stringify(manifest())
const parts = () => partsOf(contents, text(), signer)

async function read(archive: Uint8Array): Promise<Uint8Array> {
  const written: Uint8Array[] = []
  const pieces = function* () {
    for (let at = 0; at < archive.length; at += 700) yield archive.slice(at, at + 700)
  }
  await readArchive(
    ReadableStream.from(pieces()),
    () => {},
    async (chunk) => void written.push(chunk),
  )
  return Buffer.concat(written)
}

const changed = (at: number, change: Partial<Part>) =>
  parts().map((part, index) => (index === at ? { ...part, ...change } : part))
const without = (at: number) => parts().filter((_, index) => index !== at)
const swapped = () => parts().toReversed()
const resigned = (spoil: (object: ReturnType<typeof manifest>) => void) => {
  const object = manifest()
  spoil(object)
  return tarOf(partsOf(contents, JSON.stringify(object), signer))
}
const other = partsOf(contents, text(), newSigner())

test('what the tests build as a backup is one', async () => {
  expect(Buffer.compare(await read(tarOf(parts())), contents.profile)).toBe(0)
  const kit = makeKit()
  const { snapshot } = await kit.read(kit.encrypt(tarOf(parts())))
  expect(readFileSync(snapshot).equals(Buffer.from(contents.profile))).toBe(true)
})

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['zeros', new Uint8Array(2048)],
  ['random bytes', randomBytes(10_000)],
  ['no end', tarOf(parts(), new Uint8Array())],
  ['half an end', tarOf(parts(), new Uint8Array(512))],
  ['more zeros after the end', tarOf(parts(), new Uint8Array(1536))],
  ['something after the end', tarOf(parts(), Buffer.concat([Buffer.alloc(1024), Buffer.of(1)]))],
  ['another part', tarOf([...parts(), { name: 'extra', bytes: Buffer.of(1) }])],
  ['a part twice', tarOf([...parts(), parts()[4]])],
  ...parts().map(({ name }, at): [string, Uint8Array] => [`no ${name}`, tarOf(without(at))]),
  ['another order', tarOf(swapped())],
  ['another name', tarOf(changed(4, { name: 'profile.db' }))],
  ['a link for the profile', tarOf(changed(4, { type: '2' }))],
  ['a path in a name', tarOf(changed(4, { name: '../profile.sqlite' }))],
  ['another mode', tarOf(changed(4, { mode: '0000777' }))],
  ['a claim of 8 GiB', tarOf(changed(4, { size: 0o77777777777 }))],
  ['a manifest that claims 8 GiB', tarOf(changed(0, { size: 0o77777777777 }))],
  ['a key that claims 8 GiB', tarOf(changed(2, { size: 0o77777777777 }))],
  ['a profile of one byte less', tarOf(changed(4, { bytes: contents.profile.subarray(1) }))],
  ['a profile of one byte more', tarOf(changed(4, { bytes: Buffer.concat([contents.profile, Buffer.of(0)]) }))],
])('refuses an archive with %s', async (_name, archive) => {
  expect(await codeOf(read(archive))).toBe('BACKUP_INVALID')
})

test.each<[string, Uint8Array]>([
  ["another backup's profile", tarOf(changed(4, { bytes: randomBytes(3000) }))],
  ["another vault's key", tarOf(changed(2, { bytes: randomBytes(32) }))],
  ["another vault's header", tarOf(changed(3, { bytes: randomBytes(300) }))],
  ['a signature by somebody else', tarOf(changed(1, { bytes: other[1].bytes }))],
  ['no signature', tarOf(changed(1, { bytes: new Uint8Array(64) }))],
  ['an empty signature', tarOf(changed(1, { bytes: new Uint8Array() }))],
  [
    'the manifest of an older backup',
    tarOf([
      ...partsOf(
        { ...contents, profile: randomBytes(3000) },
        JSON.stringify(manifestOf({ ...contents, profile: randomBytes(3000) }, signer)),
        signer,
      ).slice(0, 2),
      ...parts().slice(2),
    ]),
  ],
  ['a manifest in another form', tarOf(partsOf(contents, JSON.stringify(manifest(), null, 1), signer))],
  [
    'a manifest with its names in another order',
    tarOf(partsOf(contents, JSON.stringify(Object.fromEntries(Object.entries(manifest()).toReversed())), signer)),
  ],
  ['a manifest that is no JSON', tarOf(partsOf(contents, 'no', signer))],
  ['a manifest that is a list', tarOf(partsOf(contents, '[]', signer))],
  ['a manifest that is null', tarOf(partsOf(contents, 'null', signer))],
  ['a manifest of 70 kB', resigned((object) => void Object.assign(object.facts, { x: 'x'.repeat(70_000) }))],
  ['a fact of 300 signs', resigned((object) => void Object.assign(object.facts, { x: 'x'.repeat(300) }))],
  ['a fact that is an object', resigned((object) => void Object.assign(object.facts, { x: {} }))],
  ['a fact that is no safe number', resigned((object) => void Object.assign(object.facts, { x: 2 ** 53 }))],
  [
    'a fact called __proto__',
    resigned((object) => Object.defineProperty(object.facts, '__proto__', { value: 1, enumerable: true })),
  ],
  [
    'a hundred facts',
    resigned((object) =>
      Object.assign(object.facts, Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${100 + at}`, at]))),
    ),
  ],
  ['another field', resigned((object) => void Object.assign(object, { extra: 1 }))],
  ['another format', resigned((object) => void Object.assign(object, { format: 'prelist-backup/2' }))],
  [
    'another part in the manifest',
    resigned((object) => void Object.assign(object.parts, { extra: object.parts['vault-key'] })),
  ],
  [
    'a digest in capitals',
    resigned(
      ({ parts: digests }) =>
        void Object.assign(digests['vault-key'], { sha256: digests['vault-key'].sha256.toUpperCase() }),
    ),
  ],
  ['a size that is a text', resigned(({ parts: digests }) => void Object.assign(digests['vault-key'], { size: '32' }))],
  [
    'a size above the cap',
    resigned(({ parts: digests }) => void Object.assign(digests['profile.sqlite'], { size: 5 * 1024 ** 3 })),
  ],
  ['a signer that is no key', resigned((object) => void Object.assign(object, { signer: 'f'.repeat(63) }))],
])('refuses a backup with %s [R29]', async (_name, archive) => {
  expect(await codeOf(read(archive))).toBe('BACKUP_INVALID')
})

/** An archive that never ends: `start`, and then zeros for as long as anybody asks. */
async function endless(start: Uint8Array): Promise<{ code: string; pulled: number; written: number }> {
  let [pulled, written] = [0, 0]
  const stream = function* () {
    yield start
    for (; pulled < 1e8; pulled += 65_536) yield new Uint8Array(65_536)
  }
  const write = async (chunk: Uint8Array) => {
    written += chunk.length
  }
  const code = await codeOf(readArchive(ReadableStream.from(stream()), () => {}, write))
  return { code, pulled, written }
}

test('what a part claims beyond its cap or its manifest is not even read', async () => {
  const [manifestPart, signature, key, vault, profile] = parts()
  const claims = { size: 0o7777777777 }
  const before = { profile: [manifestPart, signature, key, vault], key: [manifestPart, signature] }
  for (const start of [
    tarOf([{ ...manifestPart, ...claims }], new Uint8Array()),
    tarOf([...before.key, { ...key, ...claims }], new Uint8Array()),
    tarOf([...before.profile, { ...profile, ...claims }], new Uint8Array()),
  ]) {
    const { code, pulled, written } = await endless(start)
    expect([code, written, pulled < 1e6]).toEqual(['BACKUP_INVALID', 0, true])
  }
})

test('a manifest may name no part above its cap, though it be signed', () => {
  for (const [name, size] of [
    ['vault-key', 33],
    ['vault-header', 65_537],
    ['profile.sqlite', 4 * 1024 ** 3 + 1],
  ] as const) {
    const object = manifest()
    object.parts[name].size = size
    const [{ bytes }, { bytes: signature }] = partsOf(contents, JSON.stringify(object), signer)
    expect(() => readManifest(bytes, signature)).toThrow(expect.objectContaining({ code: 'BACKUP_INVALID' }))
  }
})

test('every bit of the manifest and its signature, and one of every other byte, is covered [R27]', async () => {
  const archive = tarOf(parts())
  const signed = 512 + Math.ceil(text().length / 512) * 512 + 512 + 64
  const passed: number[] = []
  let flips = 0
  for (let at = 0; at < archive.length; at++) {
    const bits = at < signed ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]
    for (const bit of bits) {
      const spoilt = Buffer.from(archive)
      spoilt.writeUInt8(spoilt.readUInt8(at) ^ (1 << bit), at)
      if ((await codeOf(read(spoilt))) !== 'BACKUP_INVALID') passed.push(at)
      flips += 1
    }
  }
  process.stdout.write(`flips inside a backup: ${flips}\n`)
  expect(passed).toEqual([])
}, 60_000)

test('what was wrong leaves no snapshot', async () => {
  const kit = makeKit()
  const file = kit.encrypt(tarOf(changed(4, { bytes: randomBytes(3000) })))
  const snapshot = `${kit.folder}/restored`
  expect(await codeOf(kit.read(file, { identity: kit.identity, snapshot }))).toBe('BACKUP_INVALID')
  expect(existsSync(snapshot)).toBe(false)
})
