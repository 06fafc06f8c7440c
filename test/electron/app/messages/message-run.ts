// Sends generated messages to one operation of a real backend and holds each answer, and everything kept, to the rules.

import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Backend, createBackend } from '../../../../electron/app/backend.ts'
import { EVENT_NAMES, type OperationName } from '../../../../shared/contract/contract.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { keptState, toldState } from '../../../support/profile/state-dump.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'
import { copyOf, type Furnished, makeFloodClock } from '../furnished.ts'
import { faultOfRefusal, faultOfValue, repeatsMark } from './answer-checks.ts'
import { casesFor } from './hostile-cases.ts'
import { messagesFor, wordsOf } from './message-arbitrary.ts'
import { reachedOf, schemaOf } from './schema-spy.ts'

export interface Tally {
  sent: number
  /** Messages that were held against the operation's shape. */
  schema: number
  /** Messages that passed it. */
  service: number
  /** How many answers had which code; `ok` for those that were taken. */
  codes: Record<string, number>
}

/** Operations that only tell; the others may change something when they take a message. */
const READS = /\.(list|page|get|status|preview|verify|checkKeychain|checkProfile)$/
/** Reading prices is news too, whoever caused the reading, and so is an entry on what was refused. */
const HARMLESS_NEWS: readonly string[] = ['app.changed', 'prices.changed', 'audit.changed']
/** Kinds of audit entries that say nothing of what was taken. */
const REFUSED: readonly string[] = ['refusal', 'alert', 'app']
/** What may leave the vault locked, or with work in the background. */
const CHANGES_VAULT = /^(vault\.(create|unlock|lock|rotate|setPassphrase)|backup\.import)$/
const BATCH = 250

export interface Plan {
  operation: OperationName
  /** How many messages must reach the shape. */
  count: number
  seed: number
  profile: Furnished
  /** Statements that changed a database since the last call. */
  writes: () => string[]
}

