// The permit of an order that nothing speaks against.

import type { SendLimit, SendPermit } from '../../electron/ports/system.ts'

export const NO_LIMIT: SendLimit = { at: 0, until: Number.MAX_SAFE_INTEGER, withinMs: Number.MAX_SAFE_INTEGER }
export const PERMIT: SendPermit = { limit: NO_LIMIT, problem: () => null }
