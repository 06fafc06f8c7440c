// A source's key reference that came with a backup: whoever made the backup named the place, so nothing is read from it and nobody
// asked before the trader has entered it here.

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { KDF_FLOOR } from '../../../../electron/vault/primitives.ts'
import { ADDRESS, otherState } from '../../../sources/others.ts'
import { memoryStore } from '../../../support/profile/memory-store.ts'
import { makePlace } from '../backup/backup-desk.ts'
import { type SourceDesk, startSourceDesk } from './source-desk.ts'

const bare = () =>
  startSourceDesk({ secretStore: memoryStore(), kdf: KDF_FLOOR, confirmCommand: () => Promise.resolve(true) })

const keyOf = async (desk: SourceDesk) =>
  (await desk.ok('sources.list', {})).find(({ source }) => source === 'coingecko')?.key

it('asks nothing and runs nothing before it is confirmed here, whatever is pressed, also after a restart', async () => {
  const place = makePlace()
  const ran = path.join(place.folder, 'it-ran')
  const script = path.join(place.folder, 'key.sh')
  writeFileSync(script, `touch ${ran}; echo ${otherState().key}\n`)
  const reference = { kind: 'command', apiKey: `sh ${script}` }
  const theirs = await bare()
  await theirs.ok('vault.create', {})
  await theirs.ok('coins.save', { coinId: 'dolomite', contracts: [{ chain: 'ethereum', address: ADDRESS }] })
  await theirs.ok('sources.save', { source: 'coingecko', enabled: true, reference })
  const file = place.next()
  await theirs.ok('backup.export', { path: file, recipient: place.recipient })
  // There it was confirmed, and is run.
  await theirs.backend.close()
  rmSync(ran, { force: true })

  const mine = await bare()
  await mine.ok('backup.import', { path: file, identity: place.identity })
  for (const opened of [false, true]) {
    if (opened) {
      await mine.restart()
      await mine.ok('vault.unlock', {})
    }
    expect(await keyOf(mine)).toMatchObject({ source: 'command', isConfirmed: false })
    await mine.backend.call('sources.refresh', { source: 'coingecko' })
    await mine.backend.call('history.get', { coinId: 'dolomite', range: '7d' })
    // Once the vault is open no time passes: it would lock itself.
    for (let minute = 0; !opened && minute < 30; minute++) mine.clock.advance(60_000)
    expect([mine.asked(), existsSync(ran)]).toEqual([{}, false])
  }

  await mine.ok('sources.save', { source: 'coingecko', enabled: true, reference })
  expect(await keyOf(mine)).toMatchObject({ source: 'command', isConfirmed: true })
  const { lastError } = await mine.ok('sources.refresh', { source: 'coingecko' })
  expect([lastError, existsSync(ran)]).toEqual([null, true])
  expect(Object.keys(mine.asked())).toEqual(['coingecko'])
})
