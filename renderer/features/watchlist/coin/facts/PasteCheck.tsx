// A place to paste a link or a contract into before anything is done with it: held against the official one, side by side.

import { useState } from 'react'
import type { CoinDetail } from '../../../../../shared/coin.ts'
import { contractVerdict, sharesEnds } from '../../../../../shared/markets/contracts.ts'
import { factsOf } from '../../../../../shared/research/coin-facts.ts'
import { text } from '../../../../messages/late/en.ts'
import { linkKey, useLinks } from '../../../../state/links/links-store.ts'
import { Badge } from '../../../../ui/Badge.tsx'
import { Field } from '../../../../ui/fields/Field.tsx'
import { CheckedLink } from '../../../../ui/links/CheckedLink.tsx'

const words = text.links

/** An address of a chain has letters and figures and no dot; with a dot it is one of the web. */
const isContract = (typed: string): boolean => /^(0x)?[A-Za-z0-9:_-]{20,120}$/.test(typed)

function ContractCheck({ coin, typed }: { coin: CoinDetail; typed: string }) {
  const official = factsOf(coin.ownFacts, 'contract').filter(({ value }) => value.official)
  const same = official.find(({ value }) => contractVerdict([value], typed) === 'same')
  if (same !== undefined) {
    return (
      <p>
        <Badge tone="good" icon="check">
          {words.contract.same}
        </Badge>{' '}
        <span className="muted">{words.by(same.source, (same.asOf ?? same.savedAt).slice(0, 10))}</span>
      </p>
    )
  }
  const alike = coin.contracts.find(({ address }) => sharesEnds(address, typed))
  if (alike !== undefined) {
    return (
      <p>
        <Badge tone="bad" icon="warn">
          {words.suspect}
        </Badge>{' '}
        {words.contract.alike(alike.address)}
      </p>
    )
  }
  const isKnown = contractVerdict(coin.contracts, typed) === 'same'
  return <p>{isKnown ? words.contract.known : words.contract.other}</p>
}

function LinkCheck({ coinId, typed }: { coinId: string; typed: string }) {
  const verdict = useLinks(({ verdicts }) => verdicts[linkKey(coinId, typed)])
  const isPlain = verdict?.standing === 'other'
  return (
    <>
      <p>
        <CheckedLink coinId={coinId} link={typed} />
      </p>
      {isPlain ? <p className="hint">{verdict.official === null ? words.noOfficial : words.notOfficial}</p> : null}
      {isPlain && verdict.official !== null ? (
        <p>
          {words.officialOf(verdict.official.coinName)}: <code>{verdict.official.domain}</code>{' '}
          <span className="muted">{words.by(verdict.official.source, verdict.official.asOf.slice(0, 10))}</span>
        </p>
      ) : null}
    </>
  )
}

/** The field with what is to be said of its text. */
export function PasteCheck({ coin }: { coin: CoinDetail }) {
  const [pasted, paste] = useState('')
  const typed = pasted.trim()
  return (
    <div className="block">
      <Field
        label={words.checkAny}
        hint={words.checkHint}
        value={pasted}
        maxLength={2_000}
        autoComplete="off"
        autoCapitalize="none"
        onChange={paste}
      />
      <div role="status">
        {typed === '' ? null : isContract(typed) ? (
          <ContractCheck coin={coin} typed={typed} />
        ) : (
          <LinkCheck coinId={coin.id} typed={typed} />
        )}
      </div>
    </div>
  )
}
