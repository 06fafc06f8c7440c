// A spoilt ledger of the practice exchange: the app opens, says why there is no exchange, and changes nothing of it.

import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf, openBackend } from '../../../support/start-backend.ts'

const MARKETS = { accountId: 'practice' }

it('says in the notices what is wrong with the ledger, and works without the exchange', async () => {
  const dataDir = makeProfile()
  const first = await openBackend({ dataDir })
  expect((await okOf(first, 'markets.list', MARKETS)).length).toBeGreaterThan(5)
  await first.close()
  const folder = join(dataDir, 'practice-exchange')
  const file = join(folder, 'practice-exchange.sqlite')
  const whole = readFileSync(file)
  const spoilt = Buffer.from(whole).fill(0xff, 4096)
  writeFileSync(file, spoilt)

  const backend = await openBackend({ dataDir })
  await okOf(backend, 'portfolio.get', { environment: 'practice' })
  const { accounts, notices } = await okOf(backend, 'app.status', {})
  expect(accounts).toMatchObject([{ accountId: 'practice', state: 'unreachable' }])
  expect(notices).toEqual([
    { code: 'PRACTICE_NOT_STARTED', params: { why: expect.stringContaining(`its ledger is damaged: ${file}`) } },
  ])
  expect(await okOf(backend, 'coins.list', {})).toHaveLength(14)
  await backend.close()
  expect(readFileSync(file).equals(spoilt)).toBe(true)

  // By hand, until the app offers it: the folder put aside, and practice begins anew.
  renameSync(folder, `${folder}.aside`)
  const again = await openBackend({ dataDir })
  await okOf(again, 'portfolio.get', { environment: 'practice' })
  expect(await okOf(again, 'app.status', {})).toMatchObject({ accounts: [{ state: 'reachable' }], notices: [] })
  expect(readdirSync(`${folder}.aside`)).toContain('practice-exchange.sqlite')
})

it('takes the notice down once the exchange runs', async () => {
  const dataDir = makeProfile()
  const first = await openBackend({ dataDir })
  await okOf(first, 'markets.list', MARKETS)
  await first.close()
  const file = join(dataDir, 'practice-exchange', 'practice-exchange.sqlite')
  const whole = readFileSync(file)
  writeFileSync(file, 'no ledger')
  const backend = await openBackend({ dataDir })
  await okOf(backend, 'orders.reconcile', {})
  await okOf(backend, 'portfolio.get', { environment: 'practice' })
  expect((await okOf(backend, 'app.status', {})).notices).toHaveLength(1)
  writeFileSync(file, whole)
  const reached = new Promise<void>((resolve) => {
    backend.on('app.changed', (status) => {
      if ((status as { notices: unknown[] }).notices.length === 0) resolve()
    })
  })
  // Listening for prices starts the poll, which asks again after a failure.
  backend.on('prices.changed', () => {})
  await reached
})
