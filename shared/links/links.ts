// What is said of a link before anybody goes there: whose domain it is, and what about it is used to deceive.

/** Each is a way in which an address passes for another one, or hides where it leads. */
export const LINK_WARNINGS = [
  'homograph',
  'mixed-scripts',
  'look-alike',
  'swapped-letters',
  'added-words',
  'other-ending',
  'name-in-front',
  'bait-words',
  'free-host',
  'shortener',
  'ip-address',
  'user-info',
  'not-encrypted',
  /** Seen by the page, which asks about what is left of it. */
  'hidden-characters',
] as const
export type LinkWarning = (typeof LINK_WARNINGS)[number]

/** A project's own site, by whose word and since when. */
export interface OfficialSite {
  coinId: string
  coinName: string
  url: string
  /** The registrable domain in ASCII. */
  domain: string
  /** Where it was read; `null` where the trader noted no source. */
  source: string | null
  /** YYYY-MM-DD of the finding, else the moment at which it was entered. */
  asOf: string
}

/**
 * `official`: the very domain of an official link. `suspect`: it passes for one, or hides where it leads. `other`: another
 * site, about which nothing is said. `no-address`: not an address of the web.
 */
export type LinkStanding = 'official' | 'suspect' | 'other' | 'no-address'

export interface LinkVerdict {
  /** As it was asked. */
  link: string
  standing: LinkStanding
  warnings: LinkWarning[]
  /** The host as the network knows it, in ASCII; `null` without an address. */
  host: string | null
  /** The host as it would be read, where that is another text. */
  shown: string | null
  /** The part of the host that somebody registered, in ASCII. */
  domain: string | null
  /** The official site to hold it against. */
  official: OfficialSite | null
}
