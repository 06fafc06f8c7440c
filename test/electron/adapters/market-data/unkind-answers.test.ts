// Every source answers in every way that is documented or was seen: what each comes to is printed as a table.

import { expect, it } from 'vitest'
import type { ReadAnswer } from '../../../../electron/ports/market-data.ts'
import { type SourceFault, startSource } from '../../../sources/server.ts'
import { listOf, oneOfEach, startData, USE } from './data-kit.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const gmt = (ms: number) => new Date(ms).toUTCString()
const limit = (headers: Record<string, string> = {}): SourceFault => {
  return { kind: 'reply', status: 429, body: '', headers: { date: gmt(NOW), ...headers } }
}
const reply = (status: number, body: unknown, more: object = {}): SourceFault => ({
  kind: 'reply',
  status,
  body,
  ...more,
})

type Expected = string | { public: string; keyed: string; defillama?: string }
const REFUSED = 'SOURCE_REFUSED refused'

/** What is sent, and what it must come to: code, kind, and the pause that was asked for. */
const CASES: Readonly<Record<string, [SourceFault, Expected]>> = {
  '429': [limit(), 'SOURCE_RESTS limit'],
  '429, 7': [limit({ 'retry-after': '7' }), 'SOURCE_RESTS limit 7000'],
  '429, 0': [limit({ 'retry-after': '0' }), 'SOURCE_RESTS limit 0'],
  '429, 1.5': [limit({ 'retry-after': '1.5' }), 'SOURCE_RESTS limit 1500'],
  '429, date': [limit({ 'retry-after': gmt(NOW + 30_000) }), 'SOURCE_RESTS limit 30000'],
  '429, past date': [limit({ 'retry-after': gmt(NOW - 30_000) }), 'SOURCE_RESTS limit 0'],
  '429, garbage': [limit({ 'retry-after': 'soon' }), 'SOURCE_RESTS limit'],
  '500': [reply(500, 'oops', { type: 'text/plain' }), 'SOURCE_FAILED failed'],
  '503, 120': [reply(503, '', { headers: { 'retry-after': '120' } }), 'SOURCE_FAILED failed 120000'],
  '401': [reply(401, {}), { public: REFUSED, keyed: 'SOURCE_KEY_REFUSED refused' }],
  '403': [reply(403, {}), { public: REFUSED, keyed: 'SOURCE_NOT_IN_PLAN refused' }],
  '400 html': [reply(400, '<html>', { type: 'text/html' }), REFUSED],
  html: [reply(200, '<html>Just a moment...', { type: 'text/html' }), 'SOURCE_NOT_JSON failed'],
  'text/plain': [reply(200, '{}', { type: 'text/plain' }), 'SOURCE_NOT_JSON failed'],
  redirect: [reply(302, '', { headers: { location: 'http://127.0.0.1:1/' } }), 'SOURCE_REDIRECTED failed'],
  truncated: [{ kind: 'truncated' }, 'SOURCE_UNREADABLE failed'],
  empty: [reply(200, ''), 'SOURCE_UNREADABLE failed'],
  'other shape': [reply(200, { other: { data: 7 } }), 'SOURCE_UNREADABLE failed'],
  'a text': [reply(200, '"text"'), 'SOURCE_UNREADABLE failed'],
  null: [reply(200, 'null'), 'SOURCE_UNREADABLE failed'],
  '15 MB of lists': [
    reply(200, `[${'[],'.repeat(5_000_000)}[]]`),
    {
      public: 'SOURCE_UNREADABLE failed',
      keyed: 'ANSWER_TOO_LARGE failed',
      // Its answers are short.
      defillama: 'ANSWER_TOO_LARGE failed',
    },
  ],
  deep: [reply(200, '['.repeat(60_000)), 'SOURCE_UNREADABLE failed'],
  '24 MB': [{ kind: 'huge', bytes: 24 * 1024 * 1024 }, 'ANSWER_TOO_LARGE failed'],
  dropped: [{ kind: 'drop' }, 'CONNECTION_BROKE failed'],
}

