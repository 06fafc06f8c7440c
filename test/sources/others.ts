// DefiLlama, CoinGecko, Token Metrics and CryptoRank as their documents show them, with what catches a careless reader: numbers
// as numbers and as texts, a coin without a price, two tokens of one symbol, a link that ends in nothing.

import type { Handle, SourceReply } from './server.ts'
import { AT_MS } from './venues.ts'

const AT_S = AT_MS / 1_000
export const ADDRESS = '0x0F81001eF0A83ecCE5ccebf63EB302c70a39a654'

export interface OtherState {
  price: string
  /** The one key that is taken. */
  key: string
}

export const otherState = (): OtherState => ({ price: '0.1234567890123456789', key: 'CG-right-key-0001' })

/** An address that it does not know is missing from the answer; numbers stand as numbers. */
export const llama =
  (state: OtherState): Handle =>
  ({ path }) => {
    const name = `ethereum:${ADDRESS}`
    const isAsked = decodeURIComponent(path).toLowerCase().includes(ADDRESS.toLowerCase())
    if (path.startsWith('/prices/current/')) {
      const row = `{"decimals":18,"symbol":"DOLO","price":${state.price},"timestamp":${AT_S},"confidence":0.99}`
      return { body: isAsked ? `{"coins":{"${name}":${row}}}` : '{"coins":{}}' }
    }
    if (path.startsWith('/chart/')) {
      const point = `{"timestamp":${AT_S - 60},"price":${state.price}}`
      return { body: `{"coins":{"${name}":{"symbol":"DOLO","confidence":0.99,"decimals":18,"prices":[${point}]}}}` }
    }
    return { status: 404, body: '<html>Not Found</html>', type: 'text/html' }
  }

/** The key stands in the header of the plan; the other header is that of the other host. */
export const gecko =
  (state: OtherState, plan: 'demo' | 'pro' = 'demo'): Handle =>
  ({ path, headers, query }) => {
    const own = headers[`x-cg-${plan}-api-key`]
    const other = headers[`x-cg-${plan === 'pro' ? 'demo' : 'pro'}-api-key`]
    if (own === undefined && other !== undefined) {
      const code = plan === 'pro' ? 10_011 : 10_010
      return {
        status: 400,
        body: { error_code: code, status: { error_message: 'If you are using the other API key' } },
      }
    }
    if (own !== state.key) {
      const status = {
        timestamp: '2026-05-17T00:00:00.000+00:00',
        error_code: 10_002,
        error_message: 'API Key Missing',
      }
      return { status: 401, body: { status } }
    }
    return geckoAnswer(state, path.replace('/api/v3', ''), query)
  }

function geckoAnswer(state: OtherState, below: string, query: URLSearchParams): SourceReply {
  if (below === '/key') {
    const credits = { monthly_call_credit: 500_000, current_total_monthly_calls: 1_200 }
    return { body: { plan: 'Analyst', rate_limit_request_per_minute: 500, ...credits } }
  }
  if (below === '/coins/markets') {
    if (query.get('vs_currency') === null) return { status: 422, body: { error: 'Missing parameter vs_currency' } }
    const more = '"market_cap":12345678.9,"market_cap_rank":700,"fully_diluted_valuation":null,"total_volume":1e6'
    const rest = `${more},"high_24h":0.13,"low_24h":0.11,"price_change_percentage_24h":-3.5,"circulating_supply":1E8`
    const row = `{"id":"dolomite","symbol":"dolo","name":"Dolomite","current_price":${state.price},${rest},"total_supply":null,"max_supply":null,"ath":0.5,"ath_date":"2026-05-01T00:00:00.000Z","last_updated":"2026-11-23T11:59:30.000Z"}`
    return { body: `[${row},{"id":"bitcoin","symbol":"btc","current_price":null}]` }
  }
  if (below.startsWith('/coins/ethereum/contract/') || below === '/coins/dolomite') {
    if (below.includes('/contract/') && !below.toLowerCase().endsWith(ADDRESS.toLowerCase())) {
      return { status: 404, body: { error: 'coin not found' } }
    }
    const links = {
      homepage: ['https://dolomite.io', 'javascript:alert(1)', ''],
      blockchain_site: ['http://plain.example'],
    }
    const page = { id: 'dolomite', symbol: 'dolo', platforms: { ethereum: ADDRESS }, categories: ['DeFi'], links }
    return { body: { ...page, preview_listing: false, public_notice: null } }
  }
  if (below === '/coins/dolomite/ohlc') return { body: `[[${AT_MS - 60_000},0.1,0.3,0.09,${state.price}]]` }
  return { status: 404, body: { error: 'coin not found' } }
}

