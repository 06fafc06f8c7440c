// The shapes of what is asked of markets, and which coin each of them trades. Limits are named, unknown fields are refused.

import { z } from 'zod'

/** The name of an exchange, as in the list of them. */
export const venue = z.string().regex(/^[a-z0-9]{1,32}$/)
