// A ccxt of tomorrow, or one that was led astray: its calls are changed below the app, for one test.

import { onTestFinished } from 'vitest'
import { FAKES } from '../exchanges/all.ts'

type Call = (this: unknown, ...args: unknown[]) => unknown
type Around = (call: (args: unknown[]) => unknown, args: unknown[]) => unknown

/** Puts `around` about a method of ccxt's class for this venue. The answer takes it away again, as does the test's end. */
export async function tamper(venue: string, method: 'createOrder' | 'sign', around: Around): Promise<() => void> {
  const file = new URL(`./src/${venue}.js`, import.meta.resolve('ccxt'))
  const { default: exchange } = (await import(file.href)) as { default: { prototype: Record<string, Call> } }
  const { prototype } = exchange
  const own = Object.getOwnPropertyDescriptor(prototype, method)
  const original = prototype[method] as Call
  Object.defineProperty(prototype, method, {
    configurable: true,
    writable: true,
    value(this: unknown, ...args: unknown[]) {
      return around((changed) => original.apply(this, changed), args)
    },
  })
  const undo = () => {
    if (own === undefined) delete prototype[method]
    else Object.defineProperty(prototype, method, own)
  }
  onTestFinished(undo)
  return undo
}

/** Leads requests of these methods to another host while `way.to` names one. ccxt takes its `sign` when it is opened. */
export function elsewhere(way: { to: string | null }, methods: readonly string[]): Around {
  return (call, args) => {
    const signed = call(args) as { url: string; method: string }
    if (way.to === null || !methods.includes(signed.method)) return signed
    return { ...signed, url: signed.url.replace(/^https?:\/\/[^/]+/, way.to) }
  }
}

/** What the library calls our key itself, and what each exchange does. */
const KEY_NAMES = ['clientOrderId', ...FAKES.map(({ dialect }) => dialect.keyName)]

/** What a new version could do to an order before it is sent: drop our key, or change amount or price. */
export const CHANGES: Readonly<Record<string, Around>> = {
  key: (call, [symbol, type, side, amount, price, params]) => {
    const left = Object.entries(params as object).filter(([name]) => !KEY_NAMES.includes(name))
    return call([symbol, type, side, amount, price, Object.fromEntries(left)])
  },
  amount: (call, [symbol, type, side, , price, params]) => call([symbol, type, side, '19', price, params]),
  price: (call, [symbol, type, side, amount, , params]) => call([symbol, type, side, amount, '1.6', params]),
}
