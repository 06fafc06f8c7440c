// The app in a process of its own, which places one order and dies at the named point. Run by the kill test.

import { createBackend } from '../../electron/app/backend.ts'
import { accountId, type OrderPlan, submitInput } from './order-plan.ts'

const { dataDir, venueUrl, crashAt, plan } = JSON.parse(process.argv[2] ?? '{}') as {
  dataDir: string
  venueUrl: string
  crashAt: string | null
  plan: OrderPlan
}

const backend = await createBackend({
  dataDir,
  venueHosts: { practice: venueUrl },
  trace: (point) => {
    // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
    if (point === crashAt) process.kill(process.pid, 'SIGKILL')
  },
})
const draft = await backend.call('orders.draft', { accountId, coinId: plan.coinId, side: plan.side })
if (!draft.ok) throw new Error(`no draft: ${draft.error.code}`)
const { intentId } = draft.value as { intentId: string }
process.stdout.write(`${intentId}\n`)
await backend.call('orders.submit', submitInput(intentId, plan))
throw new Error('the app outlived its end')
