// Which fields each exchange documents for an order and its cancel, and what is wrong with a request. The stand-ins refuse
// in their own words. It shares nothing with the descriptions that the app holds its requests against.

import type { VenueRequest } from './server.ts'

export interface Problem {
  kind: 'unknown' | 'missing' | 'type' | 'twice' | 'not-required' | 'content-type'
  name: string
}

/** A name with `?` may be left out. Values are texts, but for those named in `flags` and `groups`. */
interface Form {
  names: string
  flags?: readonly string[]
  groups?: Readonly<Record<string, Form>>
}

const FORMS: Readonly<Record<string, Form>> = {
  'binance order': {
    names:
      'symbol side type quantity? quoteOrderQty? price? timeInForce? newClientOrderId? strategyId? strategyType? stopPrice? trailingDelta? icebergQty? newOrderRespType? selfTradePreventionMode? recvWindow? timestamp signature',
  },
  'binance cancel': {
    names: 'symbol orderId? origClientOrderId? newClientOrderId? cancelRestrictions? recvWindow? timestamp signature',
  },
  'kraken order': {
    names:
      'nonce ordertype type volume pair userref? cl_ord_id? displayvol? asset_class? price? price2? trigger? leverage? reduce_only? stptype? oflags? timeinforce? starttm? expiretm? deadline? validate?',
  },
  'kraken cancel': { names: 'nonce txid? cl_ord_id?' },
  'coinbase order': {
    names:
      'client_order_id product_id side order_configuration leverage? margin_type? preview_id? attached_order_configuration?',
    groups: {
      order_configuration: {
        names: 'market_market_ioc? sor_limit_ioc? limit_limit_gtc? stop_limit_stop_limit_gtc?',
        groups: {
          market_market_ioc: { names: 'quote_size? base_size?' },
          sor_limit_ioc: { names: 'quote_size? base_size? limit_price' },
          limit_limit_gtc: { names: 'quote_size? base_size? limit_price post_only?', flags: ['post_only'] },
          stop_limit_stop_limit_gtc: { names: 'base_size limit_price stop_price stop_direction' },
        },
      },
    },
  },
  'bybit order': {
    names:
      'category symbol side orderType qty isLeverage? marketUnit? slippageToleranceType? slippageTolerance? price? triggerDirection? orderFilter? triggerPrice? triggerBy? orderIv? timeInForce? positionIdx? orderLinkId? takeProfit? stopLoss? smpType? mmp? tpslMode?',
  },
  'bybit cancel': { names: 'category symbol orderId? orderLinkId? orderFilter?' },
  'okx order': {
    names:
      'instId tdMode side ordType sz ccy? clOrdId? tag? posSide? px? tgtCcy? stpMode? tradeQuoteCcy? pxAmendType? banAmend?',
  },
  'okx cancel': { names: 'instId ordId? clOrdId?' },
}

/** The first thing that is wrong; `null` where nothing is. `form` is `binance order` and the like. */
export function formProblem(form: string, request: VenueRequest): Problem | null {
  const described = FORMS[form]
  if (described === undefined) throw new Error(form)
  const isJson = /^(coinbase|bybit|okx)/.test(form)
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  if (request.body !== '' && request.headers['content-type'] !== type) return { kind: 'content-type', name: type }
  return isJson ? jsonProblem(described, JSON.parse(request.body)) : textProblem(described, request.fields)
}

const namesOf = ({ names }: Form) => names.split(' ').map((name) => name.replace('?', ''))
const neededOf = ({ names }: Form) => names.split(' ').filter((name) => !name.endsWith('?'))

function textProblem(form: Form, fields: URLSearchParams): Problem | null {
  const names = [...fields.keys()]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return { kind: 'twice', name: twice }
  return nameProblem(form, names) ?? null
}

function nameProblem(form: Form, names: string[]): Problem | null {
  const unknown = names.find((name) => !namesOf(form).includes(name))
  if (unknown !== undefined) return { kind: 'unknown', name: unknown }
  const missing = neededOf(form).find((name) => !names.includes(name))
  return missing === undefined ? null : { kind: 'missing', name: missing }
}

function jsonProblem(form: Form, body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { kind: 'type', name: 'body' }
  const problem = nameProblem(form, Object.keys(body))
  if (problem !== null) return problem
  for (const [name, value] of Object.entries(body)) {
    const group = form.groups?.[name]
    if (group !== undefined) {
      const inner = jsonProblem(group, value)
      if (inner !== null) return inner
    } else if (typeof value !== (form.flags?.includes(name) === true ? 'boolean' : 'string') || value === '') {
      return { kind: 'type', name }
    }
  }
  return null
}
