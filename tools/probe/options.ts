// What is typed after `npm run probe --`, checked.

import { parseArgs } from 'node:util'
import { type Decimal, isDecimal, isZero } from '../../shared/decimal.ts'
import { AppError } from '../../shared/result.ts'
import type { Probe } from './plan.ts'
import { PROBE_VENUES, type ProbeVenue, probesOf } from './venues.ts'

export interface Options {
  venue: ProbeVenue
  probes: readonly Probe[]
  market: string
  limit: Decimal
  environment: 'test' | 'live' | 'stand-in'
  /** Base URL of the stand-in. */
  host: string | null
  out: string | null
  isConfirmed: boolean
}

const wrong = (message: string) => new AppError('BAD_INPUT', message)

/** `null` asks for the list. @throws AppError `BAD_INPUT`, `NOT_ALLOWED` */
export function readOptions(argv: readonly string[]): Options | null {
  const { values, positionals } = parsed(argv)
  const [id, ...more] = positionals
  if (id === undefined) return null
  const venue = PROBE_VENUES.find((one) => one.id === id)
  if (venue === undefined || more.length > 0)
    throw wrong(`One exchange of the list: ${PROBE_VENUES.map((one) => one.id).join(', ')}.`)
  if (venue.reach === 'none') throw new AppError('NOT_ALLOWED', `${venue.name} is not probed: ${venue.where}.`)
  const host = hostOf(values.host)
  if (host !== null && (values.live || values.out === undefined)) {
    throw wrong('A stand-in has --out, so that its answers lie apart from those of exchanges, and no --live.')
  }
  if (host === null && venue.reach === 'live' && !values.live) {
    throw new AppError('NOT_ALLOWED', `${venue.name}: ${venue.where}. Nothing was sent.`)
  }
  const limit = values['spend-limit']
  if (!isDecimal(limit) || isZero(limit)) throw wrong('--spend-limit is a decimal above 0, such as 20 or 7.5.')
  if (!/^[A-Z0-9]{1,15}\/[A-Z0-9]{1,15}$/.test(values.market))
    throw wrong('--market is a spot market such as BTC/USDT.')
  return {
    venue,
    probes: chosen(venue, values.only),
    market: values.market,
    limit,
    environment: host !== null ? 'stand-in' : values.live ? 'live' : 'test',
    host,
    out: values.out ?? null,
    isConfirmed: values.yes,
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        market: { type: 'string', default: 'BTC/USDT' },
        'spend-limit': { type: 'string', default: '20' },
        only: { type: 'string' },
        yes: { type: 'boolean', default: false },
        live: { type: 'boolean', default: false },
        out: { type: 'string' },
        host: { type: 'string' },
      },
    })
  } catch {
    // Its own words repeat what was typed, which may have been a key.
    throw wrong('An option that is not known. `npm run probe` alone lists them. A key is never given as one.')
  }
}

function hostOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(text))
    throw wrong('--host is http://127.0.0.1:PORT, a stand-in on this machine.')
  return text
}

function chosen(venue: ProbeVenue, only: string | undefined): Probe[] {
  const probes = probesOf(venue)
  if (only === undefined) return probes
  const ids = only.split(',')
  const unknown = ids.find((id) => !probes.some((probe) => probe.id === id))
  if (unknown !== undefined) throw wrong(`--only takes ${probes.map(({ id }) => id).join(', ')}.`)
  return probes.filter((probe) => ids.includes(probe.id))
}
