// What a shell has asked the backend for before the page was there: what the first screen is drawn from, in the document and
// by the page that takes it over.

import type { Settings } from '../../shared/app.ts'
import type { Coin } from '../../shared/coin.ts'
import type { Views } from '../../shared/list/views.ts'
import { useCoins } from './coins/coins-store.ts'
import { viewsOf } from './coins/views-actions.ts'
import { useViews } from './coins/views-store.ts'
import { useSession } from './session/session-store.ts'

export interface FirstAnswers {
  /** Null where there are so many that only those in sight are drawn, and what is in sight is known to the page alone. */
  coins: Coin[] | null
  settings: Settings
  /** How the list is sorted and its columns stand. */
  views: Views
}

/** The element of the document that holds them. */
const ELEMENT = 'first-answers'

/** Takes the answers out of the document; null in one that has none. */
export function takeFirstAnswers(): FirstAnswers | null {
  const element = document.getElementById(ELEMENT)
  if (element === null) return null
  element.remove()
  // The shell that wrote it is the page's own, and took it from the operations' answers.
  return JSON.parse(element.textContent) as FirstAnswers
}

/**
 * Has the stores begin with them. A drawing without a window, and the first one in a window that takes it over, show what
 * stores begin with; and both must be the same.
 */
export function beginWith({ coins, settings, views }: FirstAnswers): void {
  Object.assign(useSession.getInitialState(), { settings })
  useSession.setState({ settings })
  Object.assign(useViews.getInitialState(), viewsOf(views))
  useViews.setState(viewsOf(views))
  const list = { value: coins, error: null, loading: false }
  Object.assign(useCoins.getInitialState(), { coins: list })
  useCoins.setState({ coins: list })
}