/** Runs the plan on a fresh copy of the profile. Fails with the operation, seed and number of the first bad message. */
export async function runMessages(plan: Plan): Promise<Tally> {
  const dataDir = copyOf(plan.profile.dataDir)
  const backend = await createBackend({
    dataDir,
    clock: makeFloodClock(),
    secretStore: memoryStore(new Map(plan.profile.keychain)),
  })
  await okOf(backend, 'vault.unlock', {})
  const heard: { event: string; payload: unknown }[] = []
  for (const event of EVENT_NAMES) backend.on(event, (payload) => void heard.push({ event, payload }))
  try {
    return await flood(plan, backend, dataDir, heard)
  } finally {
    await backend.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function flood(plan: Plan, backend: Backend, dataDir: string, heard: { event: string; payload: unknown }[]) {
  const { operation, count, seed, profile, writes } = plan
  const { valid, fields } = casesFor(profile.known)[operation]
  const schema = schemaOf(operation)
  const words = new Set(wordsOf(schema))
  const ids = [...profile.drafts, profile.known.draft, profile.known.filledOrder, profile.known.ownCoin, 'peaq']
  const messages = messagesFor(schema, valid, ids)
  const reached = reachedOf(operation)
  const tally: Tally = { sent: 0, schema: 0, service: 0, codes: {} }
  const settings = () => readIfThere(path.join(dataDir, 'config.json'))

  const send = async (input: unknown): Promise<string | null> => {
    const before = { ...reached, settings: settings() }
    writes()
    heard.length = 0
    const viaWindow = tally.sent % 2 === 1
    const result = viaWindow
      ? await backend.dispatch({ window: 'main' }, operation, input)
      : await backend.call(operation, input)
    tally.sent += 1
    tally.schema += reached.schema - before.schema
    tally.service += reached.service - before.service
    const code = result.ok ? 'ok' : result.error.code
    if (result.ok && CHANGES_VAULT.test(operation)) await openAgain(backend)
    tally.codes[code] = (tally.codes[code] ?? 0) + 1
    const told = JSON.stringify([result, heard])
    if (profile.secrets.some((form) => told.includes(form))) return `${code}, and it tells a secret`
    const mayChange = result.ok && !READS.test(operation)
    const changed = mayChange ? null : faultOfChange(code, writes(), settings() === before.settings)
    if (changed !== null) return changed
    if (result.ok) return faultOfTaken(result.value, input, fields)
    return faultOfNews(code, heard) ?? faultOfRefusal(result.error, input, words)
  }

  const sendAll = async (batch: readonly unknown[], batchSeed: number) => {
    for (const input of batch) {
      const fault = await send(input)
      if (fault !== null) throw new Error(`${operation}, seed ${batchSeed}: ${fault}\n${describe(input)}`)
    }
  }

  for (let round = 0; tally.schema < count; round++) {
    const batch = fc.sample(messages, { numRuns: Math.min(BATCH, count), seed: seed + round }).map(({ input }) => input)
    // The shape refuses these for certain, so everything must stay as it is, to the last row.
    const bad = batch.filter((input) => !takes(schema, input))
    const before = await everything(backend, dataDir)
    await sendAll(bad, seed + round)
    expect(await everything(backend, dataDir), `${operation}, seed ${seed + round}`).toEqual(before)
    await sendAll(
      batch.filter((input) => !bad.includes(input)),
      seed + round,
    )
  }
  const log = readIfThere(path.join(dataDir, 'prelist.log')) ?? ''
  expect(
    profile.secrets.filter((form) => log.includes(form)),
    `${operation}: the log holds a secret`,
  ).toEqual([])
  expect(log.split('\n').filter(repeatsMark), `${operation}: the log repeats a mark`).toEqual([])
  // What was taken is written down as it was given; what was refused must leave no trace of itself.
  const entries = (await okOf(backend, 'audit.list', { limit: 1000 })).filter(({ kind }) => REFUSED.includes(kind))
  const told = entries.map((entry) => JSON.stringify(entry)).filter(repeatsMark)
  expect(told, `${operation}: the audit log repeats a mark`).toEqual([])
  return tally
}

/** The vault is open again and nothing is being sealed anew, so that what is written next has the next message's cause. */
async function openAgain(backend: Backend): Promise<void> {
  let behind = 0
  do {
    await new Promise((resume) => setImmediate(resume))
    behind = (await okOf(backend, 'vault.unlock', {})).recordsBehind
  } while (behind > 0)
  await new Promise((resume) => setImmediate(resume))
  await okOf(backend, 'vault.unlock', {})
}

function faultOfChange(code: string, written: string[], isSameSettings: boolean): string | null {
  if (written.length > 0) return `${code}, but it wrote: ${written.join('; ')}`
  return isSameSettings ? null : `${code}, but it changed the preferences`
}

function faultOfNews(code: string, heard: readonly { event: string }[]): string | null {
  const news = heard.find(({ event }) => !HARMLESS_NEWS.includes(event))
  if (news !== undefined) return `${code}, but it caused ${news.event}`
  return repeatsMark(JSON.stringify(heard)) ? `${code}, and an event repeats a mark` : null
}

// Judged without the shape, which may be what is wrong.
function faultOfTaken(value: unknown, input: unknown, fields: object): string | null {
  const known = new Set(Object.keys(fields).map((name) => name.replace('?', '')))
  const isKnown = Object.keys(input as object).every((name) => known.has(name))
  return isKnown ? faultOfValue(value) : 'it took a field that it does not have'
}

function takes(schema: ReturnType<typeof schemaOf>, input: unknown): boolean {
  try {
    return schema.safeParse(input).success
  } catch {
    return false
  }
}

// The file is locked while the backend runs, but a copy of it with its write-ahead log can be read.
async function everything(backend: Backend, dataDir: string): Promise<unknown> {
  const copy = makeProfile()
  cpSync(dataDir, copy, { recursive: true, filter: (file) => !file.includes('practice-exchange') })
  const kept = keptState(copy)
  rmSync(copy, { recursive: true, force: true })
  return { told: await toldState(backend), kept }
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** A message for people. */
export function describe(message: unknown): string {
  try {
    return JSON.stringify(message)?.slice(0, 600) ?? typeof message
  } catch {
    return `a ${typeof message} that is no JSON`
  }
}
