// Backups for the tests of their format: a vault made of random bytes, a snapshot that is any file, and age files of any
// contents, made by the age command so that the app's own encryption is never its own judge.

import { execFileSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { RestoreInput } from '../../../../electron/ports/vault.ts'
import { type BackedUpVault, readBackupFile, writeBackupFile } from '../../../../electron/vault/backup/backup-file.ts'

/** What a passphrase costs in tests: the format's proof does not need a second a file. */
const CHEAP = 10
export const PASSPHRASE = 'correct horse battery staple'

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Raw public half of a signing key. */
export const rawKey = (key: KeyObject): Buffer =>
  Buffer.from(String(createPublicKey(key).export({ format: 'jwk' }).x), 'base64url')

export const newSigner = (): KeyObject => generateKeyPairSync('ed25519').privateKey

function newVault(signer = newSigner()): BackedUpVault {
  return {
    key: randomBytes(32),
    header: randomBytes(300),
    signerKey: rawKey(signer),
    sign: async (message) => sign(null, message, signer),
  }
}

/** A key pair of age's own making. */
export function newIdentity(): { identity: string; recipient: string } {
  const text = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const identity = /^AGE-SECRET-KEY-1\S+$/m.exec(text)?.[0] ?? ''
  return { identity, recipient: /public key: (age1\S+)/.exec(text)?.[1] ?? '' }
}

export interface Kit {
  folder: string
  vault: BackedUpVault
  profile: Buffer
  recipient: string
  identity: string
  /** Writes a backup of the profile; answers with its path. */
  write(name: string, lock: { recipient: string } | { passphrase: string }, profile?: Uint8Array): Promise<string>
  /** Reads a backup into a new file; answers with that file's path and what was in the backup. */
  read(
    file: string,
    lock?: Partial<RestoreInput>,
  ): Promise<{ snapshot: string } & Awaited<ReturnType<typeof readBackupFile>>>
  /** Encrypts any contents with the age command. */
  encrypt(contents: Uint8Array): string
  /** The archive inside a backup, by the age command. */
  decrypt(file: string): Buffer
}

/** A kit with a profile of `size` bytes, in a folder that is gone after the test unless one is given. */
export function makeKit(size = 200_000, folder: string = makeFolder()): Kit {
  const vault = newVault()
  const profile = randomBytes(size)
  const { identity, recipient } = newIdentity()
  const identityFile = path.join(folder, 'identity.txt')
  writeFileSync(identityFile, identity)
  let count = 0
  const fresh = (ending: string) => path.join(folder, `file-${count++}${ending}`)
  return {
    folder,
    vault,
    profile,
    recipient,
    identity,
    write: async (name, lock, contents = profile) => {
      const snapshot = fresh('.sqlite')
      writeFileSync(snapshot, contents)
      const file = path.join(folder, name)
      const facts = { createdAt: '2026-11-24T00:00:00.000Z', orders: 3 }
      const input = { snapshot, path: file, recipient: null, passphrase: null, facts, ...lock }
      await writeBackupFile(input, vault, CHEAP)
      return file
    },
    read: async (file, lock = { identity }) => {
      const snapshot = fresh('.restored')
      const input = { path: file, snapshot, identity: null, passphrase: null, ...lock }
      return { snapshot, ...(await readBackupFile(input, () => {})) }
    },
    encrypt: (contents) => {
      const file = fresh('.age')
      execFileSync('age', ['-r', recipient, '-o', file], { input: contents })
      return file
    },
    decrypt: (file) => execFileSync('age', ['-d', '-i', identityFile, file], { maxBuffer: 2 ** 30 }),
  }
}
