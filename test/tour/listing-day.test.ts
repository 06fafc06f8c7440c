// The pictures of a listing day: in `tour/listing-day/`, or for the guide in its own folder, which git keeps.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openListingDay } from '../e2e/support/listing-day-stage.ts'
import { listingDay } from '../e2e/support/listing-day-steps.ts'
import { test } from '../e2e/support/open-app.ts'

const FOLDER = process.env['PRELIST_GUIDE_PICTURES'] === '1' ? '../../docs/screenshots/' : '../../tour/'
const PICTURES = fileURLToPath(new URL(`${FOLDER}listing-day`, import.meta.url))

test('a listing day, from the evening before to the order', async ({ openApp }) => {
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  const day = await openListingDay((options) => openApp({ ...options, viewport: { width: 1280, height: 900 } }))
  try {
    await listingDay(day, async (picture, page, of) => {
      // In the middle: what belongs to it stands around it.
      await of.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      await page.mouse.move(0, 0)
      await page.screenshot({ path: join(PICTURES, `${picture}.png`), animations: 'disabled' })
      console.log(`${picture}.png`)
    })
  } finally {
    await day.close()
  }
})
