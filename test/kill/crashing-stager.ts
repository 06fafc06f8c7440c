// The app in a process of its own, which stages an order that sends itself, and dies at the named point. Run by the kill test.

import { createBackend } from '../../electron/app/backend.ts'

const { dataDir, venueUrl, crashAt } = JSON.parse(process.argv[2] ?? '{}') as {
  dataDir: string
  venueUrl: string
  crashAt: string
}
const die = () => process.kill(process.pid, 'SIGKILL')

const backend = await createBackend({
  dataDir,
  venueHosts: { practice: venueUrl },
  // SIGKILL to oneself is delivered before the next instruction: nothing is flushed, nothing is said.
  trace: (point) => void (point === crashAt && die()),
})
// The clock of the app holds up no process that has nothing else to do.
setInterval(() => {}, 60_000)
const now = Date.now()
const saved = await backend.call('staged.save', {
  ...{ accountId: 'practice', coinId: 'readygg', venue: 'practice', market: 'RDYX/USDT', side: 'buy', trigger: 'send' },
  ...{ size: { unit: 'quote', value: '50' }, maxPrice: '90', maxValue: '60' },
  ...{ from: new Date(now).toISOString(), until: new Date(now + 600_000).toISOString() },
})
if (!saved.ok) {
  process.stdout.write(`${saved.error.code}\n`)
  process.exit(3)
}
process.stdout.write('saved\n')
backend.on('staged.changed', (payload) => {
  const { state } = payload as { state: string }
  if (state === crashAt) die()
  if (state === 'sent' || state === 'refused' || state === 'expired') process.exit(4)
})
