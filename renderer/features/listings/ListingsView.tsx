// Planned listings, staged orders and listing events, one below the other.

import { useEffect } from 'react'
import { text } from '../../messages/late/en.ts'
import { loadEarlierEvents, loadEvents, loadPlans } from '../../state/listings/listings-actions.ts'
import { useListings } from '../../state/listings/listings-store.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { ScreenLink } from '../../ui/ScreenLink.tsx'
import { EmptyState } from '../../ui/StateView.tsx'
import { Announcements } from './Announcements.tsx'
import { EventTable } from './EventTable.tsx'
import { PlanTable } from './PlanTable.tsx'
import { StagedOrders } from './staged/StagedOrders.tsx'

const words = text.listings

function Plans() {
  const plans = useListings((state) => state.plans)
  return (
    <section className="block" aria-label={words.plans}>
      <h2>{words.plans}</h2>
      <LoadedView from={plans} onRetry={() => void loadPlans()}>
        {(list) => (list.length === 0 ? <p className="muted">{words.plansNone}</p> : <PlanTable plans={list} />)}
      </LoadedView>
    </section>
  )
}

function Events() {
  const events = useListings((state) => state.events)
  const hasMore = useListings((state) => state.next !== null)
  return (
    <section className="block" aria-label={words.events}>
      <h2>{words.events}</h2>
      <LoadedView from={events} onRetry={() => void loadEvents()}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.eventsNone} help={words.eventsNoneHelp}>
              <ScreenLink screen="settings" className="button">
                {words.toSettings}
              </ScreenLink>
            </EmptyState>
          ) : (
            <EventTable events={list} />
          )
        }
      </LoadedView>
      {hasMore ? (
        <button type="button" className="button" onClick={() => void loadEarlierEvents()}>
          {words.earlier}
        </button>
      ) : null}
    </section>
  )
}

/** The view. */
export function ListingsView() {
  useEffect(() => void Promise.all([loadPlans(), loadEvents()]), [])
  return (
    <>
      <Plans />
      <StagedOrders />
      <Events />
      <Announcements coinId={null} />
    </>
  )
}