function nameOf(answer: ReadAnswer<unknown>): string {
  if (answer.ok) return `${answer.rows.length} rows`
  const { why, kind, asked } = answer.trouble
  return [why.code, kind, ...(asked === null ? [] : [asked])].join(' ')
}

it('says what failed, for each case at each source, and reads the next answer as before', {
  timeout: 120_000,
}, async () => {
  const data = startData()
  const table: Record<string, Record<string, string>> = {}
  for (const { source, handle, isKeyed, read } of oneOfEach()) {
    const server = await startSource(handle)
    const ask = () => data.read(read(server.url), isKeyed ? USE : null)
    const good = nameOf(await ask())
    expect(good).not.toBe('0 rows')
    for (const [name, [fault, expected]] of Object.entries(CASES)) {
      server.faults.push(fault)
      const came = nameOf(await ask())
      table[name] = { ...table[name], [source]: came }
      const own = typeof expected === 'string' ? expected : source === 'defillama' ? expected.defillama : undefined
      const wanted = own ?? (expected as { public: string; keyed: string })[isKeyed ? 'keyed' : 'public']
      expect.soft(came, `${source}: ${name}`).toBe(wanted)
      server.faults.length = 0
    }
    expect(nameOf(await ask())).toBe(good)
    await server.close()
  }
  const rows = Object.entries(table).map(([name, row]) => {
    const kinds = Map.groupBy(Object.entries(row), ([, came]) => came)
    const told = [...kinds].map(
      ([came, of]) => `${came}: ${of.length === 13 ? 'all 13' : of.map(([source]) => source).join(' ')}`,
    )
    return `${name.padEnd(16)}${told.join(' | ')}`
  })
  console.log(`cases x sources\n${rows.join('\n')}`)
})

it('asks for what it has by its name, and takes the word that it is the same', async () => {
  const data = startData()
  const [one] = oneOfEach()
  if (one === undefined) throw new Error('no source')
  const server = await startSource((request) => {
    const isSame = request.headers['if-none-match'] === '"v1"'
    return isSame ? { status: 304, body: '' } : { ...one.handle(request), headers: { etag: '"v1"' } }
  })
  const first = await data.read(one.read(server.url), null)
  expect(first.ok && first.rows.length).toBe(1)
  expect(await data.read(one.read(server.url), null)).toEqual(first)
  expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"'])
})

/** Ahead by the clock of the worker, which is the real one. */
const AHEAD = Date.UTC(2100, 0, 1)
const iso = (at: number) => new Date(at).toISOString()

it.each([
  ['an opening', { state: 'preopen', listTime: String(AHEAD) }, { stage: 'pre-launch', opensAt: iso(AHEAD) }, null],
  ['an end', { state: 'live', expTime: String(AHEAD) }, { stage: 'delisting', closesAt: iso(AHEAD) }, 'delisted'],
])('a list with %s ahead is read anew: the same list means another thing later', async (_, of, before, later) => {
  const data = startData()
  const row = { instType: 'SPOT', instId: 'PEAQ-USDT', baseCcy: 'PEAQ', quoteCcy: 'USDT', listTime: '', expTime: '' }
  const server = await startSource(({ headers }) =>
    headers['if-none-match'] === '"v1"'
      ? { status: 304, body: '' }
      : { body: { code: '0', msg: '', data: [{ ...row, ...of }] }, headers: { etag: '"v1"' } },
  )
  const stageAt = async (now: number) => {
    const answer = await data.read({ ...listOf('okx', server.url), of: { part: 0, now } }, null)
    return answer.ok ? answer.rows[0] : answer
  }
  expect(await stageAt(AHEAD - 60_000)).toMatchObject(before)
  expect(await stageAt(AHEAD + 700_000)).toMatchObject(later === null ? { opensAt: null } : { stage: later })
})
