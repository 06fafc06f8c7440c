// Keys that are kept elsewhere: from a variable, a private file or another vault's command, at each use anew; and what
// goes wrong says where, never what was found there.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { argumentsOf } from '../../../../electron/vault/references/command-line.ts'
import { resolveReference } from '../../../../electron/vault/references/references.ts'
import type { KeyReference } from '../../../../shared/accounts.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'

const KEY = 'canary-key-8d2e'
const SECRET = 'canary-secret-51fa'
const environment = {
  get: async (name: string) => ({ MY_KEY: KEY, MY_SECRET: SECRET, EMPTY: '' })[name] ?? null,
  forCommands: async () => ({ PATH: process.env.PATH ?? '', FOR_THE_COMMAND: SECRET }),
}
const resolve = (kind: KeyReference['kind'], apiKey: string, apiSecret = apiKey, passphrase?: string) =>
  resolveReference({ kind, apiKey, apiSecret, ...(passphrase === undefined ? {} : { passphrase }) }, environment)
const failure = (kind: KeyReference['kind'], where: string) =>
  resolve(kind, where).then(
    () => 'resolved',
    (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
  )

function fileOf(contents: string, mode = 0o600): string {
  const folder = makeProfile()
  mkdirSync(folder)
  const file = path.join(folder, 'key')
  writeFileSync(file, contents)
  chmodSync(file, mode)
  return file
}

test('a variable is read by its exact name, at each use', async () => {
  const found = { apiKey: KEY, apiSecret: SECRET, passphrase: null }
  expect(await resolve('environment', 'MY_KEY', 'MY_SECRET')).toEqual(found)
  expect(await failure('environment', 'my_key')).toBe('KEY_UNAVAILABLE: VARIABLE_MISSING {"name":"my_key"}')
  expect(await failure('environment', 'EMPTY')).toContain('KEY_UNAVAILABLE')
})

test('a file is read only where nobody else may read or change it', async () => {
  const file = fileOf(`${SECRET}\r\n`)
  expect(await resolve('file', file)).toEqual({ apiKey: SECRET, apiSecret: SECRET, passphrase: null })
  for (const mode of [0o640, 0o604, 0o620, 0o602, 0o644]) {
    expect(await failure('file', fileOf(SECRET, mode)), mode.toString(8)).toContain('KEY_FILE_OPEN_TO_OTHERS')
  }
  const folder = makeProfile()
  mkdirSync(folder, { mode: 0o700 })
  expect(await failure('file', folder)).toContain('KEY_UNAVAILABLE')
  expect(await failure('file', 'relative/key')).toContain('KEY_FILE_NOT_ABSOLUTE')
  expect(await failure('file', '/nowhere/key')).toContain('KEY_FILE_UNREADABLE')
  expect(await failure('file', fileOf('x'.repeat(16_385)))).toContain('KEY_FILE_TOO_LARGE')
  expect(await failure('file', fileOf('\n'))).toContain('KEY_FILE_EMPTY')
})

test('a command runs without a shell, with the environment that it needs, and what it prints is the key', async () => {
  const print = (what: string) => `"${process.execPath}" -e "process.stdout.write(${what})"`
  const found = await resolve('command', print('process.env.FOR_THE_COMMAND'), print("'b c'"), print("'words'"))
  expect(found).toEqual({ apiKey: SECRET, apiSecret: 'b c', passphrase: 'words' })
  // With a shell the second program would run, and its output would be part of the key.
  expect(await resolve('command', 'echo a; echo b')).toMatchObject({ apiKey: 'a; echo b' })
})

test('a command that fails says its name alone', async () => {
  const telling = `"${process.execPath}" -e "console.log('${SECRET}'); console.error('${SECRET}'); process.exit(1)"`
  const said = await failure('command', telling)
  expect(said).toContain('KEY_UNAVAILABLE')
  expect(said).not.toContain('canary')
  expect(await failure('command', 'no-such-program-here x')).toContain('no-such-program-here')
  expect(await failure('command', ' ')).toContain('COMMAND_EMPTY')
  expect(await failure('command', 'op "read')).toContain('BAD_INPUT')
})

test('words of a command are grouped by quotes, and nothing else has a meaning', () => {
  expect(argumentsOf(`op read "op://a b/c" 'd"e' f"g h"i $HOME \\n *`)).toEqual([
    'op',
    'read',
    'op://a b/c',
    'd"e',
    'fg hi',
    '$HOME',
    '\\n',
    '*',
  ])
  expect(argumentsOf('a ""')).toEqual(['a', ''])
})
