// The form for a new coin, in the place where coins open.

import { text } from '../../../messages/en.ts'
import { closeCoin } from '../../../state/route-actions.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { OwnCoinForm } from './OwnCoinForm.tsx'
import { addCoin } from './own-coin-actions.ts'
import { EMPTY_FORM } from './own-coin-input.ts'

/** The panel; its first field has the focus. */
export function AddCoinPanel() {
  const { add, addHelp, addSubmit } = text.ownCoins
  return (
    <Panel title={add} subject={add} className="coin-panel" focus="field" onClose={closeCoin}>
      <p className="hint">{addHelp}</p>
      <OwnCoinForm
        label={add}
        initial={EMPTY_FORM}
        asksEarly
        submit={addSubmit}
        onSave={addCoin}
        onCancel={closeCoin}
      />
    </Panel>
  )
}
