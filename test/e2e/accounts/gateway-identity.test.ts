// An exchange that shows another identity, and the setting for sealing, as the trader meets them on the page.

import { expect } from 'playwright/test'
import { askDesktop } from '../../../scripts/driver/desktop.ts'
import { test } from '../support/open-app.ts'
import { startPracticeProcess } from '../support/practice-process.ts'

test('another exchange under the same account is used only after the trader agreed to it', async ({ openApp }) => {
  const [first, second] = await Promise.all([startPracticeProcess(), startPracticeProcess()])
  try {
    const app = await openApp({ venueHosts: { practice: first.url } })
    await askDesktop(app.page, 'markets.list', { accountId: 'practice' })
    const { known } = await askDesktop(app.page, 'gateway.identity', { accountId: 'practice' })
    await app.restart({ venueHosts: { practice: second.url } })
    await expect(app.page.getByText('shows an unknown identity').first()).toBeVisible()
    await app.page.getByRole('link', { name: 'Settings' }).click()
    await expect(app.page.getByText(`known identity: ${known}`)).toBeVisible()
    await app.page.getByRole('button', { name: 'Verified: accept this identity' }).click()
    await expect(app.page.getByRole('button', { name: 'Verified: accept' })).toHaveCount(0)
    await expect(app.page.getByText('shows an unknown identity')).toHaveCount(0)
    const agreed = await askDesktop(app.page, 'gateway.identity', { accountId: 'practice' })
    expect(agreed.known).not.toBe(known)
    await expect(app.page.getByText(`known identity: ${agreed.known}`)).toBeVisible()
  } finally {
    await Promise.all([first.remove(), second.remove()])
  }
})

test('the choice of the cipher is kept', async ({ openApp }) => {
  const app = await openApp()
  await app.page.getByRole('link', { name: 'Settings' }).click()
  await app.page.getByText('X25519 and ML-KEM-768').click()
  await expect.poll(() => askDesktop(app.page, 'settings.get', {})).toMatchObject({ sealing: 'post-quantum' })
  await app.restart()
  expect(await askDesktop(app.page, 'settings.get', {})).toMatchObject({ sealing: 'post-quantum' })
})
