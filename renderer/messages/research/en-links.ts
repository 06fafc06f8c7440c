// English text of links: whose they are, and what about them deceives.

import type { LinkWarning } from '../../../shared/links/links.ts'

const WARNINGS: Record<LinkWarning, string> = {
  homograph: 'Uses letters of another alphabet that look the same.',
  'mixed-scripts': 'Mixes letters of several alphabets.',
  'look-alike': 'Looks almost like the official name.',
  'swapped-letters': 'Two letters of the official name are swapped.',
  'added-words': 'The official name with words added, such as claim or airdrop.',
  'other-ending': 'The official name with another ending.',
  'name-in-front': 'The official name is only in front; the domain is someone else’s.',
  'bait-words': 'The name is made of words such as claim and airdrop.',
  'free-host': 'Anyone can publish a page on this host.',
  shortener: 'A short link; it hides where it leads.',
  'ip-address': 'A bare IP address instead of a domain.',
  'user-info': 'The text before @ isn’t the site. The site comes after it.',
  'not-encrypted': 'Not encrypted (http).',
  'hidden-characters': 'Holds invisible characters, or such that turn text around.',
}

export const links = {
  by: (source: string | null, date: string) => (source === null ? `entered ${date}` : `${source}, ${date}`),
  checkAny: 'Check a link or contract',
  checkHint: 'Paste it here first. Nothing is opened and nothing leaves this computer.',
  contract: {
    same: 'This is the official contract.',
    known: 'Entered for this coin, not marked as official.',
    alike: (address: string) =>
      `Not the official contract. Its first and last characters match, the rest doesn’t: ${address}`,
    other: 'Not a contract you entered for this coin.',
  },
  noOfficial: 'No official site entered, so there’s nothing to compare with.',
  notOfficial: 'Not the official site.',
  official: 'official',
  open: 'Open…',
  openOf: (domain: string) => `Open ${domain} in your browser`,
  officialOf: (coin: string) => `Official site of ${coin}`,
  reads: (shown: string) => `reads as ${shown}`,
  suspect: 'suspicious',
  thisLink: 'This link',
  warnings: WARNINGS,
} as const
