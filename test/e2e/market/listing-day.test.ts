// A whole listing day over the real backend: an exchange that a script speaks for, and a clock that leaps from one hour to the next.

import { expect } from 'playwright/test'
import { openListingDay } from '../support/listing-day-stage.ts'
import { listingDay } from '../support/listing-day-steps.ts'
import { test } from '../support/open-app.ts'

test('the plan, the check, the opening, the alert, the ticket and the order', async ({ openApp }) => {
  const day = await openListingDay(openApp)
  try {
    await listingDay(day, async (picture, page) => {
      // The window itself never scrolls: its head and its foot would leave it.
      expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight'), picture).toBe(0)
    })
  } finally {
    await day.close()
  }
})
