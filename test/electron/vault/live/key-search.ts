// Counts a vault's keys in dumps of memory. It opens the vault by itself, from its header and the keychain, in a process
// of its own: whoever searches holds what is searched for.

import { readFileSync } from 'node:fs'
import { createKeychain } from '../../../../electron/adapters/keychain.ts'
import { openByKeychain, readableCopies } from '../../../../electron/vault/unlocking.ts'

export interface SearchTask {
  /** Hex. */
  headers: string[]
  /** A value that was planted in one of the processes, hex. */
  planted: string
  dumps: Record<string, string>
}

/** For each dump: how often each key, and the planted value, was found in it. */
export type Found = Record<string, Record<'master' | 'data' | 'planted', number>>

const { headers, planted, dumps } = JSON.parse(process.argv[2] ?? '{}') as SearchTask
const copies = readableCopies(
  headers.map((header) => new Uint8Array(Buffer.from(header, 'hex'))),
  'product',
)
const { vault } = await openByKeychain(copies, createKeychain('Prelist'))
const keys = {
  master: [vault.master],
  data: [...vault.dataKeys.values()],
  planted: [Buffer.from(planted, 'hex')],
}

/** A key as it is, in hex and in base64url. */
function formsOf(key: Uint8Array): Buffer[] {
  const bytes = Buffer.from(key)
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64url'))]
}

function count(memory: Buffer, form: Buffer): number {
  let found = 0
  for (let at = memory.indexOf(form); at !== -1; at = memory.indexOf(form, at + 1)) found += 1
  return found
}

const found: Found = {}
for (const [name, file] of Object.entries(dumps)) {
  const memory = readFileSync(file)
  const sum = (all: Uint8Array[]) => all.flatMap(formsOf).reduce((total, form) => total + count(memory, form), 0)
  found[name] = { master: sum(keys.master), data: sum(keys.data), planted: sum(keys.planted) }
}
process.stdout.write(JSON.stringify(found))
