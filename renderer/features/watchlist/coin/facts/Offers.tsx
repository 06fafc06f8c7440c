// What switched-on sources know of the coin, to be taken over one by one.

import type { CoinDetail } from '../../../../../shared/coin.ts'
import { text } from '../../../../messages/late/en.ts'
import { useCoinMarket } from '../../../../state/quotes/coin-market-store.ts'
import { CheckedLink } from '../../../../ui/links/CheckedLink.tsx'
import { saveFact } from './fact-actions.ts'
import { factLine } from './fact-line.ts'
import { offersOf } from './offers.ts'

const words = text.research

/** The list; nothing where no source has told anything new. */
export function Offers({ coin }: { coin: CoinDetail }) {
  const detail = useCoinMarket((state) => (state.coinId === coin.id ? state.detail.value : null))
  const offers = detail === null ? [] : offersOf(detail, coin.ownFacts)
  if (offers.length === 0) return null
  return (
    <section aria-label={words.offers}>
      <h4>{words.offers}</h4>
      <p className="hint">{words.offersHint}</p>
      <ul className="later-list">
        {offers.map(({ value, source, asOf }) => {
          const what = `${words.kinds[value.kind]}, ${factLine(value)}`
          return (
            <li key={what} className="later-fact">
              <p className="later-when">{words.kinds[value.kind]}</p>
              <div>
                <p>{value.kind === 'link' ? <CheckedLink coinId={coin.id} link={value.url} /> : factLine(value)}</p>
                <p className="source">{text.links.by(source, asOf.slice(0, 10))}</p>
                <button
                  type="button"
                  className="text-button"
                  aria-label={words.takeOver(what)}
                  onClick={() => void saveFact({ coinId: coin.id, value, source, asOf: new Date(asOf).toISOString() })}
                >
                  {words.take}
                </button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
