// In which of a few states a source is, as one word and a tone.

import type { Source } from '../../../shared/sources/sources.ts'
import type { text } from '../../messages/late/en.ts'
import { isLimited } from '../../state/sources/sources-store.ts'
import type { Tone } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/pictures/Icon.tsx'

export type SourceState = keyof typeof text.sources.state

/** The state; a source whose limit is reached is no faulty one. */
export function stateOf(source: Source): SourceState {
  if (!source.enabled) return 'off'
  if (source.needsKey && !source.hasKey) return 'no-key'
  if (isLimited(source)) return 'resting'
  if (source.lastError !== null) return 'failing'
  return source.lastAnswerAt === null ? 'waiting' : 'on'
}

export const LOOKS: Readonly<Record<SourceState, { tone: Tone; icon?: IconName }>> = {
  off: { tone: 'plain' },
  on: { tone: 'good', icon: 'check' },
  waiting: { tone: 'plain', icon: 'clock' },
  'no-key': { tone: 'warn', icon: 'key' },
  failing: { tone: 'bad', icon: 'warn' },
  resting: { tone: 'warn', icon: 'pause' },
}

interface Left {
  period: 'day' | 'month'
  left: number
}

/** What is left of the day and of the month, where such limits are known. */
export function leftOf({ budget }: Pick<Source, 'budget'>): Left[] {
  const { perDay, perMonth, usedToday, usedThisMonth } = budget
  const rows: [period: Left['period'], limit: number | null, used: number][] = [
    ['day', perDay, usedToday],
    ['month', perMonth, usedThisMonth],
  ]
  return rows.flatMap(([period, limit, used]) => (limit === null ? [] : [{ period, left: Math.max(0, limit - used) }]))
}
