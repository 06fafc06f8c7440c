// A value that comes from the backend: what is known, whether it is being asked for, and why the last try failed.

import type { AppError } from '../../shared/result.ts'
import { asAppError } from '../api.ts'
import type { Requests } from './requests.ts'

export interface Loadable<T> {
  /** The last known value; a later failure keeps it. */
  value: T | null
  error: AppError | null
  loading: boolean
}

export const NOT_LOADED: Loadable<never> = { value: null, error: null, loading: false }

type Put<T> = (step: Partial<Loadable<T>>) => void

/**
 * Asks, and reports each step through `put` while the answer counts. Never throws; answers the value, or null when it
 * failed or was overtaken.
 */
export async function load<T>(of: Requests, put: Put<T>, ask: () => Promise<T>): Promise<T | null> {
  const isCurrent = of.begin()
  put({ loading: true })
  try {
    const value = await ask()
    if (!isCurrent()) return null
    put({ value, error: null, loading: false })
    return value
  } catch (thrown) {
    if (isCurrent()) put({ error: asAppError(thrown), loading: false })
    return null
  }
}

/** Takes in a value that came by itself, as news or as another operation's answer: it is newer than what is being asked for. */
export function take<T>(of: Requests, put: Put<T>, value: T): void {
  of.begin()
  put({ value, error: null, loading: false })
}
