// Whether a name was chosen to be taken for another one. Pure.

import type { LinkWarning } from '../../../shared/links/links.ts'
import { latinOf, letteredOf, skeletonOf } from '../../../shared/links/skeleton.ts'
import { distanceOf } from '../../../shared/search/fuzzy.ts'

/** Words that promise something or ask for a wallet, put before or behind a known name. */
const BAIT = [
  ...['claim', 'claims', 'claiming', 'airdrop', 'airdrops', 'drop', 'drops', 'reward', 'rewards', 'bonus', 'giveaway'],
  ...['free', 'presale', 'sale', 'ido', 'ico', 'mint', 'token', 'tokens', 'coin', 'eligibility', 'eligible', 'check'],
  ...['checker', 'allocation', 'snapshot', 'season', 'points', 'connect', 'wallet', 'walletconnect', 'app', 'dapp'],
  ...['portal', 'official', 'event', 'events', 'migrate', 'migration', 'swap', 'bridge', 'stake', 'staking', 'login'],
  ...['verify', 'verification', 'secure', 'security', 'support', 'help', 'restore', 'recover', 'refund', 'register'],
  ...['foundation', 'network', 'protocol', 'finance', 'labs', 'exchange', 'trade', 'invest', 'launch', 'tge', 'my'],
  ...[
    'get',
    'join',
    'go',
    'web3',
    'crypto',
    'xyz',
    'io',
    'com',
    'org',
    'www',
    'the',
    'use',
    'try',
    'hub',
    'pro',
    'vip',
  ],
  ...['dao', 'defi', 'nft', 'bot', 'online', 'site', 'web', 'page', 'info', 'live', 'now', 'new', 'beta', 'testnet'],
  ...['mainnet', 'scan', 'explorer', 'docs', 'blog', 'news', 'community', 'global', 'team', 'dev', 'tech', 'chain'],
  ...['eth', 'sol', 'earn', 'farm', 'pool', 'vault', 'dashboard', 'home', 'start', 'activate', 'auth', 'sync', 'node'],
  ...['fix', 'validate', 'unlock', 'gift', 'gifts', 'prize', 'win', 'winner', 'double', 'promo', 'offer', 'vote'],
  ...[
    'governance',
    'distribution',
    'incentive',
    'incentives',
    'whitelist',
    'waitlist',
    'access',
    'pass',
    'id',
    'v1',
    'v2',
  ],
]
/** Of those, the ones that say nothing good even alone. */
const LURES = new Set([
  ...['claim', 'claims', 'airdrop', 'airdrops', 'drops', 'giveaway', 'presale', 'reward', 'rewards', 'free', 'bonus'],
  ...['walletconnect', 'eligibility', 'verify', 'refund', 'restore'],
])
const BY_LENGTH = [...BAIT].sort((one, other) => other.length - one.length)
const WORDS = new Set(BAIT)

/**
 * A name of so many letters bears one that is other, of so many two: shorter ones are like too many words. Under the official
 * ending fewer letters are enough.
 */
const BEARS = { elsewhere: [5, 9], sameEnding: [4, 8] } as const
/** A shorter name is part of too many words to be seen in them. */
const SEEN_WITHIN = 5

/** How `name` passes for `known`; `null` where it does not. Both without suffix; `known` in ASCII. */
export function likenessOf(name: string, known: string, sameEnding = false): LinkWarning | 'same' | null {
  const [plain, wanted] = [name.toLowerCase(), known.toLowerCase()]
  if (wanted.length < 3) return null
  if (plain === wanted) return 'same'
  const [read, right] = [skeletonOf(plain), skeletonOf(wanted)]
  if (read === right) return latinOf(plain) === wanted && !isAscii(plain) ? 'homograph' : alikeOr(plain)
  const joined = latinOf(plain).replaceAll('-', '')
  if (skeletonOf(joined) === right) return 'look-alike'
  const kept = withoutBait(latinOf(plain))
  if (kept.some((rest) => skeletonOf(rest) === right)) return 'added-words'
  if (latinOf(plain).split('-').map(skeletonOf).includes(right)) return 'added-words'
  for (const rest of [joined, ...kept]) {
    const near = nearness(rest, wanted, sameEnding)
    if (near !== null) return near
  }
  return wanted.length >= SEEN_WITHIN && joined.includes(wanted) ? 'added-words' : null
}

/** Whether a name is made of lures alone, and of several. */
export function isBait(name: string): boolean {
  const words = latinOf(name)
    .split(/-|\d+/)
    .filter((word) => word !== '')
  return words.length > 1 && words.filter((word) => LURES.has(word)).length > 1
}

/** Whether a word that lures stands in a name, between hyphens or at its ends. */
export function hasLure(name: string): boolean {
  const words = latinOf(name).split('-')
  return [...LURES].some((lure) => words.some((word) => word.startsWith(lure) || word.endsWith(lure)))
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)
const alikeOr = (plain: string): LinkWarning => (isAscii(plain) ? 'look-alike' : 'homograph')

/** What is left of a name once words of bait are taken off: as whole words between hyphens, or from its ends. */
function withoutBait(name: string): string[] {
  const words = name.split('-').filter((word) => word !== '')
  const left = words.filter((word) => !WORDS.has(word)).join('')
  const found = new Set(left === '' || left === words.join('') ? [] : [left])
  let fringe = [words.join('')]
  for (let round = 0; round < 3 && fringe.length > 0; round += 1) {
    fringe = [...new Set(fringe.flatMap(trimmed))]
    for (const rest of fringe) found.add(rest)
  }
  return [...found]
}

const trimmed = (name: string): string[] =>
  BY_LENGTH.flatMap((word) => [
    ...(name.startsWith(word) && name.length > word.length ? [name.slice(word.length)] : []),
    ...(name.endsWith(word) && name.length > word.length ? [name.slice(0, -word.length)] : []),
  ])

/** By letters that changed places, are other, missing or too many. */
function nearness(name: string, known: string, sameEnding: boolean): LinkWarning | null {
  if (isTurned(name, known)) return 'swapped-letters'
  if (isLonger(name, known)) return 'look-alike'
  const [one, two] = BEARS[sameEnding ? 'sameEnding' : 'elsewhere']
  const errors = known.length >= two ? 2 : known.length >= one ? 1 : 0
  return errors > 0 && distanceOf(letteredOf(name), letteredOf(known), errors) <= errors ? 'look-alike' : null
}

/** Two neighbours have changed places, and nothing else is other. */
function isTurned(name: string, known: string): boolean {
  if (name.length !== known.length || known.length < 4) return false
  const at = [...known].findIndex((letter, index) => letter !== name[index])
  if (at < 0) return false
  const turned = known.slice(0, at) + (known[at + 1] ?? '') + (known[at] ?? '') + known.slice(at + 2)
  return turned === name
}

/** One that stands twice, or a figure or an s at the end, of a name of four letters or more. */
function isLonger(name: string, known: string): boolean {
  if (name.length !== known.length + 1 || known.length < 4) return false
  if (name.startsWith(known)) return /[\ds]$/.test(name)
  return [...name].some((letter, at) => letter === name[at - 1] && name.slice(0, at) + name.slice(at + 1) === known)
}
