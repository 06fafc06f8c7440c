// The listings of a coin in its detail: its markets with their stages, the plans, and the check before an opening.

import { useEffect, useRef } from 'react'
import { text } from '../../../messages/late/en.ts'
import { useClock } from '../../../state/clock-store.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { loadListings, showListings } from '../../../state/listings/listings-actions.ts'
import { plansOf, useListings } from '../../../state/listings/listings-store.ts'
import { NOT_LOADED } from '../../../state/loadable.ts'
import { LoadedView } from '../../../ui/LoadedView.tsx'
import { Announcements } from '../Announcements.tsx'
import { StageForm } from '../staged/StageForm.tsx'
import { ListingLine } from './ListingLine.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PlanLine } from './PlanLine.tsx'
import { PreflightView } from './PreflightView.tsx'

const words = text.listings

/** The section. */
export function CoinListings({ coinId }: { coinId: string }) {
  const listings = useListings((state) => (state.coinId === coinId ? state.listings : NOT_LOADED))
  const allPlans = useListings((state) => state.plans.value)
  const coin = useCoins((state) => state.detail.value)
  useEffect(() => void showListings(coinId), [coinId])
  // An event comes with a change; that a list was read again and says the same is none, and shows its age.
  const minute = useClock(({ now }) => Math.floor(now / 60_000))
  const shownIn = useRef(minute)
  useEffect(() => {
    if (shownIn.current === minute) return
    shownIn.current = minute
    void loadListings(coinId)
  }, [coinId, minute])
  if (coin?.id !== coinId) return null
  const plans = plansOf(allPlans, coinId)
  return (
    <>
      <section className="block coin-listings" aria-label={words.ofCoin}>
        <h3>{words.ofCoin}</h3>
        {plans.length === 0 ? null : (
          <ul className="plan-lines">
            {plans.map((plan) => (
              <PlanLine key={`${plan.venue} ${plan.market}`} plan={plan} coinName={coin.name} />
            ))}
          </ul>
        )}
        <LoadedView from={listings} onRetry={() => void loadListings(coinId)}>
          {(rows) => {
            // A plan has its own line above. A market of another coin must never be confirmed as this one's.
            const listed = rows.filter((row) => row.source !== 'plan' && row.coinId === coinId)
            return listed.length === 0 ? (
              <p className="muted">{words.none}</p>
            ) : (
              <ul className="listing-lines">
                {listed.map((listing) => (
                  <ListingLine
                    key={`${listing.venue} ${listing.market} ${listing.match} ${listing.accountIds.join()}`}
                    listing={listing}
                    coin={coin}
                  />
                ))}
              </ul>
            )
          }}
        </LoadedView>
        <PlanForm key={coinId} coin={coin} />
        <StageForm key={`${coinId} ${plans[0]?.market} ${plans[0]?.opensAt}`} coin={coin} plan={plans[0]} />
        {plans.length === 0 ? null : <PreflightView coinId={coinId} />}
      </section>
      <Announcements coinId={coinId} />
    </>
  )
}
