// Gate's rows of orders, over REST and in its stream.

import type { Engine, FakeOrder } from '../engine.ts'

const STATUS = { open: 'open', filled: 'closed', canceled: 'cancelled' } as const
const IN_FORCE = { gtc: 'gtc', ioc: 'ioc', 'post-only': 'poc' } as const

function finishOf({ status, timeInForce }: FakeOrder): string {
  if (status === 'open') return 'open'
  if (status === 'filled') return 'filled'
  return timeInForce === 'gtc' ? 'cancelled' : IN_FORCE[timeInForce]
}

const terms = (order: FakeOrder) => ({
  id: String(order.orderId),
  text: order.key === '' ? 'apiv4' : order.key,
  amend_text: '-',
  create_time: String(Math.floor(order.at / 1_000)),
  update_time: String(Math.floor(order.at / 1_000)),
  currency_pair: order.market.replace('/', '_'),
  type: order.type,
  account: 'spot',
  side: order.side,
  amount: String(order.amount),
  price: String(order.price ?? 0),
  time_in_force: IN_FORCE[order.timeInForce],
  iceberg: '0',
  left: String(order.amount - order.filled),
  filled_amount: String(order.filled),
  filled_total: String(order.cost),
  avg_deal_price: order.filled === 0 ? '0' : String(order.cost / order.filled),
  fee_currency: order.market.split('/')[order.side === 'buy' ? 0 : 1],
  point_fee: '0',
  rebated_fee: '0',
  rebated_fee_currency: 'USDT',
  stp_id: 0,
  stp_act: '-',
  finish_as: finishOf(order),
})

/** A row of a list, or of an answer about one order. */
export function shownOrder(engine: Engine, order: FakeOrder): object {
  const paid = engine.trades
    .filter(({ orderId }) => orderId === order.orderId)
    .reduce((sum, { amount, price }) => sum + amount * price * 0.001, 0)
  return {
    ...terms(order),
    create_time_ms: order.at,
    update_time_ms: order.at,
    status: STATUS[order.status],
    fill_price: String(order.cost),
    fee: '0',
    gt_fee: String(paid),
    gt_maker_fee: '0',
    gt_taker_fee: '0.0005',
    gt_discount: true,
  }
}

const EVENT = (order: FakeOrder) => (order.status !== 'open' ? 'finish' : order.filled > 0 ? 'update' : 'put')

/** A row of the stream, which has an event and no status. */
export const toldOrder = (order: FakeOrder): object => ({
  ...terms(order),
  create_time_ms: String(order.at),
  update_time_ms: String(order.at),
  user: 1001,
  event: ['open', 'filled', 'canceled'].includes(order.status) ? EVENT(order) : order.status,
  fee: '0',
  gt_fee: '0',
  biz_info: '-',
})
