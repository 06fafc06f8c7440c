// A second account at the same fake exchange, with orders and balances of its own: which one a request is about, its key says.

import type { Fake } from './all.ts'
import type { Engine } from './engine.ts'
import { otherKey } from './other-key.ts'
import type { VenueRequest } from './server.ts'

const THIRD = '-other'
const ACCOUNT = '1002'

/** The key of the second account. */
export const secondAccountKey = <K extends { apiKey: string }>({ key }: { key: K }): K => ({
  ...key,
  apiKey: key.apiKey + THIRD,
})

const HEADERS = ['x-mbx-apikey', 'x-mexc-apikey', 'api-key', 'ok-access-key', 'x-bapi-api-key'] as const

function nameIn({ headers }: VenueRequest): string {
  const token = headers['authorization']?.split('.')[1]
  if (token !== undefined) return String(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')).sub)
  return HEADERS.map((name) => headers[name]).find((name) => name !== undefined) ?? ''
}

/** The exchange with both accounts; `engine` is asked for the second one's truth. */
export function withSecondAccount(fake: Fake, engine: () => Engine): Fake {
  const { dialect } = fake
  const [own, third] = [otherKey(fake).apiKey, secondAccountKey(fake).apiKey]
  return {
    ...fake,
    dialect: {
      ...dialect,
      handle: (request, first) => {
        if (nameIn(request) !== third) return dialect.handle(request, first)
        const reply = dialect.handle(renamed(request, own), engine())
        // Where it tells whose the key is.
        const body = JSON.parse(JSON.stringify(reply.body).replaceAll(/\b1001\b/g, ACCOUNT))
        return { ...reply, body }
      },
    },
  }
}

/** The same request under another key of the same secret; where the name is signed as well, it stays. */
function renamed(request: VenueRequest, name: string): VenueRequest {
  const headers = { ...request.headers }
  for (const header of HEADERS) if (headers[header] !== undefined && header !== 'x-bapi-api-key') headers[header] = name
  return { ...request, headers }
}
