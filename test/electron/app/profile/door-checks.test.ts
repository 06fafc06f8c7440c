// While the profile is closed the door checks callers and messages as it always does.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OPERATION_NAMES } from '../../../../shared/contract/contract.ts'
import { casesFor, hostileMessages } from '../messages/hostile-cases.ts'
import { DATABASE, filesOf, makeClosedProfile, openDoor } from './profile-files.ts'

const PROFILE = ['profile.status', 'profile.retry', 'profile.startNew'] as const

async function closedDoor() {
  const dataDir = await makeClosedProfile()
  writeFileSync(join(dataDir, DATABASE), 'garbage '.repeat(1000))
  return { dataDir, door: await openDoor(dataDir) }
}

it('refuses strangers, unknown names, large and misshapen messages, and moves nothing for them [R9]', async () => {
  const { dataDir, door } = await closedDoor()
  const before = filesOf(dataDir)
  for (const operation of OPERATION_NAMES) {
    expect(await door.dispatch(null, operation, {})).toMatchObject({ error: { code: 'FORBIDDEN_SENDER' } })
  }
  expect(await door.call('profile.delete', {})).toMatchObject({ error: { code: 'UNKNOWN_OPERATION' } })
  const cases = casesFor({ ownCoin: 'own', draft: 'a', filledOrder: 'b', account: 'c', task: 'd' })
  let sent = 0
  for (const operation of PROFILE) {
    for (const message of hostileMessages(cases[operation])) {
      expect(await door.call(operation, message)).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(BAD_INPUT|TOO_LARGE|RATE_LIMITED)$/) },
      })
      sent += 1
    }
  }
  expect(await door.call('coins.get', { coinId: 7 })).toMatchObject({ error: { code: 'BAD_INPUT' } })
  expect(filesOf(dataDir)).toEqual(before)
  process.stdout.write(`hostile messages to a closed profile: ${sent}\n`)
})

it('bears only so many calls at once [R9]', async () => {
  const { door } = await closedDoor()
  const answers = await Promise.all(Array.from({ length: 400 }, () => door.call('profile.status', {})))
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
  expect([codes.length > 100, new Set(codes)]).toEqual([true, new Set(['RATE_LIMITED'])])
})
