// The table of resources. A path that is not in it does not exist.

import { ID_PATTERN } from '../accounts.ts'
import { IDEMPOTENCY_KEY_PATTERN } from '../trading/payload.ts'

export type Route =
  | { resource: 'keys' }
  | { resource: 'markets' }
  | { resource: 'prices' }
  | { resource: 'register'; accountId: string }
  | { resource: 'balances' }
  | { resource: 'place' }
  | { resource: 'open-orders' }
  | { resource: 'order'; key: string }
  | { resource: 'void'; key: string }
  | { resource: 'cancel'; key: string }

function fixedRoute(request: string): Route | null {
  switch (request) {
    case 'GET /v1/keys':
      return { resource: 'keys' }
    case 'GET /v1/markets':
      return { resource: 'markets' }
    case 'GET /v1/prices':
      return { resource: 'prices' }
    case 'GET /v1/balances':
      return { resource: 'balances' }
    case 'POST /v1/orders':
      return { resource: 'place' }
    case 'GET /v1/orders':
      return { resource: 'open-orders' }
    default:
      return null
  }
}

function keyRoute(method: string, key: string, action: string | undefined): Route | null {
  if (!IDEMPOTENCY_KEY_PATTERN.test(key)) return null
  if (method === 'GET' && action === undefined) return { resource: 'order', key }
  if (method === 'POST' && (action === 'void' || action === 'cancel')) return { resource: action, key }
  return null
}

/** The resource that `method` and `path` (without query) name, or `null`. */
export function routeOf(method: string, path: string): Route | null {
  const fixed = fixedRoute(`${method} ${path}`)
  if (fixed !== null) return fixed
  const [, version, collection, id = '', action, ...rest] = path.split('/')
  if (version !== 'v1' || rest.length > 0) return null
  if (collection === 'accounts' && method === 'PUT' && action === undefined && ID_PATTERN.test(id)) {
    return { resource: 'register', accountId: id }
  }
  return collection === 'orders' ? keyRoute(method, id, action) : null
}
