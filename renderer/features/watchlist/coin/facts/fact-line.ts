// A fact as one line of text.

import type { CoinFactValue } from '../../../../../shared/research/coin-facts.ts'
import { formatPrice } from '../../../../format.ts'
import { text } from '../../../../messages/late/en.ts'
import { venueName } from '../../../../state/session/names.ts'
import { writeNumber } from '../../../../typed-number.ts'

const words = text.research

/** The fact as one line of text. */
export function factLine(value: CoinFactValue): string {
  switch (value.kind) {
    case 'link':
      return `${words.places[value.place]}: ${value.url}`
    case 'contract':
      return `${value.chain}: ${value.address}`
    case 'stage':
      return value.venue === null
        ? text.coins.stage[value.stage]
        : words.stageAt(text.coins.stage[value.stage], venueName(value.venue))
    case 'score':
      return words.scoreOf(value.name, writeNumber(value.value), writeNumber(value.outOf))
    case 'airdrop':
      return text.coins.airdropPublished[value.claim]
    case 'backer':
      return value.role === null ? value.name : `${value.name}, ${value.role}`
    case 'comparable':
      return value.name
    case 'price':
      return `${formatPrice(value.price, null)} ${value.currency}`
    default:
      return value.text
  }
}
