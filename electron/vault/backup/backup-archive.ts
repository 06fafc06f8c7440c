// What is inside a backup, before it is encrypted and after it was decrypted: the parts one after the other, each held
// against the manifest. docs/backups.md is the format.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { byteSource } from './byte-source.ts'
import { invalidBackup } from './invalid-backup.ts'
import {
  type Digest,
  MANIFEST_MAX,
  type Manifest,
  manifestBytes,
  PARTS,
  readManifest,
  SIGNATURE_BYTES,
} from './manifest.ts'
import { BLOCK, END_BYTES, padding, readTarHeader, tarHeader } from './tar.ts'

const MANIFEST = 'manifest.json'
const SIGNATURE = 'manifest.sig'

/** What goes into a backup beside the profile. */
export interface VaultParts {
  /** The master key, 32 bytes. */
  key: Uint8Array
  header: Uint8Array
}

export interface BackupContents extends VaultParts {
  manifest: Manifest
}

interface Signer {
  key: Uint8Array
  sign: (message: Uint8Array) => Promise<Uint8Array>
}

/** The archive of the file at `snapshot`, as a stream of chunks. */
export async function* writeArchive(
  snapshot: string,
  facts: Manifest['facts'],
  vault: VaultParts,
  signer: Signer,
): AsyncGenerator<Uint8Array> {
  const profile = await digestOf(createReadStream(snapshot))
  const manifest = manifestBytes({
    facts,
    parts: {
      'vault-key': await digestOf([vault.key]),
      'vault-header': await digestOf([vault.header]),
      'profile.sqlite': profile,
    },
    signer: Buffer.from(signer.key).toString('hex'),
  })
  yield* part(MANIFEST, manifest)
  yield* part(SIGNATURE, await signer.sign(manifest))
  yield* part('vault-key', vault.key)
  yield* part('vault-header', vault.header)
  yield tarHeader({ name: 'profile.sqlite', size: profile.size })
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(snapshot)) {
    hash.update(chunk)
    yield chunk
  }
  // A snapshot that changed under our hands would make a backup that can never be restored.
  if (hash.digest('hex') !== profile.sha256) throw new AppError('STORAGE_FAILED', reason('DISK_TWO_ANSWERS'))
  yield new Uint8Array(padding(profile.size) + END_BYTES)
}

function* part(name: string, bytes: Uint8Array): Generator<Uint8Array> {
  yield tarHeader({ name, size: bytes.length })
  yield bytes
  yield new Uint8Array(padding(bytes.length))
}

async function digestOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

/**
 * Reads an archive to its end. `examine` sees the vault's parts and the signed manifest before the profile comes, and may
 * throw; `write` is given the profile, which is sound only when this function has returned.
 * @throws AppError `BACKUP_INVALID`, and what `examine`, `write` and the stream throw
 */
export async function readArchive(
  stream: AsyncIterable<Uint8Array>,
  examine: (contents: BackupContents) => void | Promise<void>,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<BackupContents> {
  const source = byteSource(stream)
  const skipZeros = async (count: number) => {
    if ((await source.take(count)).some((byte) => byte !== 0)) throw invalidBackup()
  }
  const next = async (name: string): Promise<number> => {
    const entry = readTarHeader(await source.take(BLOCK))
    if (entry.name !== name) throw invalidBackup()
    return entry.size
  }
  const small = async (name: string, max: number): Promise<Uint8Array> => {
    const size = await next(name)
    if (size > max) throw invalidBackup()
    const bytes = await source.take(size)
    await skipZeros(padding(size))
    return bytes
  }

  const signed = await small(MANIFEST, MANIFEST_MAX)
  const manifest = readManifest(signed, await small(SIGNATURE, SIGNATURE_BYTES))
  const key = await small('vault-key', PARTS[0].max)
  const header = await small('vault-header', PARTS[1].max)
  assertSame(await digestOf([key]), manifest.parts['vault-key'])
  assertSame(await digestOf([header]), manifest.parts['vault-header'])
  const contents = { manifest, key, header }
  await examine(contents)

  const size = await next('profile.sqlite')
  if (size !== manifest.parts['profile.sqlite'].size) throw invalidBackup()
  const hash = createHash('sha256')
  await source.drain(size, async (chunk) => {
    hash.update(chunk)
    await write(chunk)
  })
  assertSame({ size, sha256: hash.digest('hex') }, manifest.parts['profile.sqlite'])
  await skipZeros(padding(size) + END_BYTES)
  await source.end()
  return contents
}

function assertSame(found: Digest, told: Digest): void {
  if (found.size !== told.size || found.sha256 !== told.sha256) throw invalidBackup()
}
