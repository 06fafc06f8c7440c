// The panels beside the watchlist, which are loaded after it was painted.

import { lateView } from '../../../ui/late/late-view.ts'

export const COIN_PANEL = lateView(async () => (await import('./CoinPanel.tsx')).CoinPanel)
export const ADD_COIN_PANEL = lateView(async () => (await import('./AddCoinPanel.tsx')).AddCoinPanel)
