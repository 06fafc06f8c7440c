// The dated record of a run: what was asked and sent, what came back, and how it stands to Prelist's own record of the
// exchange. It holds no key, no signature and no id of account or order, and it never takes the place of another one.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Credentials } from '../../electron/ports/vault.ts'
import type { Decimal } from '../../shared/decimal.ts'
import { AppError } from '../../shared/result.ts'
import type { Verdict } from './judge.ts'
import type { Parts } from './parts.ts'
import { holdsSecret } from './redact.ts'
import type { StepResult } from './run.ts'

export interface ProbeRecord {
  format: 'prelist-probe/1'
  venue: string
  /** `stand-in`: an answer of a program on this machine, which says nothing about the exchange. */
  environment: 'test' | 'live' | 'stand-in'
  hosts: string[]
  market: string
  startedAt: string
  endedAt: string
  versions: Parts['versions']
  spending: { quote: string; limit: Decimal; peak: Decimal; atEnd: Decimal; orders: number }
  /** What the exchange tells that the key may do; `null` where it tells nothing. */
  permissions: string[] | null
  probes: (Verdict & { id: string; question: string; steps: StepResult[] })[]
  /** What may still stand at the exchange. */
  left: string[]
}

/** Where the record of this day goes. @param at ISO 8601 @throws AppError `FILE_EXISTS` */
export function pathFor(folder: string, venue: string, at: string): string {
  const path = join(folder, `${venue}-${at.slice(0, 10)}.json`)
  if (existsSync(path)) {
    throw new AppError('FILE_EXISTS', `There is a record of today already, and none is written over: ${path}`)
  }
  return path
}

/** Writes it. @throws Error when a part of the key is in it, or the file came into being meanwhile: nothing is written */
export function writeRecord(path: string, record: ProbeRecord, credentials: Credentials): void {
  const text = `${JSON.stringify(record, null, 2)}\n`
  if (holdsSecret(text, credentials))
    throw new Error('The record would have held a part of the key. It was not written.')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { flag: 'wx' })
}
