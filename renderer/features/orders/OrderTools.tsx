// What can be done about all orders at once. Each button names how far it reaches, and canceling asks first.

import { text } from '../../messages/late/en.ts'
import { cancelableIn, cancelWords, type OrderScope } from '../../state/orders/order-scope.ts'
import { cancelAll, lookAgain, setHalted } from '../../state/orders/orders-actions.ts'
import { useOrders } from '../../state/orders/orders-store.ts'
import { accountWords } from '../../state/session/names.ts'
import { useSession } from '../../state/session/session-store.ts'
import { Question } from '../../ui/overlay/Question.tsx'

function CancelAll({ scope }: { scope: OrderScope }) {
  const orders = useOrders((state) => state.orders.value)
  const accounts = useSession((state) => state.accounts.value)
  const where = useSession((state) =>
    scope.accountId === null ? text.orders.everyAccount : accountWords(state, scope.accountId),
  )
  const parts = cancelableIn(orders ?? [], scope, accounts ?? [])
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  return (
    <Question
      label={text.orders.cancelAll(where)}
      help={text.orders.cancelAllHelp(cancelWords(parts))}
      yes={text.orders.cancelAllYes(count, where)}
      no={text.orders.cancelAllNo}
      busy={count === 0}
      disabled={count === 0}
      onYes={() => void cancelAll(parts)}
    />
  )
}

/** A halt reaches every account: who stops in a hurry must not have to choose. */
function Halt() {
  const halted = useSession((state) => state.status.value?.halted.all ?? false)
  return (
    <button type="button" className="button" onClick={() => void setHalted(!halted, null)}>
      {halted ? text.orders.resume : text.orders.halt}
    </button>
  )
}

/** A halt of one account, which a leaked key leaves behind: it is lifted for that account alone. */
function ResumeAccount({ accountId }: { accountId: string }) {
  const isHalted = useSession((state) => {
    const halted = state.status.value?.halted
    return halted !== undefined && !halted.all && halted.accounts.includes(accountId)
  })
  const account = useSession((state) => accountWords(state, accountId))
  if (!isHalted) return null
  return (
    <button type="button" className="button" onClick={() => void setHalted(false, { accountId, account })}>
      {text.orders.resumeOn(account)}
    </button>
  )
}

/** The buttons above the list. */
export function OrderTools({ scope }: { scope: OrderScope }) {
  const accountId = useSession((state) => state.accountId)
  return (
    <div className="tools">
      <button type="button" className="button" onClick={() => void lookAgain()}>
        {text.orders.lookAgain}
      </button>
      {/* A question that was asked of one account is not the same question of another. */}
      <CancelAll key={scope.accountId ?? 'every'} scope={scope} />
      <Halt />
      <ResumeAccount accountId={accountId} />
    </div>
  )
}