/** Which style the fields are in, and whether its pages go on. */
export interface MetricsState extends OtherState {
  style: 'v2' | 'v3'
  /** Two tokens at one address: the filter was not heeded. */
  ambiguous: boolean
  /** One token at every address: the filter was not heeded. */
  deaf?: boolean
  /** The one version that there is; without it both are. */
  only?: 'v2' | 'v3'
  /** Grades take two pages, the newest on the second; `same`: every page is the first. */
  pages?: 'two' | 'same'
}

const REFUSED: SourceReply = { status: 401, body: { success: false, message: 'Invalid API key' } }

/** Its errors are assumed. */
export const metrics =
  (state: MetricsState): Handle =>
  ({ path, headers, query }) => {
    if (headers['x-api-key'] !== state.key) return REFUSED
    const [, version, below = ''] = path.split('/')
    if (state.only !== undefined && version !== state.only) return { status: 404, body: { message: 'Not Found' } }
    if (below === 'tm-grade' && state.pages !== undefined && (query.get('page') === '1' || state.pages === 'same')) {
      return metricsAnswer(state, 'old-grades')
    }
    return metricsAnswer(state, below, query.get('blockchain_address')?.split(':')[1])
  }

function metricsAnswer(state: MetricsState, below: string, address = ADDRESS): SourceReply {
  const isOld = state.style === 'v2'
  const named = (row: Record<string, unknown>) =>
    isOld ? Object.fromEntries(Object.entries(row).map(([name, value]) => [oldName(name), value])) : row
  const told = (rows: Record<string, unknown>[]): SourceReply => ({
    body: { success: true, message: 'ok', length: rows.length, data: rows.map(named) },
  })
  const own = { token_id: isOld ? 3_988 : '3988', token_name: 'Dolomite', token_symbol: 'DOLO' }
  if (below === 'tokens') {
    const other = { token_id: 17_528, token_name: 'Another', token_symbol: 'DOLO' }
    if (state.ambiguous) return told([own, other])
    // Each address is another token's; one that is said not to heed the filter tells the same of each.
    const isOwn = state.deaf === true || address.toLowerCase() === ADDRESS.toLowerCase()
    return told([isOwn ? own : { token_id: tokenOf(address), token_name: 'Another', token_symbol: 'ANY' }])
  }
  const old = { ...own, date: '2026-11-22' }
  const now = { ...own, date: '2026-11-23T00:00:00.000Z' }
  // Another token of the same symbol stands between the rows.
  const stranger = { token_id: 17_528, token_symbol: 'DOLO', tm_grade: 99, date: '2026-11-24' }
  if (below === 'old-grades') {
    const day = (back: number) => new Date(AT_MS - (back + 2) * 86_400_000).toISOString()
    return told(Array.from({ length: 100 }, (_, back) => ({ ...own, date: day(back), tm_grade: 5 })))
  }
  if (below === 'price') return told([{ ...own, current_price: isOld ? '0.125' : 0.125 }])
  if (below === 'tm-grade') {
    const grade = { tm_grade: isOld ? '71.25' : 71.25, tm_grade_signal: 'Buy', momentum: 'Holding Steady' }
    const change = isOld ? { TM_GRADE_24h_PCT_CHANGE: '1.5' } : { tm_grade_24_h_pct_change: 1.5 }
    return told([{ ...old, tm_grade: 12 }, stranger, { ...now, ...grade, ...change, fundamental_grade: '64' }])
  }
  if (below === 'technology-grade')
    return told([{ ...now, technology_grade: 55, activity_score: '40', security_score: null }])
  if (below === 'fundamental-grade') return told([{ ...now, fundamental_grade_class: 'emerging' }])
  if (below === 'trading-signals') {
    return told([{ ...now, trading_signal: -1, tm_link: 'https://app.tokenmetrics.com/undefined' }])
  }
  return { status: 404, body: { success: false, message: 'Not found' } }
}

const tokenOf = (address: string): number =>
  [...address].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0) % 9_973

const oldName = (name: string): string => (/[A-Z]/.test(name) ? name : name.toUpperCase())

export const rank =
  (state: OtherState): Handle =>
  ({ path, headers }) => {
    if (headers['x-api-key'] !== state.key) {
      return { status: 401, body: { error: { code: 'API_KEY_INVALID', message: 'Invalid API key', status: 401 } } }
    }
    if (path !== '/v3/status')
      return { status: 404, body: { error: { code: 'NOT_FOUND', message: 'No', status: 404 } } }
    const credits = { dailyLimit: 400, dailyUsed: 12, dailyRemaining: 388, monthlyLimit: 10_000, monthlyUsed: 300 }
    return { body: { plan: 'sandbox', rateLimitPerMinute: 20, credits: { ...credits, monthlyRemaining: 9_700 } } }
  }
