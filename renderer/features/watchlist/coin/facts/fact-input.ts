// What is typed about one fact, and what would be stored of it. The desk checks again, by the same limits.

import type { ListingStage, PublishedAirdrop } from '../../../../../shared/coin.ts'
import type { Input } from '../../../../../shared/contract/contract.ts'
import { compare } from '../../../../../shared/decimal.ts'
import type { CoinFact, CoinFactValue, FactKind, LinkPlace } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { typedNumber } from '../../../../number-fault.ts'
import { writeNumber } from '../../../../typed-number.ts'

const words = text.research

export interface FactForm {
  kind: FactKind
  place: LinkPlace
  url: string
  official: boolean
  chain: string
  address: string
  venue: string
  stage: ListingStage
  name: string
  role: string
  /** The coin in the list; empty for none. */
  coinId: string
  value: string
  outOf: string
  claim: PublishedAirdrop
  price: string
  currency: string
  text: string
  source: string
  asOf: string
}

const EMPTY: FactForm = {
  ...{ kind: 'link', place: 'website', url: '', official: false, chain: '', address: '', venue: '', stage: 'listed' },
  ...{ name: '', role: '', coinId: '', value: '', outOf: '100', claim: 'confirmed', price: '', currency: 'USD' },
  ...{ text: '', source: '', asOf: '' },
}

/** The form of a fact that is there, or an empty one. */
export function factForm(fact: CoinFact | null): FactForm {
  if (fact === null) return EMPTY
  const { value, source, asOf } = fact
  const told = { ...EMPTY, source: source ?? '', asOf: asOf?.slice(0, 10) ?? '' }
  switch (value.kind) {
    case 'stage':
      return { ...told, ...value, venue: value.venue ?? '' }
    case 'backer':
      return { ...told, ...value, role: value.role ?? '' }
    case 'comparable':
      return { ...told, ...value, coinId: value.coinId ?? '' }
    case 'score':
      return { ...told, ...value, value: writeNumber(value.value), outOf: writeNumber(value.outOf) }
    case 'price':
      return { ...told, ...value, price: writeNumber(value.price) }
    default:
      return { ...told, ...value }
  }
}

export type FactFaults = Partial<Record<keyof FactForm, string | null>>

/** What would be stored, or what is wrong. */
export function readFact(form: FactForm): {
  fields: Pick<Input<'coinFacts.save'>, 'value' | 'source' | 'asOf'> | null
  faults: FactFaults
} {
  const { value, faults } = readValue(form)
  const source = form.source.trim()
  const isReady = value !== null && Object.values(faults).every((fault) => fault === null)
  return {
    fields: isReady
      ? { value, source: source === '' ? null : source, asOf: form.asOf === '' ? null : form.asOf }
      : null,
    faults,
  }
}

const lineFault = (typed: string) => (typed.trim() === '' ? words.fault.line : null)

function readValue(form: FactForm): { value: CoinFactValue | null; faults: FactFaults } {
  const { kind } = form
  switch (kind) {
    case 'link':
      return readLink(form)
    case 'contract': {
      const address = form.address.trim()
      const isAddress = /^[A-Za-z0-9][A-Za-z0-9:._/-]{2,119}$/.test(address)
      return {
        value: { kind, chain: form.chain.trim(), address, official: form.official },
        faults: { chain: lineFault(form.chain), address: isAddress ? null : words.fault.address },
      }
    }
    case 'stage':
      return { value: { kind, venue: form.venue.trim() || null, stage: form.stage }, faults: {} }
    case 'score':
      return readScore(form)
    case 'airdrop':
      return { value: { kind, claim: form.claim }, faults: {} }
    case 'backer':
      return {
        value: { kind, name: form.name.trim(), role: form.role.trim() || null },
        faults: { name: lineFault(form.name) },
      }
    case 'comparable':
      return {
        value: { kind, name: form.name.trim(), coinId: form.coinId || null },
        faults: { name: lineFault(form.name) },
      }
    case 'price': {
      const { value: price, fault } = typedNumber(form.price, words.fault.line)
      const currency = form.currency.trim().toUpperCase()
      return {
        value: price === null ? null : { kind, price, currency },
        faults: {
          price: fault ?? (price === null ? words.fault.line : null),
          currency: /^[A-Z0-9]{2,10}$/.test(currency) ? null : words.fault.currency,
        },
      }
    }
    default:
      return { value: { kind, text: form.text.trim() }, faults: { text: lineFault(form.text) } }
  }
}

function readLink({ place, official, url: typed }: FactForm): ReturnType<typeof readValue> {
  const url = typed.trim()
  const { protocol } = URL.parse(url) ?? {}
  const isWeb = protocol === 'https:' || protocol === 'http:'
  const fault = !isWeb ? words.fault.url : official && protocol !== 'https:' ? words.fault.officialHttps : null
  return { value: { kind: 'link', place, url, official }, faults: { url: fault } }
}

function readScore(form: FactForm): ReturnType<typeof readValue> {
  const [value, outOf] = [typedNumber(form.value), typedNumber(form.outOf, words.fault.outOf)]
  const isOver = value.value !== null && outOf.value !== null && compare(value.value, outOf.value) > 0
  return {
    value:
      value.value === null || outOf.value === null
        ? null
        : { kind: 'score', name: form.name.trim(), value: value.value, outOf: outOf.value },
    faults: {
      name: lineFault(form.name),
      value: value.fault ?? (value.value === null ? words.fault.line : isOver ? words.fault.notOverMost : null),
      outOf: outOf.fault ?? (outOf.value === null ? words.fault.outOf : null),
    },
  }
}
