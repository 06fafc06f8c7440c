// Archives as a forger would build them: any parts in any order, with a manifest that says what it likes. Shares no code
// with the app, so that one mistake cannot hide on both sides.

import { createHash, type KeyObject, sign } from 'node:crypto'
import { rawKey } from './backup-kit.ts'

export interface Part {
  name: string
  bytes: Uint8Array
  /** What the archive claims, where that is not the truth. */
  size?: number
  type?: string
  mode?: string
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')

function header({ name, bytes, size = bytes.length, type = '0', mode = '0000600' }: Part): Buffer {
  const block = Buffer.alloc(512)
  const put = (at: number, text: string) => block.write(text, at, 'latin1')
  put(0, name)
  put(100, `${mode}\0`)
  put(108, '0000000\0')
  put(116, '0000000\0')
  put(124, `${octal(size, 11)}\0`)
  put(136, `${octal(0, 11)}\0`)
  put(148, '        ')
  put(156, type)
  put(257, 'ustar\x0000')
  let sum = 0
  for (const byte of block) sum += byte
  put(148, `${octal(sum, 6)}\0 `)
  return block
}

/** An archive of these parts. */
export function tarOf(parts: readonly Part[], end: Uint8Array = Buffer.alloc(1024)): Buffer {
  const blocks = parts.flatMap((part) => [
    header(part),
    part.bytes,
    Buffer.alloc((512 - (part.bytes.length % 512)) % 512),
  ])
  return Buffer.concat([...blocks, end])
}

export interface Contents {
  key: Uint8Array
  header: Uint8Array
  profile: Uint8Array
}

/** The manifest of `contents` as an object that a test can spoil before it is written. */
export function manifestOf({ key, header: vault, profile }: Contents, signer: KeyObject) {
  const digest = (bytes: Uint8Array) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  })
  return {
    facts: { createdAt: '2026-11-24T00:00:00.000Z' } as Record<string, unknown>,
    format: 'prelist-backup/1',
    parts: { 'profile.sqlite': digest(profile), 'vault-header': digest(vault), 'vault-key': digest(key) },
    signer: rawKey(signer).toString('hex'),
  }
}

/** The parts of a backup; `text` is the manifest as it is written and signed. */
export function partsOf(contents: Contents, text: string, signer: KeyObject): [Part, Part, Part, Part, Part] {
  const bytes = Buffer.from(text)
  return [
    { name: 'manifest.json', bytes },
    { name: 'manifest.sig', bytes: sign(null, bytes, signer) },
    { name: 'vault-key', bytes: contents.key },
    { name: 'vault-header', bytes: contents.header },
    { name: 'profile.sqlite', bytes: contents.profile },
  ]
}
