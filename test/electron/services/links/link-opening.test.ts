// Which links are opened outside: those alone that are kept of the coin, in the clear about whose they are, one question at a time.

import { expect, test, vi } from 'vitest'
import type { OpenOutside, OutsideAddress } from '../../../../electron/ports/outside.ts'
import { createLinkOpening } from '../../../../electron/services/links/link-opening.ts'
import type { LinkVerdict } from '../../../../shared/links/links.ts'

const KEPT = ['https://www.peaq.network/build', 'http://peaq.network/', 'https://peaq-claim.network/']
const MORE = [
  ['https://user', 'words@peaq.network/'].join(':'),
  'javascript:alert(1)',
  'https://192.0.2.7/',
  'not an address',
]

const verdictOf = (link: string): LinkVerdict => {
  const host = URL.parse(link)?.hostname ?? null
  const domain = host === null || host === '' || /^[\d.]+$/.test(host) ? null : host.replace('www.', '')
  const standing = domain === null ? 'no-address' : domain === 'peaq.network' ? 'official' : 'suspect'
  return { link, standing, warnings: [], host, shown: null, domain, official: null }
}

function made(openOutside: OpenOutside | null) {
  const linksOf = (coinId: string) => (coinId === 'peaq' ? [...KEPT, ...MORE] : [])
  const { open } = createLinkOpening({
    ...{ linksOf, openOutside },
    links: { check: ({ links }) => links.map(verdictOf) },
  })
  const code = (coinId: string, link: string) =>
    open({ coinId, link }).then(
      ({ opened }) => opened,
      (error: { code?: string }) => error.code,
    )
  return { open, code }
}

test('a kept link is asked about with its whole address and the domain that somebody registered', async () => {
  const openOutside = vi.fn<OpenOutside>(async () => true)
  const { code } = made(openOutside)
  expect(await code('peaq', 'https://www.peaq.network/build')).toBe(true)
  expect(openOutside.mock.calls).toEqual([[{ url: 'https://www.peaq.network/build', domain: 'peaq.network' }]])
  openOutside.mockResolvedValueOnce(false)
  expect(await code('peaq', 'https://www.peaq.network/build')).toBe(false)
})

test('an address of the page’s own, of another coin, or one letter beside is none', async () => {
  const openOutside = vi.fn<OpenOutside>(async () => true)
  const { code } = made(openOutside)
  expect(await code('peaq', 'https://www.peaq.network/build?balance=1000')).toBe('NOT_FOUND')
  expect(await code('peaq', 'https://evil.example/')).toBe('NOT_FOUND')
  expect(await code('ola', 'https://www.peaq.network/build')).toBe('NOT_FOUND')
  expect(openOutside).not.toHaveBeenCalled()
})

test.each([...KEPT.slice(1), ...MORE])('also a kept one is not opened: %s', async (link) => {
  const openOutside = vi.fn<OpenOutside>(async () => true)
  expect(await made(openOutside).code('peaq', link)).toBe('NOT_ALLOWED')
  expect(openOutside).not.toHaveBeenCalled()
})

test('without a window nobody can be asked', async () => {
  expect(await made(null).code('peaq', 'https://www.peaq.network/build')).toBe('NOT_ALLOWED')
})

test('one question at a time, and the next after its answer', async () => {
  const answer = Promise.withResolvers<boolean>()
  const asked: OutsideAddress[] = []
  const { open } = made((address) => {
    asked.push(address)
    return asked.length === 1 ? answer.promise : Promise.resolve(true)
  })
  const link = 'https://www.peaq.network/build'
  const first = open({ coinId: 'peaq', link })
  expect(await open({ coinId: 'peaq', link })).toEqual({ opened: false })
  expect(asked).toHaveLength(1)
  answer.resolve(true)
  expect(await first).toEqual({ opened: true })
  expect(await open({ coinId: 'peaq', link })).toEqual({ opened: true })
})
