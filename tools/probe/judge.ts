// Reads from the steps of a probe what the exchange did, in one word and in a sentence, and holds it against the record.

import { matches, type VenueRecord } from '../../shared/venues/record.ts'
import { expectedOf, type Outcome, type Probe, type Topic } from './plan.ts'
import type { ProbeRun, Sight, StepResult } from './run.ts'

type Placed = Extract<StepResult, { step: 'place' }>
type Looked = Extract<StepResult, { step: 'look' }>

export interface Verdict {
  outcome: Outcome
  /** What the exchange did. */
  did: string
  /** What the record lets one expect. */
  says: string
  /** `null` where the record promises nothing, or the probe was not answered. */
  agrees: boolean | null
  means: string | null
}

/** Judges a probe that has run, or was stopped. */
export function judge(probe: Probe, run: ProbeRun, record: VenueRecord): Verdict {
  const { says, outcomes } = expectedOf(probe.id, record)
  const { outcome, did } = run.stopped === null ? outcomeOf(probe.id, run.steps, record) : unanswered(run.stopped)
  return {
    outcome,
    did,
    says,
    agrees: outcome === 'unanswered' || outcomes === null ? null : outcomes.includes(outcome),
    means: probe.means[outcome] ?? null,
  }
}

interface Done {
  outcome: Outcome
  did: string
}

const unanswered = (did: string): Done => ({ outcome: 'unanswered', did })

function outcomeOf(topic: Topic, steps: readonly StepResult[], record: VenueRecord): Done {
  const placed = steps.filter((one) => one.step === 'place')
  const looked = steps.filter((one) => one.step === 'look').at(-1)
  switch (topic) {
    case 'key-open':
    case 'key-canceled':
    case 'key-filled':
      return ofSecond(placed.at(-1), record)
    case 'late':
      return ofLate(placed.at(-1), record)
    case 'key-length':
      return ofLengths(placed, steps)
    case 'look-canceled':
      return ofCanceled(looked, record)
    case 'look-open':
      return ofShown(looked, record.legs.includes('id') ? ['id', 'open'] : record.legs.filter((leg) => leg === 'open'))
    case 'look-trades':
      return ofShown(looked, ['trades'])
  }
}

const wordsOf = ({ reply }: Placed): string => {
  const message = reply.message === '' || reply.message === reply.code ? '' : ` “${reply.message}”`
  return `status ${reply.status ?? 'none'}, ${reply.code ?? 'no code'}${message}, after ${reply.tookMs} ms`
}

function ofSecond(second: Placed | undefined, record: VenueRecord): Done {
  if (second === undefined) return unanswered('The second order was not sent.')
  const words = wordsOf(second)
  if (second.isFirst) return { outcome: 'answered-with-first', did: `answered with the first order (${words})` }
  if (second.isAccepted) return { outcome: 'second-order', did: `accepted it as a second order (${words})` }
  const { code, message } = second.reply
  if (matches(record.duplicates, code, message)) return { outcome: 'refused-as-known', did: `refused it (${words})` }
  if (code !== null) return { outcome: 'refused-unlisted', did: `refused it (${words})` }
  return unanswered(`It gave no answer that could be read (${words}).`)
}

function ofLate(late: Placed | undefined, record: VenueRecord): Done {
  if (late === undefined) return unanswered('The late order was not sent.')
  const words = wordsOf(late)
  if (late.isAccepted) return { outcome: 'accepted', did: `accepted it (${words})` }
  const { code, message } = late.reply
  if (code === null) return unanswered(`It gave no answer that could be read (${words}).`)
  const isListed = matches([...record.clockRefusals, ...record.refusals], code, message)
  return { outcome: isListed ? 'refused-listed' : 'refused-unlisted', did: `refused it (${words})` }
}

function ofLengths(placed: readonly Placed[], steps: readonly StepResult[]): Done {
  const isKept = ({ name }: Placed) =>
    steps.some((one) => one.step === 'look' && one.name === name && one.sights.some(({ state }) => state === 'shown'))
  const each = placed.map((one) => {
    const { keyLength } = one.sent
    if (one.isAccepted)
      return { isKept: isKept(one), words: `${keyLength} ${isKept(one) ? 'kept' : 'accepted, not found again'}` }
    return { isKept: false, words: `${keyLength} not accepted (${one.reply.code ?? 'no code'})` }
  })
  if (placed.every(({ reply }) => reply.phase !== 'answered')) return unanswered('It answered none of them.')
  return {
    outcome: each.every((one) => one.isKept) ? 'all-lengths' : 'some-lengths',
    did: `signs: ${each.map(({ words }) => words).join(', ')}`,
  }
}

const placesOf = (sights: readonly Sight[], tell: (of: Sight[]) => string): string =>
  [...new Set(sights.map(({ leg }) => leg))]
    .map((leg) => `${leg} ${tell(sights.filter((one) => one.leg === leg))}`)
    .join(', ')

/** Each place's first sight of the order. */
function ofShown(looked: Looked | undefined, needed: readonly string[]): Done {
  if (looked === undefined) return unanswered('It was not looked for.')
  const { sights } = looked
  if (sights.every(({ state }) => state === 'failed')) return unanswered('No look-up was answered.')
  const did = placesOf(sights, (of) => {
    const first = of.find(({ state }) => state === 'shown')
    if (first !== undefined) return `after ${first.afterMs} ms`
    return of.every(({ state }) => state === 'failed') ? 'gave no answer' : `not within ${of.at(-1)?.afterMs ?? 0} ms`
  })
  const shown = (leg: string) => sights.some((one) => one.leg === leg && one.state === 'shown')
  const isShown = needed.length === 0 ? sights.some(({ state }) => state === 'shown') : needed.every(shown)
  return { outcome: isShown ? 'shown' : 'not-shown', did: `showed it: ${did}` }
}

function ofCanceled(looked: Looked | undefined, record: VenueRecord): Done {
  if (looked === undefined) return unanswered('It was not looked for.')
  const sights = looked.sights.filter(({ leg }) => leg !== 'open' && record.legs.includes(leg))
  if (sights.every(({ state }) => state === 'failed')) return unanswered('No look-up was answered.')
  const last = Math.max(...sights.map(({ afterMs }) => afterMs))
  const did = placesOf(sights, (of) => {
    const seen = of.filter(({ state }) => state === 'shown')
    const [first, end] = [seen[0], seen.at(-1)]
    return first === undefined || end === undefined
      ? 'never'
      : `from ${first.afterMs} to ${end.afterMs} ms (${end.status ?? 'no status'})`
  })
  const isLast = sights.some((one) => one.state === 'shown' && one.afterMs >= last - 2_000)
  return { outcome: isLast ? 'still-shown' : 'forgotten', did: `showed it after its cancel: ${did}` }
}
