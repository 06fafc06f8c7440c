// What a trader types or pastes to name a coin: a ticker, a name, a contract address, or the address of a page. Pure, and nobody
// is asked: what it cannot know it leaves out.

import type { CoinContract } from '../markets/contracts.ts'

export interface TypedCoin {
  kind: 'ticker' | 'name' | 'contract' | 'page'
  name: string
  ticker: string
  /** `chain` is empty where the address alone does not say it. */
  contract: CoinContract | null
  /** The page, where it is one of the project's own. */
  url: string | null
}

const NOTHING: Omit<TypedCoin, 'kind'> = { name: '', ticker: '', contract: null, url: null }

/** Explorers of tokens, by host. */
const EXPLORERS: Readonly<Record<string, string>> = {
  'etherscan.io': 'ethereum',
  'optimistic.etherscan.io': 'optimism',
  'basescan.org': 'base',
  'bscscan.com': 'bsc',
  'arbiscan.io': 'arbitrum',
  'polygonscan.com': 'polygon',
  'snowtrace.io': 'avalanche',
  'solscan.io': 'solana',
  'tronscan.org': 'tron',
}
/** Pages about coins of others, with the coin's name as a part of the path. */
const ABOUT_COINS: Readonly<Record<string, RegExp>> = {
  'coingecko.com': /\/coins\/([a-z0-9-]{2,60})(?:\/|$)/,
  'coinmarketcap.com': /\/currencies\/([a-z0-9-]{2,60})(?:\/|$)/,
  'cryptorank.io': /\/price\/([a-z0-9-]{2,60})(?:\/|$)/,
  'defillama.com': /\/protocol\/([a-z0-9-]{2,60})(?:\/|$)/,
}
const EVM = /^0x[0-9a-fA-F]{40}$/
const BASE58 = /^[1-9A-HJ-NP-Za-km-z]+$/

/** `null` while nothing was typed. */
export function typedCoin(typed: string): TypedCoin | null {
  const text = typed.trim()
  if (text === '') return null
  const contract = contractIn(text)
  if (contract !== null) return { ...NOTHING, kind: 'contract', contract }
  const page = /^https?:\/\//i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text) ? pageIn(text) : null
  if (page !== null) return page
  // As exchanges write it: short, in capitals, without a space.
  const isTicker = /^\$?[A-Z0-9]{2,10}$/.test(text)
  return isTicker
    ? { ...NOTHING, kind: 'ticker', name: text.replace('$', ''), ticker: text.replace('$', '') }
    : { ...NOTHING, kind: 'name', name: text }
}

/** An address of a chain; one of `chain:address` says its chain. */
function contractIn(text: string): CoinContract | null {
  const [chain = '', address = ''] = /^[a-z0-9-]{2,30}:(?!\/\/)/i.test(text) ? text.split(/:(.*)/s) : ['', text]
  if (EVM.test(address)) return { chain, address }
  if (!BASE58.test(address) || !/\d/.test(address) || !/[a-z]/.test(address) || !/[A-Z]/.test(address)) return null
  if (/^T.{33}$/.test(address)) return { chain: chain || 'tron', address }
  return address.length >= 40 && address.length <= 44 ? { chain: chain || 'solana', address } : null
}

function pageIn(text: string): TypedCoin | null {
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`)
  if (url === null || url.username !== '' || !url.hostname.includes('.')) return null
  const host = url.hostname.replace(/^www\./, '')
  const chain = EXPLORERS[host]
  const address = url.pathname.split('/').findLast((part) => EVM.test(part) || /^\w{32,44}$/.test(part))
  if (chain !== undefined && address !== undefined) {
    return { ...NOTHING, kind: 'contract', contract: { chain, address } }
  }
  const about = ABOUT_COINS[host]
  if (about !== undefined) return { ...NOTHING, kind: 'page', name: titled(about.exec(url.pathname)?.[1] ?? '') }
  const label = host.split('.').at(-2) ?? ''
  return { ...NOTHING, kind: 'page', name: label.startsWith('xn--') ? '' : titled(label), url: url.href }
}

/** `some-name` as `Some Name`. */
const titled = (slug: string): string =>
  slug
    .split('-')
    .filter((word) => word !== '')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(' ')
