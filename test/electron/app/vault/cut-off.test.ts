// A kill before each step of everything that changes a vault: it opens, every record is readable, and at most one key too
// many lies in the keychain, until the next unlock. Long runs kill real processes: `npm run torture`.

import { expect, it } from 'vitest'
import { watchSteps } from '../../../support/profile/steps.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'
import { cutOffs, findings, type Run, settled, startingPoint } from './cut-off-kit.ts'

const unlock: Run = (backend) => okOf(backend, 'vault.unlock', {})
const nothing: Run = async () => {}

const OPERATIONS: [name: string, start: 'no vault' | 'vault', prepare: Run, run: Run][] = [
  ['a vault is created', 'no vault', nothing, (backend) => okOf(backend, 'vault.create', {})],
  ['it is unlocked', 'vault', nothing, unlock],
  ['its wrapping key is replaced', 'vault', unlock, (backend) => okOf(backend, 'vault.rotate', {})],
  [
    'its data key is replaced',
    'vault',
    unlock,
    async (backend) => {
      await okOf(backend, 'vault.rotate', { what: 'data-key' })
      await settled(backend)
    },
  ],
  ['a passphrase is set', 'vault', unlock, (backend) => okOf(backend, 'vault.setPassphrase', { passphrase: 'words' })],
  [
    'a recovery kit is written',
    'vault',
    unlock,
    (backend) => okOf(backend, 'vault.writeRecoveryKit', { path: `${makeProfile()}-kit.txt` }),
  ],
  ['it is locked', 'vault', unlock, (backend) => okOf(backend, 'vault.lock', {})],
]

it.each(OPERATIONS)('killed while %s [R36]', async (name, start, prepare, run) => {
  const all = await cutOffs(await startingPoint(start), watchSteps(), prepare, run)
  expect(all.length).toBeGreaterThan(2)
  console.log(`${name}: killed before ${all.length - 1} steps`)
  const wrong: string[] = []
  for (const left of all) wrong.push(...(await findings(left)))
  expect(wrong).toEqual([])
})

it('killed while the next unlock finishes what a kill has cut off [R36]', async () => {
  const steps = watchSteps()
  const rotating = await cutOffs(await startingPoint('vault'), steps, unlock, (backend) =>
    okOf(backend, 'vault.rotate', {}),
  )
  const twoKeys = rotating.filter(({ items }) => items.size === 2)
  expect(twoKeys.length).toBeGreaterThan(2)
  const wrong: string[] = []
  for (const first of [twoKeys[0], twoKeys.at(Math.floor(twoKeys.length / 2)), twoKeys.at(-1)]) {
    if (first === undefined) continue
    for (const second of await cutOffs(first, steps, nothing, unlock)) wrong.push(...(await findings(second)))
  }
  expect(wrong).toEqual([])
})
