// A disk that is really full, a small one in memory: orders are refused, and one that is open is canceled all the same.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Order } from '../../../../shared/order.ts'
import { draftOf, marketFor } from '../../../support/order-inputs.ts'
import { startDesk } from '../../../support/start-backend.ts'

/** A folder on a disk of `size` bytes. Needs the right to mount one, as CI has. */
function smallDisk(size: string): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'prelist-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) {
    rmSync(folder, { recursive: true })
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Takes all that is left. */
function fill(folder: string): void {
  spawnSync('dd', ['if=/dev/zero', `of=${path.join(folder, 'filling')}`, 'bs=4k'], { stdio: 'ignore' })
}

/** The log of the profile has room that is its own already: orders go out until that is used up, and no longer. */
const MOST_IN_THE_LOG = 200
/** The room may end between an attempt and its answer: then the order is in doubt, and says why. */
const NOT_SAVED = { status: 'unknown', reason: { code: 'ANSWER_NOT_SAVED' } }

async function refusedOrder(desk: Awaited<ReturnType<typeof startDesk>>): Promise<unknown> {
  let isInDoubt = false
  for (let taken = 0; taken < MOST_IN_THE_LOG; taken += 1) {
    const next = await desk.backend.call('orders.draft', { accountId: 'practice', coinId: 'dolomite', side: 'buy' })
    const told = next.ok
      ? await desk.backend.call('orders.submit', marketFor((next.value as { intentId: string }).intentId))
      : next
    if (!told.ok) return told
    // After that one nothing more goes out.
    expect(isInDoubt).toBe(false)
    isInDoubt = (told.value as Order).status === 'unknown'
    expect(told.value).toMatchObject(isInDoubt ? NOT_SAVED : { status: 'filled' })
  }
  return null
}

test('an open order is canceled on a full disk, and no new one is placed', async ({ skip }) => {
  const folder = smallDisk('16m')
  if (folder === null) return skip('a disk can be mounted by root alone')
  const dataDir = path.join(folder, 'profile')
  const desk = await startDesk([], { dataDir })
  const draft = await draftOf(desk)
  const { status } = await desk.ok('orders.submit', {
    ...{ intentId: draft.intentId, type: 'limit', timeInForce: 'gtc', acceptFarPrice: true },
    ...{ size: { unit: 'base', value: '500' }, price: '0.01' },
  })
  expect(status).toBe('open')
  fill(folder)
  for (const restarted of [false, true]) {
    if (restarted) await desk.restart()
    const told = await refusedOrder(desk)
    expect(told).toMatchObject({ ok: false, error: { code: 'STORAGE_FAILED' } })
    expect((await desk.ok('app.status')).notices.map(({ code }) => code)).toContain('DISK_FULL')
  }
  expect((await desk.ok('orders.cancel', { intentId: draft.intentId })).status).toBe('canceled')
  expect(existsSync(path.join(dataDir, 'prelist.reserve'))).toBe(false)

  writeFileSync(path.join(folder, 'filling'), '')
  expect((await desk.ok('app.status')).notices.map(({ code }) => code)).not.toContain('DISK_FULL')
  const again = await draftOf(desk)
  expect((await desk.ok('orders.submit', marketFor(again.intentId))).status).toBe('filled')
})
