// What the fake exchanges tell of a key, where the real ones have a call for that, and the account that they say it belongs to.

import type { Dialect, VenueReply } from './server.ts'
import type { KeyInfo, KeyTelling } from './stand-in.ts'

/** Its own answer to a path that it does not know, which comes after its look at the signature. */
function isUnknown({ status, body }: VenueReply): boolean {
  return status === 404 || /Unknown method|"retCode":10001/.test(JSON.stringify(body))
}

/** The words of an exchange together with what it tells of keys that it knows. */
export function withKeyInfo(own: KeyTelling | null, dialect: Dialect, info: KeyInfo): Dialect {
  if (own === null) return dialect
  return {
    ...dialect,
    handle: (request, engine) => {
      const reply = dialect.handle(request, engine)
      if (request.path === own.path) return isUnknown(reply) ? own.tells(info) : reply
      if (request.path !== own.account?.path || reply.status !== 200 || info.account === null) return reply
      return { ...reply, body: { ...(reply.body as object), [own.account.name]: Number(info.account) } }
    },
  }
}
