// The socket over which a second start asks for the window: one word, and nothing else, has an effect.

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { askForFront, openFrontDoor } from '../../../../electron/shell/chromium/single-instance-channel.ts'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prelist-door-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function openDoor(folder = makeFolder()) {
  let shown = 0
  const close = await openFrontDoor(folder, async () => {
    shown += 1
  })
  onTestFinished(close)
  return { folder, path: join(folder, 'front.sock'), shown: () => shown, close }
}

/** What comes back when these bytes are sent and the line is left open. */
function answerTo(path: string, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection(path, () => socket.write(bytes))
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

test('shows the window when it is asked, each time', async () => {
  const door = await openDoor()
  expect(await askForFront(door.folder)).toBe(true)
  expect(await askForFront(door.folder)).toBe(true)
  expect(door.shown()).toBe(2)
})

test('is open to this user alone', async () => {
  const door = await openDoor()
  expect(statSync(door.path).mode & 0o777).toBe(0o600)
})

const STRANGE: [string, string | Buffer][] = [
  ['another word', 'close\n'],
  ['the word with more behind it', 'focus\nfocus\n'],
  ['the word with an argument', 'focus https://example.com/\n'],
  ['the word without its end', 'focus'],
  ['the word in capitals', 'FOCUS\n'],
  ['a line without the word', '\n'],
  ['a request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an operation', '{"operation":"orders.submit","input":{}}\n'],
  ['bytes', Buffer.from([0, 255, 254, 10])],
  ['a megabyte', 'f'.repeat(1024 * 1024)],
]

test.each(STRANGE)('cuts the line on %s', async (_, bytes) => {
  const door = await openDoor()
  expect(await answerTo(door.path, bytes)).toBe('')
  expect(door.shown()).toBe(0)
  expect(await askForFront(door.folder)).toBe(true)
})

test('says that nobody answered where no Prelist is, or only its dead socket', async () => {
  const folder = makeFolder()
  expect(await askForFront(folder)).toBe(false)
  writeFileSync(join(folder, 'front.sock'), '')
  expect(await askForFront(folder)).toBe(false)
})

test('takes the place of what a killed run left, and leaves nothing itself', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'front.sock'), '')
  const door = await openDoor(folder)
  expect(await askForFront(folder)).toBe(true)
  door.close()
  expect(existsSync(door.path)).toBe(false)
})

test('does without a socket where the path is too long for one', async () => {
  const folder = join(makeFolder(), 'a'.repeat(150))
  const door = await openDoor(folder)
  expect(await askForFront(folder)).toBe(false)
  door.close()
})

test('says no when the window cannot be shown', async () => {
  const folder = makeFolder()
  onTestFinished(await openFrontDoor(folder, () => Promise.reject(new Error('the window is gone'))))
  expect(await askForFront(folder)).toBe(false)
})
