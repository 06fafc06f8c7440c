// Announcements as they are drawn: text of others, at their coin, with a way out only where they name one of their own.

import { beforeEach, expect, test } from 'vitest'
import { Announcements } from '../../../../renderer/features/listings/Announcements.tsx'
import { text } from '../../../../renderer/messages/late/en.ts'
import { loadAnnouncements } from '../../../../renderer/state/listings/listings-actions.ts'
import { useListings } from '../../../../renderer/state/listings/listings-store.ts'
import type { Announcement } from '../../../../shared/sources/announcements.ts'
import { drawn } from '../../fakes/drawn.ts'
import type { FakeDesktop } from '../../fakes/fake-desktop.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

const words = text.listings.announced
let desktop: FakeDesktop
beforeEach(() => {
  desktop = setUpPage()
})

const one = (title: string, patch: Partial<Announcement> = {}): Announcement => ({
  ...{ source: 'kucoin', title, url: 'https://www.kucoin.com/announcement/x', at: '2026-11-23T12:00:00.000Z' },
  ...{ seenAt: '2026-11-23T12:10:00.000Z', coinIds: ['peaq'], ...patch },
})
const put = (...value: Announcement[]) => useListings.getState().putAnnouncements({ value })

test('each with its exchange, its time in UTC and its host, and that nobody has checked it', () => {
  put(one('<b>PEAQ</b> is listed'), one('PEAQ soon', { url: null, at: null, source: 'bybit' }))
  const markup = drawn(<Announcements coinId={null} />)
  expect(markup).toContain('&lt;b&gt;PEAQ&lt;/b&gt; is listed')
  for (const part of ['KuCoin', 'Bybit', 'Nov 23, 12:00 UTC', words.open('www.kucoin.com'), words.unchecked]) {
    expect(markup).toContain(part)
  }
  expect(markup).toContain(words.seen('Nov 23, 12:10 UTC'))
  expect(markup.match(/<a /g)).toBeNull()
  expect(markup.match(/<button[^>]*quiet/g)).toHaveLength(1)
})

test('at a coin only what names it', () => {
  put(one('PEAQ here'), one('TEN here', { coinIds: ['ten'] }), one('both', { coinIds: ['ten', 'peaq'] }))
  const markup = drawn(<Announcements coinId="ten" />)
  expect(markup).toContain('TEN here')
  expect(markup).toContain('both')
  expect(markup).not.toContain('PEAQ here')
  expect(drawn(<Announcements coinId="ola" />)).toContain(words.noneOfCoin)
})

test('are loaded from the backend, and a failure keeps the last', async () => {
  desktop.answer('listings.announcements', () => [one('PEAQ here')])
  await loadAnnouncements()
  expect(useListings.getState().announcements.value).toHaveLength(1)
  desktop.answer('listings.announcements', () => {
    throw new Error('gone')
  })
  await loadAnnouncements()
  expect(useListings.getState().announcements).toMatchObject({ value: [one('PEAQ here')], loading: false })
  expect(useListings.getState().announcements.error).not.toBeNull()
})
