// The form for a new coin, in the place where coins open. One field takes whatever names a coin and fills in the others.

import { type FormEvent, useState } from 'react'
import type { Coin } from '../../../../shared/coin.ts'
import { contractVerdict } from '../../../../shared/markets/contracts.ts'
import type { CoinFactValue } from '../../../../shared/research/coin-facts.ts'
import { type TypedCoin, typedCoin } from '../../../../shared/research/typed-coin.ts'
import { text } from '../../../messages/late/en.ts'
import { useCoins } from '../../../state/coins/coins-store.ts'
import { closeCoin, openCoin } from '../../../state/route-actions.ts'
import { Field } from '../../../ui/fields/Field.tsx'
import { CheckedLink } from '../../../ui/links/CheckedLink.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { OwnCoinForm } from './OwnCoinForm.tsx'
import { addCoin } from './own-coin-actions.ts'
import { EMPTY_FORM } from './own-coin-input.ts'

const { ownCoins } = text

/** Coins of the list that it may be: by contract, ticker or name. */
function knownAs(told: TypedCoin, coins: readonly Coin[]): Coin[] {
  const { contract, ticker, name } = told
  const small = name.toLowerCase()
  return coins.filter((coin) => {
    if (contract !== null) {
      return (
        contractVerdict(coin.contracts, `${contract.chain === '' ? '' : `${contract.chain}:`}${contract.address}`) ===
        'same'
      )
    }
    const isTicker = ticker !== '' && coin.tickers.some((each) => each.ticker.toUpperCase() === ticker)
    return isTicker || (small !== '' && coin.name.toLowerCase() === small)
  })
}

function Known({ told }: { told: TypedCoin }) {
  const coins = useCoins((state) => state.coins.value) ?? []
  return knownAs(told, coins)
    .slice(0, 3)
    .map(({ id, name }) => (
      <p key={id}>
        {ownCoins.already(name)}{' '}
        <button type="button" className="button" onClick={() => openCoin(id)}>
          {ownCoins.alreadyOpen(name)}
        </button>
      </p>
    ))
}

function factsOf(told: TypedCoin | null, chain: string): CoinFactValue[] {
  if (told === null) return []
  const { contract, url } = told
  return [
    ...(contract !== null && chain !== ''
      ? [{ kind: 'contract' as const, chain, address: contract.address, official: false }]
      : []),
    ...(url === null ? [] : [{ kind: 'link' as const, place: 'website' as const, url, official: false }]),
  ]
}

/** Enter after a name is enough: the form below is filled in by then. */
function submitBelow(event: FormEvent<HTMLFormElement>): void {
  event.preventDefault()
  event.currentTarget.parentElement?.querySelector<HTMLFormElement>('form.own')?.requestSubmit()
}

/** The panel; its first field has the focus. */
export function AddCoinPanel() {
  const [typed, type] = useState('')
  const [typedChain, typeChain] = useState('')
  const told = typedCoin(typed)
  const { add, addHelp, addSubmit } = ownCoins
  const chain = told?.contract?.chain || typedChain.trim()
  const isContract = told !== null && told.contract !== null
  return (
    <Panel title={add} subject={add} className="coin-panel" focus="field" onClose={closeCoin}>
      <p className="hint">{addHelp}</p>
      <form onSubmit={submitBelow}>
        <Field
          label={ownCoins.anything}
          hint={ownCoins.anythingHint}
          value={typed}
          maxLength={2_000}
          autoComplete="off"
          autoCapitalize="none"
          onChange={type}
        />
      </form>
      <div role="status">{told === null ? null : <Known told={told} />}</div>
      {isContract && told.contract?.chain === '' ? (
        <Field
          label={ownCoins.contractChain}
          hint={ownCoins.contractChainHint}
          value={typedChain}
          maxLength={40}
          onChange={typeChain}
        />
      ) : null}
      {isContract && chain !== '' ? <p>{ownCoins.contractAt(chain, told.contract?.address ?? '')}</p> : null}
      {told === null || told.url === null ? null : (
        <p>
          <CheckedLink coinId={null} link={told.url} />
        </p>
      )}
      <OwnCoinForm
        // What was recognised takes the place of what stood there.
        key={`${told?.name ?? ''} ${told?.ticker ?? ''}`}
        label={add}
        initial={{ ...EMPTY_FORM, name: told?.name ?? '', ticker: told?.ticker ?? '' }}
        asksEarly
        submit={addSubmit}
        onSave={(fields) => addCoin(fields, factsOf(told, chain))}
        onCancel={closeCoin}
      />
    </Panel>
  )
}
