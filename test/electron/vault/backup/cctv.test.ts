// The published vectors of the age format (C2SP/CCTV), through the package as the app uses it: with streams. And every one
// of them as a backup: none of them is one, and none does harm.

import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import * as vectors from 'cctv-age'
import { expect, test } from 'vitest'
import { readBackupFile } from '../../../../electron/vault/backup/backup-file.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeFolder, newIdentity, PASSPHRASE } from './backup-kit.ts'

interface Vector {
  facts: Map<string, string>
  file: Uint8Array
}

function toVector(bytes: Uint8Array): Vector {
  const text = Buffer.from(bytes).toString('latin1')
  const end = text.indexOf('\n\n')
  const facts = new Map(
    text
      .slice(0, end)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const body = bytes.subarray(end + 2)
  return { facts, file: facts.get('compressed') === 'zlib' ? new Uint8Array(inflateSync(body)) : body }
}

/** `success` with the digest of what was inside, or `failure`. */
async function opened({ facts, file }: Vector): Promise<string> {
  const decrypter = new Decrypter()
  const passphrase = facts.get('passphrase')
  const identity = facts.get('identity')
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase)
  if (identity !== undefined) decrypter.addIdentity(identity)
  try {
    const bytes = facts.get('armored') === 'yes' ? armor.decode(Buffer.from(file).toString('latin1')) : file
    const hash = createHash('sha256')
    for await (const chunk of await decrypter.decrypt(ReadableStream.from(inPieces(bytes)))) hash.update(chunk)
    return `success ${hash.digest('hex')}`
  } catch {
    return 'failure'
  }
}

// Of a length that fits no border of the format.
function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000)
}

const all = Object.entries(vectors).map(([name, bytes]) => ({ name, ...toVector(bytes) }))

test('all vectors of age v1 are opened or refused as published [R26]', async () => {
  const wrong: string[] = []
  for (const vector of all) {
    const payload = vector.facts.get('payload')
    const wanted = vector.facts.get('expect') === 'success' ? `success ${payload}` : 'failure'
    if ((await opened(vector)) !== wanted) wrong.push(vector.name)
  }
  process.stdout.write(`age vectors: ${all.length - wrong.length} of ${all.length}\n`)
  expect([wrong, all.length]).toEqual([[], 143])
}, 60_000)

test('no vector passes for a backup, and none leaves a file', async () => {
  const folder = makeFolder()
  const { identity } = newIdentity()
  const answers = new Map<string, number>()
  for (const { name, facts, file } of all) {
    const [age, snapshot] = [path.join(folder, `${name}.age`), path.join(folder, `${name}.sqlite`)]
    writeFileSync(age, file)
    const input = {
      path: age,
      snapshot,
      identity: facts.get('identity') ?? identity,
      passphrase: facts.get('passphrase') ?? PASSPHRASE,
    }
    const code = await codeOf(readBackupFile(input, () => {}))
    answers.set(code, (answers.get(code) ?? 0) + 1)
    expect(existsSync(snapshot), name).toBe(false)
  }
  expect([...answers.keys()].sort()).toEqual(['BACKUP_INVALID', 'WRONG_PASSPHRASE'])
}, 60_000)
