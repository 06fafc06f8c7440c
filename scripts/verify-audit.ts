// Checks an exported audit log without Prelist: `node scripts/verify-audit.ts FILE [--key HEX]`. Shares no code with the
// app on purpose; docs/audit-log.md is its specification. Exits 0 when the log is whole, 1 when it is not, 2 when it
// cannot be read.

import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

class Broken extends Error {}

const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
const [file] = positionals

interface State {
  key: string | null
  promised: number
  hashes: string[]
  checkpoints: number
  lastSigned: number
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(Reflect.get(value, name))}`).join(',')}}`
}

function takeEntry(line: Record<string, unknown>, state: State): void {
  const { seq, at, kind, event, subject, detail, previous, hash } = line
  const number = state.hashes.length + 1
  if (seq !== number) throw new Broken(`entry ${number}: entry ${seq} stands in its place`)
  const before = state.hashes.at(-1) ?? '00'.repeat(32)
  if (previous !== before) throw new Broken(`entry ${number}: it does not follow the entry before it`)
  const counter = Buffer.alloc(9)
  counter.writeBigUInt64BE(BigInt(number), 1)
  const bytes = [counter, Buffer.from(canonical({ at, kind, event, subject, detail })), Buffer.from(before, 'hex')]
  const expected = createHash('sha256').update(Buffer.concat(bytes)).digest('hex')
  if (hash !== expected) throw new Broken(`entry ${number}: it is not as it was written`)
  state.hashes.push(expected)
}

function takeCheckpoint(note: string, state: State): void {
  const [text = '', signatureLine = ''] = note.split('\n\n')
  const [origin = '', size = '', root = ''] = text.split('\n')
  const what = `checkpoint at entry ${size}`
  if (origin !== 'prelist/audit-log/v1') throw new Broken(`${what}: it is not of this format`)
  if (state.key === null) throw new Broken(`${what}: no key to check it with`)
  const raw = Buffer.from(state.key, 'hex')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  const signed = Buffer.from(signatureLine.replace(/^— \S+ /, ''), 'base64')
  const id = createHash('sha256').update(`${origin}\n\x01`).update(raw).digest().subarray(0, 4)
  const isSigned = id.equals(signed.subarray(0, 4)) && verify(null, Buffer.from(`${text}\n`), key, signed.subarray(4))
  if (!isSigned) throw new Broken(`${what}: it is not signed by this key`)
  const end = state.hashes[Number(size) - 1]
  if (end === undefined) throw new Broken(`${what}: the log ends before, at entry ${state.hashes.length}`)
  if (Buffer.from(root, 'base64').toString('hex') !== end)
    throw new Broken(`${what}: entries ${state.lastSigned + 1} to ${size} are not those that were signed`)
  state.checkpoints += 1
  state.lastSigned = Number(size)
}

function parsed(line: string, state: State): Record<string, unknown> {
  try {
    return JSON.parse(line)
  } catch {
    throw new Broken(`after entry ${state.hashes.length}: a line that is no JSON`)
  }
}

function take(line: Record<string, unknown>, state: State): void {
  if (line['type'] === 'entry') takeEntry(line, state)
  else if (line['type'] === 'checkpoint') takeCheckpoint(String(line['note']), state)
  else if (line['type'] === 'header' && line['format'] === 'prelist-audit/1') {
    state.promised = Number(line['entries'])
    state.key ??= typeof line['publicKey'] === 'string' ? line['publicKey'] : null
  } else throw new Broken(`after entry ${state.hashes.length}: a line that is no part of the format`)
}

async function check(path: string): Promise<string> {
  const state: State = { key: values.key ?? null, promised: -1, hashes: [], checkpoints: 0, lastSigned: 0 }
  for await (const line of createInterface({ input: createReadStream(path) })) take(parsed(line, state), state)
  const entries = state.hashes.length
  if (entries !== state.promised)
    throw new Broken(`the end is missing: ${entries} of ${state.promised} entries are there`)
  const whose = values.key === undefined ? 'the key that the file names' : 'the given key'
  return `${entries} entries are whole; ${state.checkpoints} checkpoints, the last at entry ${state.lastSigned}, are signed by ${whose}`
}

try {
  if (file === undefined) throw new Error('usage: node verify-audit.ts FILE [--key HEX]')
  console.log(await check(file))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof Broken ? 1 : 2
}
