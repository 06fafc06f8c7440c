// Keeps one stream open for as long as it is wanted: opens it again when it ends, after pauses that grow.

import type { Clock, OnStreamEvent } from '../../ports/system.ts'
import type { Scheduler } from '../common/scheduler.ts'

/** Pauses before a stream is opened again, milliseconds; the last one repeats. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const
/** A stream that stood for so long was sound, and the pauses begin anew. */
const SOUND_MS = 60_000

export interface StreamSupervisor {
  /** To be called when it may be wanted, or be wanted no longer. */
  wake(): void
  /** Ends it for good; resolves when nothing is under way any more. */
  stop(): Promise<void>
}

export interface StreamSupervisorParts {
  /** As `Exchange.watch`. */
  open: (tell: OnStreamEvent) => Promise<() => void>
  isWanted: () => boolean
  /** What the stream tells, while it is wanted. */
  hear: OnStreamEvent
  clock: Pick<Clock, 'monotonic'>
  scheduler: Scheduler
}

/** Builds the supervisor; nothing is opened yet. */
export function createStreamSupervisor(parts: StreamSupervisorParts): StreamSupervisor {
  const { open, isWanted, hear, clock, scheduler } = parts
  let isStopped = false
  let cut: (() => void) | null = null

  const isOn = () => !isStopped && isWanted()

  /** Answers how long the stream stood, milliseconds. */
  const once = async (): Promise<number> => {
    const over = Promise.withResolvers<void>()
    let upAt: number | null = null
    let isCut = false
    cut = () => {
      isCut = true
      over.resolve()
    }
    const end = await open((news) => {
      if (isCut) return
      if (news.kind === 'up') upAt = clock.monotonic()
      if (news.kind === 'down') over.resolve()
      hear(news)
    }).catch(() => null)
    if (end !== null && isOn()) await over.promise
    isCut = true
    cut = null
    end?.()
    return upAt === null ? 0 : clock.monotonic() - upAt
  }
  const loop = scheduler.loop(
    'stream-supervisor',
    async ({ delay }) => {
      let failures = 0
      while (isOn()) {
        failures = (await once()) >= SOUND_MS ? 0 : failures + 1
        if (isOn()) await delay(PAUSES_MS[Math.min(Math.max(failures - 1, 0), PAUSES_MS.length - 1)] ?? 60_000)
      }
    },
    // It may have become wanted again while the last one ended.
    isOn,
  )
  return {
    wake: () => {
      if (isOn()) return loop.start()
      cut?.()
      loop.wake()
    },
    stop: async () => {
      isStopped = true
      cut?.()
      await loop.stop()
    },
  }
}
