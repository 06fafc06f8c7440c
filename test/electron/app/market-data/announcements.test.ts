// What exchanges announce, over real HTTP in the words of each: hostile text as one plain line, links of their own domain alone, and
// nothing that comes of it but a line to read.

import { expect, it } from 'vitest'
import type { SourceId } from '../../../../shared/sources/sources.ts'
import { AT_MS, VENUE_HANDLES, venueState } from '../../../sources/venues.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

const PATHS: Readonly<Record<string, string>> = {
  bybit: '/v5/announcements/index',
  okx: '/api/v5/support/announcements',
  kucoin: '/api/v3/announcements',
  bitget: '/api/v2/public/annoucements',
}
const PAGES: Readonly<Record<string, string>> = {
  bybit: 'https://announcements.bybit.com/en-US/article/peaq',
  okx: 'https://www.okx.com/help/peaq',
  kucoin: 'https://www.kucoin.com/announcement/peaq?lang=en_US',
  bitget: 'https://www.bitget.com/support/articles/1',
}
const AT = new Date(AT_MS).toISOString()

const announces = (desk: SourceDesk, venue: SourceId, announced: { title: string; url: string; at: number }[]) => {
  desk.servers[venue].handle = VENUE_HANDLES[venue]?.({ ...venueState(), announced }) ?? expect.unreachable()
}
const pageReads = ({ servers }: SourceDesk, venue: SourceId) =>
  servers[venue].requests.filter(({ path }) => path === PATHS[venue]).length

it.each(['bybit', 'okx', 'kucoin', 'bitget'] as const)('%s: title, time and page, once it is on', async (venue) => {
  const opened: { url: string; domain: string }[] = []
  const openOutside = async (asked: { url: string; domain: string }) => opened.push(asked) > 0
  const desk = await startSourceDesk({ openOutside })
  const url = PAGES[venue] ?? ''
  announces(desk, venue, [{ title: 'peaq (PEAQ) gets listed', url, at: AT_MS }])
  expect(await desk.ok('listings.announcements', {})).toEqual([])
  expect(desk.asked()).toEqual({})
  await desk.on(venue)
  const all = await desk.ok('listings.announcements', { coinId: 'peaq' })
  expect(all).toMatchObject([{ source: venue, title: 'peaq (PEAQ) gets listed', url, at: AT, coinIds: ['peaq'] }])
  expect(pageReads(desk, venue)).toBe(1)
  // A title is news of nothing.
  expect(await desk.ok('listings.events', {})).toEqual([])
  expect(await desk.ok('notifications.list', {})).toEqual([])
  // It is opened outside as any link that is kept of the coin, and of no other coin.
  expect(await desk.ok('links.open', { coinId: 'peaq', link: url })).toEqual({ opened: true })
  expect(opened).toEqual([{ url, domain: expect.stringContaining(venue) }])
  await expect(desk.ok('links.open', { coinId: 'ten', link: url })).rejects.toThrow()
  await desk.ok('sources.save', { source: venue, enabled: false })
  expect(await desk.ok('listings.announcements', {})).toEqual([])
  await expect(desk.ok('links.open', { coinId: 'peaq', link: url })).rejects.toThrow()
})

it('shows text of others as one plain line, and no link that leads elsewhere', async () => {
  const desk = await startSourceDesk()
  const elsewhere = [
    'https://bybit.com.claim-peaq.xyz/',
    'https://bybit-airdrop.com/PEAQ',
    'https://bybit.com@evil.example/',
    `https://${'u:x'}@announcements.bybit.com/`,
    'https://announcements.bybit.com:8443/',
    'http://announcements.bybit.com/',
    'javascript:alert(1)',
    'data:text/html,PEAQ',
    '//announcements.bybit.com/x',
    '',
  ]
  announces(desk, 'bybit', [
    ...elsewhere.map((url, n) => ({ title: `PEAQ ${n}`, url, at: AT_MS - n })),
    {
      title: '\u202eQAEP\u200b <img src=x onerror=alert(1)> \n PEAQ **bold** [a](javascript:1)',
      url: '',
      at: AT_MS - 50,
    },
    { title: `PEAQ ${'very '.repeat(200)}long`, url: '', at: AT_MS - 60 },
    { title: ' \u0000 ', url: '', at: AT_MS },
  ])
  await desk.on('bybit')
  const all = await desk.ok('listings.announcements', {})
  expect(all).toHaveLength(elsewhere.length + 2)
  expect(all.map(({ url }) => url)).toEqual(all.map(() => null))
  expect(all[elsewhere.length]?.title).toBe('QAEP <img src=x onerror=alert(1)> PEAQ **bold** [a](javascript:1)')
  expect([...(all.at(-1)?.title ?? '')].length).toBeLessThanOrEqual(300)
})

it.each([
  ['a page', { status: 200, body: '<html>', type: 'text/html' }],
  ['half of it', { body: '{"retCode":0,"result":{"list":[{"title":"PEAQ' }],
  ['another shape', { body: { retCode: 0, result: { list: 'PEAQ' } } }],
  ['titles that are none', { body: { retCode: 0, result: { list: [{ title: 7 }, { title: ['PEAQ'] }, null] } } }],
  ['a refusal', { status: 403, body: { retCode: 10024, retMsg: 'region' } }],
  ['times that are none', { body: { retCode: 0, result: { list: [{ title: 'PEAQ', dateTimestamp: 'soon' }] } } }],
])('%s in place of it rests neither prices nor lists', async (what, reply) => {
  const desk = await startSourceDesk()
  const { handle } = desk.servers.bybit
  desk.servers.bybit.handle = (request) => (request.path === PATHS['bybit'] ? reply : handle(request))
  await desk.on('bybit')
  const all = await desk.ok('listings.announcements', {})
  expect(all.map(({ at }) => at)).toEqual(what === 'times that are none' ? [null] : [])
  const source = (await desk.ok('sources.list', {})).find((each) => each.source === 'bybit')
  expect(source).toMatchObject({ lastError: null, restsUntil: null })
  expect(await desk.ok('quotes.list', { coinIds: ['peaq'] })).toMatchObject([{ source: 'bybit' }])
})
