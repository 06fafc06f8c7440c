// A small client of the practice exchange for tests. It signs and seals by itself and shares no code with the app.

import { randomUUID } from 'node:crypto'
import { type Request, type Response, send } from './http.ts'
import { CLASSIC, type ExchangeKey, openAnswer, SEALED_TYPE, seal } from './seal.ts'
import { balances, failure, keys, markets, order, type PlacedOrder, prices } from './shapes.ts'
import { makeSigner, type SignatureOptions, type Signer, signed } from './signer.ts'

export interface OrderTerms {
  market: string
  side: 'buy' | 'sell'
  type: 'market' | 'limit'
  timeInForce: 'gtc' | 'ioc' | 'post-only'
  amount: string
  price: string | null
}

export interface PreparedOrder {
  request: Request
  /** What is inside a sealed answer to this request. */
  open(response: Response): unknown
}

export interface Placing {
  status: number
  replayed: boolean
  /** The opened answer. */
  value: unknown
}

export interface PracticeClient {
  url: string
  signer: Signer
  exchangeKey: ExchangeKey
  /** A signed request, ready to send or to spoil. */
  prepare(method: string, path: string, options?: Partial<SignatureOptions>): Request
  /** A sealed and signed order request. `inside` replaces fields of what is sealed. */
  prepareOrder(
    terms: OrderTerms,
    options?: { key?: string; inside?: Record<string, unknown>; signature?: Partial<SignatureOptions> },
  ): Promise<PreparedOrder>
  place(terms: OrderTerms, key?: string): Promise<Placing>
  /** Places an order that must be accepted. */
  accepted(terms: OrderTerms, key?: string): Promise<PlacedOrder>
  /** Places an order that must not be, and gives the code of the refusal. */
  refused(terms: OrderTerms, key?: string): Promise<{ status: number; code: string; replayed: boolean }>
  get(path: string): Promise<Response>
  post(path: string): Promise<Response>
  order(key: string): Promise<PlacedOrder>
  /** Total and free amount of an asset; zero for one that the account never had. */
  balance(asset: string): Promise<{ total: string; free: string }>
  price(market: string): Promise<{ bid: string; ask: string; last: string; at: string }>
}

/** The error code in an answer. Throws when it is none. */
export function codeOf(value: unknown): string {
  return failure.parse(value).error.code
}

/** JSON of a plain answer. */
export function jsonOf(response: Response): unknown {
  return JSON.parse(response.text)
}

/** Registers a new key for `accountId` at the exchange behind `url`. `now` answers epoch milliseconds. */
export async function connect(
  url: string,
  {
    accountId = 'trader',
    now = Date.now,
    suite = CLASSIC,
    registration,
  }: { accountId?: string; now?: () => number; suite?: ExchangeKey['suite']; registration?: string } = {},
): Promise<PracticeClient> {
  const signer = makeSigner(accountId, `key-${randomUUID()}`)
  const bare = (method: string, path: string, body = ''): Request => ({
    method,
    url: `${url}${path}`,
    headers: {},
    body,
  })
  const published = keys.parse(jsonOf(await send(bare('GET', '/v1/keys'))))
  const exchangeKey = published.keys.find((key) => key.suite === suite)
  if (exchangeKey === undefined) throw new Error(`no key of the suite ${suite}`)
  const body = JSON.stringify({ keyId: signer.keyId, publicKey: signer.publicKey, registration })
  const registered = await send(bare('PUT', `/v1/accounts/${accountId}`, body))
  if (registered.status !== 200) throw new Error(registered.text)
  const created = () => Math.floor(now() / 1000)

  const client: PracticeClient = {
    url,
    signer,
    exchangeKey,
    prepare: (method, path, options = {}) => signed(bare(method, path), signer, { created: created(), ...options }),
    prepareOrder: async (terms, { key = randomUUID(), inside = {}, signature = {} } = {}) => {
      const at = signature.created ?? created()
      const names = { keyId: exchangeKey.keyId, suite: exchangeKey.suite, idempotencyKey: key, accountId }
      const content = { ...names, ...terms, ...inside }
      const aad = ['POST', '/v1/orders', key, String(at), `${accountId}/${signer.keyId}`]
      const { body, responseKey } = await seal(exchangeKey, content, aad)
      const request = {
        ...bare('POST', '/v1/orders', body),
        headers: { 'idempotency-key': key, 'content-type': SEALED_TYPE },
      }
      return {
        request: signed(request, signer, { created: at, ...signature }),
        open: (response) => openAnswer(response, responseKey, key),
      }
    },
    place: async (terms, key) => {
      const prepared = await client.prepareOrder(terms, key === undefined ? {} : { key })
      const response = await send(prepared.request)
      const replayed = response.headers['idempotent-replayed'] === 'true'
      return { status: response.status, replayed, value: prepared.open(response) }
    },
    accepted: async (terms, key) => {
      const { status, value } = await client.place(terms, key)
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(value)}`)
      return order.parse(value)
    },
    refused: async (terms, key) => {
      const { status, replayed, value } = await client.place(terms, key)
      return { status, code: codeOf(value), replayed }
    },
    get: (path) => send(client.prepare('GET', path)),
    post: (path) => send(client.prepare('POST', path)),
    order: async (key) => order.parse(jsonOf(await client.get(`/v1/orders/${key}`))),
    balance: async (asset) => {
      const all = balances.parse(jsonOf(await client.get('/v1/balances'))).balances
      const { total, free } = all.find((entry) => entry.asset === asset) ?? { total: '0', free: '0' }
      return { total, free }
    },
    price: async (market) => {
      const all = prices.parse(jsonOf(await send(bare('GET', '/v1/prices')))).prices
      const found = all.find((entry) => entry.market === market)
      if (found === undefined) throw new Error(`${market} has no price`)
      return found
    },
  }
  return client
}

/** The markets of the exchange behind `url`. */
export async function marketsOf(url: string): Promise<ReturnType<typeof markets.parse>['markets']> {
  return markets.parse(jsonOf(await send({ method: 'GET', url: `${url}/v1/markets`, headers: {}, body: '' }))).markets
}
