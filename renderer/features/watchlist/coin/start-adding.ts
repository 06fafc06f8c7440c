// Opens the form for a new coin. Apart from what stores it, which is loaded with the form.

import { goTo } from '../../../state/route-actions.ts'

export const ADD_COIN_ID = 'add-coin'

/** Opens it beside the watchlist. */
export function startAdding(): void {
  goTo({ screen: 'watchlist', coinId: null, adding: true })
}
