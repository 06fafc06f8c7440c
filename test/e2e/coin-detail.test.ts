// The detail page leaves out nothing of the catalogue: every field of every coin that is not empty is shown.

import { expect } from 'playwright/test'
import { CATALOG } from '../../shared/catalog/catalog.ts'
import { FACTS_RECORDED_ON, PUBLICATION } from '../../shared/catalog/publication.ts'
import type { CoinSnapshot } from '../../shared/coin.ts'
import { VENUES } from '../../shared/venues/list.ts'
import { shareApp, test } from './support/open-app.ts'
import { openCoin } from './support/screens.ts'

const app = shareApp()

/** Values that are shown as words. */
const WORDS: Record<string, string> = { 'ongoing-or-ended': 'ongoing or ended' }
/** Exchanges are called by their names. */
const NAMES: Record<string, string> = {
  ...Object.fromEntries(VENUES.map(({ id, name }) => [id, name])),
  'binance-usdm': 'Binance USD-M',
}

/** Every text and number within a value. A key of `asPublished` is a spelling, so keys of it count too. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [WORDS[value] ?? value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(leaves)
}

function snapshotTexts({ narrativesStated, asPublished, ...rest }: CoinSnapshot): string[] {
  const stated = narrativesStated ? 'from the publication' : 'derived from its description'
  return [...leaves(rest), ...Object.entries(asPublished).flat(), stated]
}

const missing = (texts: string[], shown: string) => texts.filter((text) => !shown.includes(text))

for (const { id, snapshot, facts } of CATALOG) {
  test(`shows everything that is known about ${id}`, async () => {
    const panel = await openCoin(app.current.page, snapshot.name)
    const heading = await panel.getByRole('heading', { level: 2 }).innerText()
    const published = panel.getByRole('region', { name: 'Published 2024 by Token Metrics' })
    const shown = `${heading}\n${await published.textContent()}`
    expect(missing(snapshotTexts(snapshot), shown), 'published, but not shown').toEqual([])
    const fact = (name: string) =>
      published.locator('.fact').filter({ has: app.current.page.locator('dt', { hasText: name }) })
    await expect(fact('Rank in the publication').locator('dd')).toHaveText(String(snapshot.rank))
    // Without a score the page says so, and shows no number in its place.
    await expect(fact('Score').locator('dd')).toHaveText(
      snapshot.score === null ? /^–/ : `${snapshot.score.value}${snapshot.score.kind}`,
    )

    const later = panel.getByRole('region', { name: 'Found later' })
    const items = later.locator('.later-fact')
    await expect(items).toHaveCount(facts.length)
    for (const [index, found] of facts.entries()) {
      const { date, venue, ...rest } = found
      const expected = [
        ...leaves(rest),
        ...leaves(NAMES[venue ?? ''] ?? venue),
        date ?? `known as of ${FACTS_RECORDED_ON}`,
      ]
      const item = (await items.nth(index).textContent()) ?? ''
      expect(missing(expected, item), `found later, but not shown: ${found.fact}`).toEqual([])
    }

    const publication = (await panel.getByRole('region', { name: 'Publication', exact: true }).textContent()) ?? ''
    expect(missing(leaves(PUBLICATION), publication), 'about the publication, but not shown').toEqual([])
    await expect(panel.getByRole('region', { name: 'Publisher’s interest' })).toContainText(PUBLICATION.interest)
  })
}
