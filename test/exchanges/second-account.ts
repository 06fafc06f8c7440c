// A second account at the same fake exchange, with orders and balances of its own: which one a request is about, its key says.

import type { Fake } from './all.ts'
import { otherKey } from './common/other-key.ts'
import type { Engine } from './engine.ts'

const THIRD = '-other'
const ACCOUNT = '1002'

/** The key of the second account. */
export const secondAccountKey = <K extends { apiKey: string }>({ key }: { key: K }): K => ({
  ...key,
  apiKey: key.apiKey + THIRD,
})

/** The exchange with both accounts; `engine` is asked for the second one's truth. */
export function withSecondAccount(fake: Fake, engine: () => Engine): Fake {
  const { dialect, standIn } = fake
  const [own, third] = [otherKey(fake).apiKey, secondAccountKey(fake).apiKey]
  return {
    ...fake,
    dialect: {
      ...dialect,
      handle: (request, first) => {
        if (standIn.naming.named(request) !== third) return dialect.handle(request, first)
        const reply = dialect.handle(standIn.naming.renamed(request, own), engine())
        // Where it tells whose the key is.
        const body = JSON.parse(JSON.stringify(reply.body).replaceAll(/\b1001\b/g, ACCOUNT))
        return { ...reply, body }
      },
    },
  }
}
