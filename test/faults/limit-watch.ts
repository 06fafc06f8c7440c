// Whether an order leaves that the limit in force forbids, by the exchange's own numbers at the moment of its arrival.

import type { VenueDesk } from './venue-desk.ts'

const LIMIT = 0.05
/** So old a reading may be that a check relies on, milliseconds. */
const AGE_MS = 60_000
const ROUNDING = 0.0005

/** What is wrong, filled as orders arrive. The limit is that of a profile where nobody has set another one. */
export function limitWatch(desk: VenueDesk): string[] {
  const wrong: string[] = []
  const totals: { at: number; total: number }[] = []
  const { engine } = desk
  const totalNow = () => {
    const held = (asset: string) => engine.balances.get(asset) ?? 0
    return held('USDT') + held('PEAQ') * engine.priceOf('PEAQ/USDT')
  }
  const note = () => void totals.push({ at: engine.now(), total: totalNow() })
  note()
  const inner = desk.venue.arrived
  desk.venue.arrived = (request) => {
    inner(request)
    note()
    const known = totals.filter(({ at }) => engine.now() - at <= AGE_MS).map(({ total }) => total)
    const size = Number(
      /(?:quantity|volume|base_size|qty|sz)["=: ]+([\d.]+)/i.exec(`${request.raw} ${request.body}`)?.[1],
    )
    const held = (engine.balances.get('PEAQ') ?? 0) + (Number.isFinite(size) ? size : 0)
    const share = (held * engine.priceOf('PEAQ/USDT')) / Math.max(...known)
    if (share > LIMIT + ROUNDING) wrong.push(`an order left that makes ${share.toFixed(4)} of the account`)
  }
  return wrong
}
