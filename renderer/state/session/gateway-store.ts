// By which identity the gateway of the chosen account is known.

import { create } from 'zustand'
import type { GatewayIdentity } from '../../../shared/accounts.ts'
import { type Loadable, NOT_LOADED } from '../loadable.ts'

interface GatewayState {
  identity: Loadable<GatewayIdentity>
  put: (step: Partial<Loadable<GatewayIdentity>>) => void
}

export const useGateway = create<GatewayState>()((set) => ({
  identity: NOT_LOADED,
  put: (step) => set((state) => ({ identity: { ...state.identity, ...step } })),
}))
