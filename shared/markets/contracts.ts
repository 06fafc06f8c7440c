// Where a token lies on its chain, and whether a contract that an exchange names is that of a coin. Pure.

/** `chain` as the trader or an exchange spells it. */
export interface CoinContract {
  chain: string
  address: string
}

/** The usual spellings of the larger chains; another one is compared as it is. */
const CHAINS: Readonly<Record<string, string>> = {
  eth: 'ethereum',
  erc20: 'ethereum',
  mainnet: 'ethereum',
  eip155: 'ethereum',
  bep20: 'bsc',
  bnb: 'bsc',
  sol: 'solana',
  spl: 'solana',
  arb: 'arbitrum',
  arbevm: 'arbitrum',
  arbone: 'arbitrum',
  matic: 'polygon',
  pol: 'polygon',
  op: 'optimism',
  optimism: 'optimism',
  baseevm: 'base',
  bera: 'berachain',
  trc20: 'tron',
  trx: 'tron',
  // Gate, KuCoin and Bitget by their own lists of currencies: "ARBEVM", "opeth", "ArbitrumOne", "AVAX_C", "C-Chain", "avaxc".
  arbitrumone: 'arbitrum',
  opeth: 'optimism',
  avax_c: 'avalanche',
  avaxc: 'avalanche',
  'c-chain': 'avalanche',
  'avaxc-chain': 'avalanche',
  apt: 'aptos',
  zksera: 'zksync',
  zksyncera: 'zksync',
  lineaeth: 'linea',
  scrolleth: 'scroll',
  blasteth: 'blast',
}

/** One spelling of a chain's name, for comparing. */
export const chainOf = (name: string): string => {
  const small = name.trim().toLowerCase()
  return Object.hasOwn(CHAINS, small) ? (CHAINS[small] ?? small) : small
}

const isEvm = (address: string): boolean => /^0x[0-9a-f]{40}$/i.test(address)

/** Addresses of EVM chains are the same in any case; on other chains each letter counts. */
const addressOf = (address: string): string => {
  const trimmed = address.trim()
  return isEvm(trimmed) ? trimmed.toLowerCase() : trimmed
}

/** `CHAIN:address`, or an address alone. */
function parsed(told: string): { chain: string | null; address: string } {
  const at = told.indexOf(':')
  // An address of some chains holds colons itself; the chain is what stands before the first one.
  return at < 0
    ? { chain: null, address: addressOf(told) }
    : { chain: chainOf(told.slice(0, at)), address: addressOf(told.slice(at + 1)) }
}

/**
 * Whether `told` is one of these contracts. `other`: the coin is known to lie elsewhere on that very chain. `unknown`: nothing is
 * known of the chain, so nothing is said.
 */
export function contractVerdict(known: readonly CoinContract[], told: string | null): 'same' | 'other' | 'unknown' {
  if (told === null || known.length === 0) return 'unknown'
  const { chain, address } = parsed(told)
  const onChain = chain === null ? known : known.filter((each) => chainOf(each.chain) === chain)
  if (onChain.some((each) => addressOf(each.address) === address)) return 'same'
  // Without a chain an address that is another one may lie on a chain that nobody has entered; and what has not even the form of
  // the coin's own address is no address of that chain.
  const isComparable = onChain.some((each) => isEvm(addressOf(each.address)) === isEvm(address))
  return chain !== null && isComparable ? 'other' : 'unknown'
}

/**
 * The same of every contract that an exchange names for one asset: it may list a coin on several chains. One that is the coin's
 * counts on whichever chain it lies; beside it one that is another on a chain where the coin is known says that one of the two is
 * mistaken, and then nothing is certain.
 */
export function contractsVerdict(
  known: readonly CoinContract[],
  told: readonly string[],
): ReturnType<typeof contractVerdict> {
  const verdicts = new Set(told.map((each) => contractVerdict(known, each)))
  if (verdicts.has('same')) return verdicts.has('other') ? 'unknown' : 'same'
  return verdicts.has('other') ? 'other' : 'unknown'
}

/** Letters that are compared at a glance at each end of an address. */
const ENDS = 4

/**
 * Whether another address shares its ends with a known one: such are made to be copied by mistake out of a list of transfers.
 * Of addresses that are too short to be looked at by their ends nothing is said.
 */
export function sharesEnds(known: string, told: string): boolean {
  const [one, other] = [addressOf(known).toLowerCase(), addressOf(told).toLowerCase()]
  const front = one.startsWith('0x') ? 2 + ENDS : ENDS
  return (
    one !== other &&
    one.length > 3 * ENDS &&
    other.length > 3 * ENDS &&
    one.slice(0, front) === other.slice(0, front) &&
    one.slice(-ENDS) === other.slice(-ENDS)
  )
}

/** As it is shown: `CHAIN:address`. */
export const contractText = ({ chain, address }: CoinContract): string => `${chain}:${address}`
