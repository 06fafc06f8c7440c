// The run itself is kept in: the program that came from a stranger has no rights, no network and no home of anybody's.

import { readdirSync } from 'node:fs'
import { networkInterfaces, tmpdir, userInfo } from 'node:os'
import { expect, test } from 'playwright/test'

test('it is no privileged user, in a home that was made for this run', () => {
  expect(userInfo().uid).not.toBe(0)
  expect(process.env['HOME']).toBe(tmpdir())
  expect(readdirSync(tmpdir())).not.toContain('.config')
  expect(Object.keys(process.env).filter((name) => /TOKEN|SECRET|PASSWORD|_KEY$/i.test(name))).toEqual([])
})

test('there is no network but this machine’s own address', () => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  test.skip(process.env['PRELIST_E2E_NETWORK'] === 'open', 'the network cannot be taken away on this machine')
  expect(addresses.filter(({ internal }) => !internal)).toEqual([])
})
