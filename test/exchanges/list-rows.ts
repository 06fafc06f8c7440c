// Rows of orders put into the lists of the stand-ins, in the words of each exchange, and one order's own row changed there.

import { type Fake, STAND_INS } from './all.ts'
import type { FakeVenue, VenueReply, VenueRequest } from './server.ts'
import type { ListPlace, Row } from './stand-in.ts'

/** Somebody else's orders there; none where nothing is documented. */
export const othersAt = ({ standIn }: Fake) => [...standIn.others]

/** Puts `rows` before every list of orders, and `changed` about each row with this key. */
export function listAlso(venue: FakeVenue, name: string, rows: Row[], changed: (row: Row) => Row = (row) => row): void {
  const list = Object.entries(STAND_INS).find(([id]) => id === name)?.[1].lists ?? null
  if (list === null) throw new Error(name)
  venue.rewrite = (request: VenueRequest, reply: VenueReply): VenueReply => {
    // They stand on the first page.
    const isFurther =
      ['cursor', 'after', 'ofs'].some((name) => request.fields.has(name)) || Number(request.fields.get('page')) > 1
    if (isFurther || !list.path.test(request.path) || reply.status !== 200) return reply
    const body = structuredClone(reply.body)
    return {
      status: 200,
      body: list.hasIds ? inObject(body, rows, changed) : inList(body, list, rows, changed),
    }
  }
}

type Place = Pick<ListPlace, 'at' | 'groups'>

function inList(body: unknown, { at, groups }: Place, rows: Row[], changed: (row: Row) => Row): unknown {
  const [name, ...more] = at
  if (name !== undefined) {
    const holder = body as Row
    return name in holder ? { ...holder, [name]: inList(holder[name], { at: more, groups }, rows, changed) } : body
  }
  if (groups !== null && Array.isArray(body) && body.some((group) => groups in group)) {
    const own = body.map((group) => ({ ...group, [groups]: group[groups].map(changed) }))
    return [{ ...own[0], [groups]: rows }, ...own]
  }
  // Asked for by an id there is one row, and no other beside it.
  return Array.isArray(body) ? [...rows, ...body.map(changed)] : changed(body as Row)
}

function inObject(body: unknown, rows: Row[], changed: (row: Row) => Row): unknown {
  const { result } = body as { result?: Row }
  if (result === undefined) return body
  const name = 'open' in result ? 'open' : 'closed' in result ? 'closed' : null
  if (name === null) return body
  const own = Object.entries(result[name] as Row).map(([id, row]) => [id, changed(row as Row)])
  const others = rows.map(({ id, ...row }, at) => [id ?? `OTHER${at}`, row])
  return { error: [], result: { ...result, [name]: Object.fromEntries([...others, ...own]) } }
}
