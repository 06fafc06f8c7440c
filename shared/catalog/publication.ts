// The one publication behind the catalogue's snapshots, its risk rules as published, and the dates of our own additions.

import type { Publication } from '../coin.ts'

export const PUBLICATION: Publication = {
  title: 'Top Upcoming Crypto Coins - 14 High Potential Altcoins Not Trading Yet',
  publisher: 'Token Metrics',
  published: '2024',
  presenter: 'Ian Balina, founder and CEO of Token Metrics',
  note: 'Reads like the transcript of a talk, by our judgement. Names are in their usual spelling. The article gives narratives for Gravity and Nillion only; the others are drawn from its description and marked so.',
  interest:
    'The publisher says that it has invested in over 30 projects and names Gameswift and Pixels among its past investments: a possible conflict of interest.',
  disclaimer: 'Not investment advice. Token Metrics does not recommend buying, selling or holding any cryptocurrency.',
}

/** The publication's own selection rule: coins with a tech score of this or more. */
export const PUBLISHED_TECH_SCORE_AT_LEAST = 75

/** The day on which the later facts were written down; a fact without a date of its own is known as of this day. */
export const FACTS_RECORDED_ON = '2026-11-23'

/** Tickers that more than one coin uses somewhere, as far as known. */
export const TICKER_COLLISIONS: Readonly<Record<string, readonly string[]>> = {
  GRVT: [],
  G: ['Gravity of Galxe'],
  TEN: ['Tokenomy'],
  NIM: ['Nimiq'],
  OLA: ['other coins'],
  ARG: ['a fan token'],
  MOVE: ['other coins'],
  NIL: ['other coins'],
  RDY: ['ready.io'],
  DOJO: ['DojoSwap'],
}
