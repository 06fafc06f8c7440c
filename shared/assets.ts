// Assets that no project is behind whose share a trader would limit: money, coins that stand for it, and the majors; and
// under which other tickers they are held.
//
// The majors are the coins without a team that could end them, and those that are the money of a chain, among the thirty
// largest of https://www.coingecko.com (by market value, without stablecoins), as known in 2026 and not read off that page. Stablecoins are those that the
// five exchanges trade against or list (https://www.coingecko.com/en/categories/stablecoins); money is what ISO
// 4217 names and an exchange takes. It is a default: the trader says of each coin whether it is a project.

/** What an asset is, as far as limits go. */
export type AssetKind = 'major' | 'stablecoin' | 'money'

export const COIN_KINDS = ['project', 'major', 'stablecoin', 'money'] as const
export type CoinKind = (typeof COIN_KINDS)[number]

interface Asset {
  kind: AssetKind
  /** As written by people, lower case. */
  names: readonly string[]
  /** Tickers of the same asset staked, wrapped or bridged. */
  also: readonly string[]
}

const major = (names: string[], ...also: string[]): Asset => ({ kind: 'major', names, also })
const stable = (...names: string[]): Asset => ({ kind: 'stablecoin', names, also: [] })
const money = (...names: string[]): Asset => ({ kind: 'money', names, also: [] })

const ASSETS: Readonly<Record<string, Asset>> = {
  BTC: major(['bitcoin', 'xbt'], 'XBT', 'XXBT', 'WBTC', 'CBBTC', 'TBTC', 'KBTC', 'BTCB', 'FBTC', 'LBTC', 'SOLVBTC'),
  ETH: major(
    ['ethereum', 'ether'],
    ...['XETH', 'ETH2', 'WETH', 'STETH', 'WSTETH', 'CBETH', 'RETH', 'BETH', 'WBETH', 'METH', 'CMETH', 'EETH', 'WEETH'],
  ),
  BNB: major(['bnb', 'binance coin'], 'WBNB', 'SLISBNB'),
  SOL: major(['solana'], 'WSOL', 'BNSOL', 'JITOSOL', 'MSOL', 'BBSOL', 'OKSOL', 'CBSOL'),
  XRP: major(['xrp', 'ripple'], 'XXRP', 'CBXRP'),
  ADA: major(['cardano'], 'CBADA'),
  DOGE: major(['dogecoin'], 'XDG', 'XXDG', 'CBDOGE'),
  TRX: major(['tron']),
  TON: major(['toncoin']),
  AVAX: major(['avalanche'], 'WAVAX'),
  DOT: major(['polkadot']),
  LTC: major(['litecoin'], 'XLTC', 'CBLTC'),
  BCH: major(['bitcoin cash']),
  XLM: major(['stellar', 'stellar lumens'], 'XXLM'),
  XMR: major(['monero'], 'XXMR'),
  ETC: major(['ethereum classic'], 'XETC'),
  ATOM: major(['cosmos', 'cosmos hub']),
  ZEC: major(['zcash'], 'XZEC'),
  USDT: stable('tether', 'tether usd'),
  USDC: stable('usd coin', 'circle usd'),
  DAI: stable('dai'),
  USDS: stable('sky dollar', 'usds'),
  USDE: stable('ethena usde', 'usde'),
  FDUSD: stable('first digital usd'),
  TUSD: stable('trueusd'),
  PYUSD: stable('paypal usd'),
  RLUSD: stable('ripple usd'),
  USDG: stable('global dollar'),
  USDP: stable('pax dollar'),
  GUSD: stable('gemini dollar'),
  USD1: stable('world liberty financial usd', 'usd1'),
  BUSD: stable('binance usd'),
  EURC: stable('euro coin', 'circle euro'),
  EURI: stable('eurite'),
  EURT: stable('euro tether'),
  EURQ: stable('quantoz eur'),
  EURR: stable('stablr euro'),
  USDQ: stable('quantoz usd'),
  USDR: stable('stablr usd'),
  USD: money('us dollar', 'u.s. dollar', 'dollar', 'dollars', 'us dollars'),
  EUR: money('euro', 'euros'),
  GBP: money('pound sterling', 'british pound', 'pound', 'pounds'),
  CHF: money('swiss franc', 'franc'),
  JPY: money('japanese yen', 'yen'),
  CAD: money('canadian dollar'),
  AUD: money('australian dollar'),
  TRY: money('turkish lira'),
  BRL: money('brazilian real'),
  PLN: money('polish zloty', 'zloty'),
  CZK: money('czech koruna'),
  SEK: money('swedish krona'),
  NOK: money('norwegian krone'),
  DKK: money('danish krone'),
  SGD: money('singapore dollar'),
  HKD: money('hong kong dollar'),
  MXN: money('mexican peso'),
  ARS: money('argentine peso'),
  INR: money('indian rupee'),
  KRW: money('south korean won', 'won'),
  UAH: money('ukrainian hryvnia'),
  ZAR: money('south african rand'),
  AED: money('uae dirham', 'dirham'),
  COP: money('colombian peso'),
  IDR: money('indonesian rupiah', 'rupiah'),
  RON: money('romanian leu'),
}

const BASE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ASSETS).flatMap(
    ([ticker, { also }]) => [[ticker, ticker], ...also.map((other) => [other, ticker])] as [string, string][],
  ),
)

/** The asset that a ticker at an exchange stands for, staked, wrapped or plain; `null` where it is none of these. */
export function knownAsset(ticker: string): { ticker: string; name: string; kind: AssetKind } | null {
  const base = BASE_OF.get(ticker.toUpperCase())
  const asset = base === undefined ? undefined : ASSETS[base]
  return base === undefined || asset === undefined
    ? null
    : { ticker: base, name: asset.names[0] ?? base, kind: asset.kind }
}

/**
 * What a coin is by its name and ticker: a known asset only where both say so, since anybody can give a project the ticker of a
 * major.
 */
export function kindByName(name: string, ticker: string | null): CoinKind {
  const known = ticker === null ? null : knownAsset(ticker)
  if (known === null || ticker === null) return 'project'
  const words = ` ${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const { names: written = [], also = [] } = ASSETS[known.ticker] ?? {}
  const names = [known.ticker, ...also, ticker].map((each) => each.toLowerCase()).concat(written)
  return names.some((each) => words.includes(` ${each} `)) ? known.kind : 'project'
}
