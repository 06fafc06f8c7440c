// The names that sources have for chains. A chain that a source is not known to name so is left out: an address on another
// chain is another coin. Pure.

import { type CoinContract, chainOf } from '../../../shared/markets/contracts.ts'

interface ChainNames {
  llama: string
  gecko: string
  metrics: string
}

/** By the spelling of `chainOf`. */
const NAMES: Readonly<Record<string, ChainNames>> = {
  ethereum: { llama: 'ethereum', gecko: 'ethereum', metrics: 'ethereum' },
  bsc: { llama: 'bsc', gecko: 'binance-smart-chain', metrics: 'binance-smart-chain' },
  polygon: { llama: 'polygon', gecko: 'polygon-pos', metrics: 'polygon-pos' },
  arbitrum: { llama: 'arbitrum', gecko: 'arbitrum-one', metrics: 'arbitrum-one' },
  optimism: { llama: 'optimism', gecko: 'optimistic-ethereum', metrics: 'optimistic-ethereum' },
  base: { llama: 'base', gecko: 'base', metrics: 'base' },
  avalanche: { llama: 'avax', gecko: 'avalanche', metrics: 'avalanche' },
  berachain: { llama: 'berachain', gecko: 'berachain', metrics: 'berachain' },
  solana: { llama: 'solana', gecko: 'solana', metrics: 'solana' },
  tron: { llama: 'tron', gecko: 'tron', metrics: 'tron' },
}

const namesOf = ({ chain }: CoinContract): ChainNames | null => {
  const name = chainOf(chain)
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null
}

/** `chain:address` of DefiLlama; `null` for a chain that it is not known to have. */
export function llamaName(contract: CoinContract): string | null {
  const names = namesOf(contract)
  return names === null ? null : `${names.llama}:${contract.address.trim()}`
}

/** CoinGecko's name of the chain, and the address; `null` as above. */
export function geckoPlace(contract: CoinContract): { chain: string; address: string } | null {
  const names = namesOf(contract)
  return names === null ? null : { chain: names.gecko, address: contract.address.trim() }
}

/** `chain:address` of Token Metrics; `null` as above. */
export function metricsName(contract: CoinContract): string | null {
  const names = namesOf(contract)
  return names === null ? null : `${names.metrics}:${contract.address.trim()}`
}
