// The ways in which a process ends while it trades, in one process: dead at a named point of an order's way, or with a disk
// that is full there; and a second process on the same profile.

import { cpSync } from 'node:fs'
import { createBackend } from '../../electron/app/backend.ts'
import type { TracePoint } from '../../electron/ports/system.ts'
import { AppError } from '../../shared/result.ts'
import { makeProfile } from '../support/profile/temp-folder.ts'
import type { VenueDesk } from './venue-desk.ts'

/** Points before anything was sent: there the process does not go on. */
export const UNSENT: readonly TracePoint[] = ['submit-received', 'intent-recorded', 'attempt-writing']

export interface End {
  end: 'crash' | 'disk full'
  point: TracePoint
  /** What the dead process would have sent after this point is sent, since it has left already. */
  goesOn: boolean
}

/** The profile as it is on the disk at this moment: what a process leaves that dies now. */
export function deadProfile(dataDir: string): string {
  const dead = makeProfile()
  cpSync(dataDir, dead, { recursive: true })
  return dead
}

/**
 * Has the process die at a point, as far as anybody can tell: what is on the disk at that moment is the profile from then
 * on, and what the old process does later is seen by nobody. Answers whether that has happened.
 */
export function breakAt(desk: VenueDesk, ending: End | null, profile: { dataDir: string }): () => boolean {
  if (ending === null) return () => false
  let done = false
  desk.at.trace = (reached) => {
    if (reached !== ending.point || done) return
    done = true
    if (ending.end === 'disk full') throw new AppError('STORAGE_FAILED', 'The disk is full.')
    profile.dataDir = deadProfile(profile.dataDir)
    if (!ending.goesOn) throw new Error('the process is dead')
  }
  return () => done && ending.end === 'crash'
}

/** @throws Error when a second process would be let into this profile */
export async function secondInstance(desk: VenueDesk, dataDir: string): Promise<void> {
  const code = await createBackend({ dataDir, clock: desk.clock }).then(
    (backend) => backend.close().then(() => 'opened'),
    (error: unknown) => (error instanceof AppError ? error.code : 'other'),
  )
  if (code !== 'PROFILE_IN_USE') throw new Error(`a second instance: ${code}`)
}
