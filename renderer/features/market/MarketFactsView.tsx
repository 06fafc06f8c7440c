// What is known of a coin's market beside its price: worth, supply, highest price, categories, and where to read more.

import type { MarketFacts } from '../../../shared/sources/quotes.ts'
import { formatDate, formatDecimal, formatMoney, formatPrice } from '../../format.ts'
import { text } from '../../messages/late/en.ts'
import { Age } from '../../ui/Age.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { CheckedLink } from '../../ui/links/CheckedLink.tsx'

const words = text.market
const USD = 'USD'
const WHOLE = { min: 0, max: 0 }

const money = (value: string | null) => (value === null ? null : `${formatMoney(value)} ${USD}`)
const price = (value: string) => `${formatPrice(value, null)} ${USD}`
const supply = (value: string | null) => (value === null ? null : formatDecimal(value, WHOLE))

function Links({ links, coinId }: Pick<MarketFacts, 'links'> & { coinId: string }) {
  if (links.length === 0) return null
  return (
    <div>
      <h4>{words.links}</h4>
      <p className="hint">{words.linkNote}</p>
      <ul className="market-links">
        {links.map(({ kind, url }) => (
          <li key={url}>
            {words.linkKinds[kind]}: <CheckedLink coinId={coinId} link={url} canOpen />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The section; nothing where nobody has told any. */
export function MarketFactsView({ facts, coinId }: { facts: MarketFacts | null; coinId: string }) {
  if (facts === null) return null
  const { low24h, high24h, allTimeHigh, allTimeHighAt, categories } = facts
  return (
    <section className="block" aria-label={words.facts}>
      <h3>
        {words.facts} <Age at={facts.at ?? facts.receivedAt} />
      </h3>
      {facts.isPreview === true ? <p>{words.preview}</p> : null}
      <Facts>
        <Fact name={words.marketCap}>{money(facts.marketCap)}</Fact>
        <Fact name={words.rank}>{facts.rank}</Fact>
        <Fact name={words.fdv}>{money(facts.fullyDilutedValue)}</Fact>
        <Fact name={words.volume24h}>{money(facts.volume24h)}</Fact>
        <Fact name={words.range24h}>
          {low24h === null || high24h === null ? null : `${formatPrice(low24h, null)} – ${price(high24h)}`}
        </Fact>
        <Fact name={words.circulating}>{supply(facts.circulatingSupply)}</Fact>
        <Fact name={words.total}>{supply(facts.totalSupply)}</Fact>
        <Fact name={words.max}>{supply(facts.maxSupply)}</Fact>
        <Fact name={words.ath}>
          {allTimeHigh === null
            ? null
            : allTimeHighAt === null
              ? price(allTimeHigh)
              : words.athAt(price(allTimeHigh), formatDate(allTimeHighAt))}
        </Fact>
        <Fact name={words.categories}>{categories.join(', ')}</Fact>
      </Facts>
      <Links links={facts.links} coinId={coinId} />
    </section>
  )
}
