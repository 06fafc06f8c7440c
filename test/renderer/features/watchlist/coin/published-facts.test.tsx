// Every non-empty field of the catalogue stands in the detail page, for every coin.

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LaterFacts } from '../../../../../renderer/features/watchlist/coin/LaterFacts.tsx'
import { PublicationFacts } from '../../../../../renderer/features/watchlist/coin/PublicationFacts.tsx'
import { PublishedFacts } from '../../../../../renderer/features/watchlist/coin/PublishedFacts.tsx'
import { text } from '../../../../../renderer/messages/late/en.ts'
import { venueName } from '../../../../../renderer/state/session/names.ts'
import { CATALOG } from '../../../../../shared/catalog/catalog.ts'
import type { CatalogEntry } from '../../../../../shared/catalog/entry.ts'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import { catalogueDetails, detailOf } from '../../../fakes/fake-coins.ts'

/** Values that the page writes in its own words; the word must be there instead. */
const IN_WORDS: Record<string, string> = {
  ...text.coins.airdropNow,
  true: text.coins.detail.stated,
  false: text.coins.detail.derived,
}

/** Exchanges are called by their names. */
const named = (fact: CatalogEntry['facts'][number]) => ({
  ...fact,
  ...(fact.venue && { venue: venueName(fact.venue) }),
})

function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(leaves)
  // A record's keys are content too: the spellings of `asPublished`.
  if (typeof value === 'object') return Object.values(value).flatMap(leaves)
  const word = String(value)
  return [IN_WORDS[word] ?? word]
}

/** The texts of the page, each element's by itself. */
function textsOf(coin: CoinDetail): string[] {
  if (coin.snapshot === null || coin.publication === null) throw new Error('not a coin of the catalogue')
  const markup = renderToStaticMarkup(
    <>
      <PublishedFacts snapshot={coin.snapshot} publication={coin.publication} />
      <LaterFacts facts={coin.facts} recordedOn={coin.factsRecordedOn} collisions={coin.collisions} />
      <PublicationFacts publication={coin.publication} />
    </>,
  )
  const plain = markup.replaceAll(/<[^>]*>/g, '\u0000')
  const entities: Record<string, string> = { '&#x27;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' }
  return plain.replaceAll(/&#x27;|&quot;|&amp;|&lt;|&gt;/g, (entity) => entities[entity] ?? entity).split('\u0000')
}

test.each(CATALOG.map((entry) => [entry.snapshot.name, entry] as const))('%s', (_name, entry) => {
  const texts = textsOf(detailOf(entry))
  // A number must stand by itself: as a part of something longer it would be found anywhere.
  const stands = (value: string) =>
    /^\d+$/.test(value) ? texts.includes(value) : texts.some((each) => each.includes(value))
  const wanted = [
    ...leaves(entry.snapshot),
    ...Object.keys(entry.snapshot.asPublished),
    ...leaves(entry.facts.map(named)),
    ...leaves(detailOf(entry).publication),
  ]
  expect(wanted.filter((value) => !stands(value))).toEqual([])
})

test('a fact without a date says as of when it is known', () => {
  const coin = catalogueDetails().find(({ id }) => id === 'ola')
  expect(coin && textsOf(coin)).toContain('known as of 2026-11-23')
})
