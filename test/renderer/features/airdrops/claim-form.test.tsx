// What arrived, as it is listed: the day that is shown is the day that is meant.

import { beforeEach, expect, test } from 'vitest'
import { call } from '../../../../renderer/api.ts'
import { ClaimForm } from '../../../../renderer/features/airdrops/ClaimForm.tsx'
import { drawn } from '../../fakes/drawn.ts'
import { setUpPage } from '../../fakes/setup-page.ts'

beforeEach(() => void setUpPage())

test('a claim says the day on which it was received, to a reader and to a program', async () => {
  const receivedAt = '2026-11-02T12:00:00.000Z'
  const claimId = '8c3f0e52-0000-4000-8000-000000000009'
  await call('airdrops.claim', { claimId, coinId: 'peaq', environment: 'live', amount: '12', receivedAt })
  const airdrop = (await call('airdrops.list', {})).find(({ coinId }) => coinId === 'peaq')
  if (airdrop === undefined) throw new Error('no airdrop')
  expect(drawn(<ClaimForm airdrop={airdrop} />)).toContain(`<time dateTime="${receivedAt}">Nov 2, 2026</time>`)
})
