// Links at the trader's coins: the official sites are the research's and those that he has marked, and each change counts.

import { expect, test } from 'vitest'
import { hostParts } from '../../../../electron/adapters/public-suffix.ts'
import { createLinks } from '../../../../electron/services/links/links.ts'
import { openBooks } from '../../../support/services.ts'

const failed = (code: string) => expect.objectContaining({ code })

const LINK = { kind: 'link', place: 'website' } as const

function open() {
  const { coins, store } = openBooks()
  const links = createLinks(coins, store, hostParts)
  const one = (link: string, coinId?: string) => links.check({ links: [link], coinId })[0]
  return { coins, links, one, id: coins.save({ name: 'Mine Protocol' }).id }
}

test('a site of the research is official, with its source and its day', () => {
  const { one } = open()
  expect(one('https://app.grvt.io/x', 'gravity')).toMatchObject({
    standing: 'official',
    official: { coinId: 'gravity', domain: 'grvt.io', source: 'grvt.io blog', asOf: '2026-11-23' },
  })
  expect(one('https://claim-grvt.io/', 'gravity')).toMatchObject({ standing: 'suspect', warnings: ['added-words'] })
  // At another coin it is held against all of them.
  expect(one('https://claim-grvt.io/', 'ola')).toMatchObject({ official: { coinId: 'gravity' } })
  expect(one('https://grvt.io/', 'ola')).toMatchObject({ standing: 'official', official: { coinId: 'gravity' } })
})

test('what the trader marks as official counts at once, and no longer once he takes it back', () => {
  const { coins, one, id } = open()
  expect(one('https://mine.example/', id)).toMatchObject({ standing: 'other', official: null })
  coins.facts.save({ coinId: id, value: { ...LINK, url: 'https://www.mine.example/a', official: false }, source: 'x' })
  expect(one('https://mine.example/', id)?.standing).toBe('other')
  const [fact] = coins.get(id).ownFacts
  const factId = fact?.factId ?? ''
  const value = { ...LINK, url: 'https://www.mine.example/a', official: true }
  coins.facts.save({ coinId: id, factId, value, source: 'their X profile', asOf: '2026-11-20' })
  const official = { domain: 'mine.example', source: 'their X profile', asOf: '2026-11-20', coinName: 'Mine Protocol' }
  expect(one('https://app.mine.example/', id)).toMatchObject({ standing: 'official', official })
  expect(one('https://rnine.example/', id)).toMatchObject({ standing: 'suspect', warnings: ['look-alike'], official })
  expect(one('https://claim-mine.example/')).toMatchObject({ standing: 'suspect', official })
  coins.facts.remove({ coinId: id, factId })
  expect(one('https://app.mine.example/', id)?.standing).toBe('other')
})

test('an own coin without a site is known by its name where the link stands at it', () => {
  const { one, id } = open()
  expect(one('https://claim-mineprotocol.com/', id)).toMatchObject({ standing: 'suspect', official: null })
  expect(one('https://claim-mineprotocol.com/')?.standing).toBe('other')
  expect(() => one('https://a.example/', 'none')).toThrow(failed('NOT_FOUND'))
})

test.each(['http://mine.example/', 'https://127.0.0.1/', 'https://pages.dev/', 'https://co.uk/'])(
  '%s cannot be official: nothing can be held against it',
  (url) => {
    const { links } = open()
    expect(() => links.assertUsable({ ...LINK, url, official: true })).toThrow(failed('BAD_INPUT'))
    expect(() => links.assertUsable({ ...LINK, url, official: false })).not.toThrow()
  },
)
