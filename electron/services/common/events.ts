// What the backend tells its listeners. A listener that throws harms neither the others nor the teller.

import type { Events } from '../../../shared/contract/contract.ts'

/** Events by name, and what each carries. */
export interface Hub<E> {
  /** Tells every listener, in the order in which they came. */
  emit<K extends keyof E & string>(event: K, payload: E[K]): void
  /** As `emit`; resolves when everything that the listeners began is over. Never rejects. */
  emitAndWait<K extends keyof E & string>(event: K, payload: E[K]): Promise<void>
  on<K extends keyof E & string>(event: K, listener: (payload: E[K]) => unknown): () => void
  listeners(event: keyof E & string): number
}

/** Builds a hub without listeners. `failed` is told what a listener threw or rejected with. */
export function createHub<E>(failed: (event: string, error: unknown) => void): Hub<E> {
  // What `on` and `emit` agree on by the event's name, a map of all events cannot say.
  const byEvent = new Map<string, Set<(payload: never) => unknown>>()
  const tell = async (event: string, listener: () => unknown) => {
    try {
      await listener()
    } catch (error) {
      failed(event, error)
    }
  }
  const tellAll = <K extends keyof E & string>(event: K, payload: E[K]): Promise<void>[] => {
    const begun: Promise<void>[] = []
    for (const listener of byEvent.get(event) ?? []) begun.push(tell(event, () => listener(payload as never)))
    return begun
  }
  return {
    emit: (event, payload) => void tellAll(event, payload),
    emitAndWait: async (event, payload) => {
      await Promise.all(tellAll(event, payload))
    },
    on: (event, listener) => {
      const listeners = byEvent.get(event) ?? new Set()
      listeners.add(listener)
      byEvent.set(event, listeners)
      return () => void listeners.delete(listener)
    },
    listeners: (event) => byEvent.get(event)?.size ?? 0,
  }
}

/** What the page sees. A page names events in its own words, so a listener may wait for one that never comes. */
export interface EventHub extends Pick<Hub<Events>, 'emit' | 'listeners'> {
  on(event: string, listener: (payload: unknown) => void): () => void
}

/** Builds a hub. `onListen` is told after each new listener, so that polls run only while somebody watches. */
export function createEventHub(onListen: (event: string) => void): EventHub {
  // The listener's own failure; it has no way to answer.
  const hub = createHub<Record<string, unknown>>(() => {})
  return {
    emit: hub.emit,
    listeners: hub.listeners,
    on: (event, listener) => {
      const stop = hub.on(event, listener)
      onListen(event)
      return stop
    },
  }
}

type Aftermath = 'coins.changed' | 'airdrops.changed' | 'portfolio.changed' | 'app.changed'

/** A coin's name and early flag are part of the portfolio, and of the limits that hold there. */
const COIN_IN_PORTFOLIO: readonly Aftermath[] = ['coins.changed', 'portfolio.changed']

const AFTER: Readonly<Record<string, readonly Aftermath[]>> = {
  'coins.save': COIN_IN_PORTFOLIO,
  'coins.remove': COIN_IN_PORTFOLIO,
  'coins.markMany': ['coins.changed'],
  'coins.removeMany': COIN_IN_PORTFOLIO,
  'listFile.commit': ['coins.changed', 'airdrops.changed', 'portfolio.changed'],
  'watchlist.set': ['coins.changed'],
  'notes.save': ['coins.changed'],
  'tags.set': ['coins.changed'],
  // For a coin of the trader's own they are its claim, and say whether it is listed.
  'coinFacts.save': ['coins.changed', 'airdrops.changed', 'portfolio.changed'],
  'coinFacts.remove': ['coins.changed', 'airdrops.changed', 'portfolio.changed'],
  'airdrops.save': ['coins.changed', 'airdrops.changed'],
  'airdrops.remove': ['coins.changed', 'airdrops.changed'],
  'airdrops.claim': ['coins.changed', 'airdrops.changed', 'portfolio.changed'],
  'holdings.save': ['portfolio.changed'],
  'holdings.remove': ['portfolio.changed'],
  'criteria.mark': ['coins.changed'],
  'criteria.remove': ['coins.changed'],
  'undo.run': ['coins.changed', 'airdrops.changed', 'portfolio.changed'],
  'import.commit': ['portfolio.changed'],
  'import.undo': ['portfolio.changed'],
  'ledger.save': ['portfolio.changed'],
  'ledger.remove': ['portfolio.changed'],
  'transfers.confirm': ['portfolio.changed'],
  'transfers.undo': ['portfolio.changed'],
  'rules.save': ['portfolio.changed'],
  // What a holding is, and whose limit counts it.
  'listings.confirm': ['portfolio.changed'],
  'orders.halt': ['app.changed'],
  'orders.resume': ['app.changed'],
}

/** The events that every window is owed after an operation succeeded. Orders tell of themselves. */
export function eventsAfter(operation: unknown): readonly Aftermath[] {
  return typeof operation === 'string' && Object.hasOwn(AFTER, operation) ? (AFTER[operation] ?? []) : []
}
