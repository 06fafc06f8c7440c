// What the backend tells its listeners. A listener that throws harms neither the others nor the teller.

import type { EventName, Events } from '../../../shared/contract/contract.ts'

export interface EventHub {
  emit<E extends EventName>(event: E, payload: Events[E]): void
  on(event: string, listener: (payload: unknown) => void): () => void
  listeners(event: EventName): number
}

/** Builds a hub. `onListen` is told after each new listener, so that polls run only while somebody watches. */
export function createEventHub(onListen: (event: string) => void): EventHub {
  const byEvent = new Map<string, Set<(payload: unknown) => void>>()
  return {
    emit: (event, payload) => {
      for (const listener of byEvent.get(event) ?? []) {
        try {
          listener(payload)
        } catch {
          // The listener's own failure; it has no way to answer.
        }
      }
    },
    on: (event, listener) => {
      const listeners = byEvent.get(event) ?? new Set()
      listeners.add(listener)
      byEvent.set(event, listeners)
      onListen(event)
      return () => void listeners.delete(listener)
    },
    listeners: (event) => byEvent.get(event)?.size ?? 0,
  }
}

type Aftermath = 'coins.changed' | 'portfolio.changed' | 'app.changed'

/** A coin's name and early flag are part of the portfolio, and of the limits that hold there. */
const COIN_IN_PORTFOLIO: readonly Aftermath[] = ['coins.changed', 'portfolio.changed']

const AFTER: Readonly<Record<string, readonly Aftermath[]>> = {
  'coins.save': COIN_IN_PORTFOLIO,
  'coins.remove': COIN_IN_PORTFOLIO,
  'watchlist.set': ['coins.changed'],
  'notes.save': ['coins.changed'],
  'tags.set': ['coins.changed'],
  'airdrops.save': ['coins.changed'],
  'holdings.save': ['portfolio.changed'],
  'holdings.remove': ['portfolio.changed'],
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
