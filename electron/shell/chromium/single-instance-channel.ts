// How a second start asks the first one to show its window: a private socket in the profile that knows one word.

import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

const WORD = 'focus'
const DONE = 'shown'
const ANSWER_WITHIN_MS = 2_000

/** Windows has no sockets in folders; its pipes are refused to other users by default. */
function addressIn(dataDir: string): string {
  if (process.platform !== 'win32') return join(dataDir, 'front.sock')
  return `\\\\.\\pipe\\prelist-${createHash('sha256').update(dataDir).digest('hex')}`
}

/**
 * Listens until the answer is called. Only the holder of the profile's lock may call this: a socket that a killed run
 * left is replaced. Where no socket can be had (a path that is too long) a second start has to do without.
 */
export async function openFrontDoor(dataDir: string, show: () => Promise<void>): Promise<() => void> {
  const address = addressIn(dataDir)
  const isFile = process.platform !== 'win32'
  if (isFile) rmSync(address, { force: true })
  const server = createServer((socket) => hear(socket, show))
  server.maxConnections = 16
  await new Promise<void>((resolve) => {
    // Later errors are those of single connections; none of them may end the app.
    server.on('error', () => resolve())
    server.listen(address, resolve)
  })
  if (isFile && server.listening) chmodSync(address, 0o600)
  server.unref()
  return () => void server.close()
}

/** Exactly the word and the end; any other byte, and the line is cut before it is read on. */
function hear(socket: Socket, show: () => Promise<void>): void {
  let heard = ''
  socket.on('error', () => socket.destroy())
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy())
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    heard += chunk
    if (!`${WORD}\n`.startsWith(heard)) socket.destroy()
    else if (heard === `${WORD}\n`)
      show().then(
        () => socket.end(DONE),
        () => socket.destroy(),
      )
  })
}

/** True when a first Prelist has shown its window; false when none answers. */
export function askForFront(dataDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection(addressIn(dataDir), () => socket.write(`${WORD}\n`))
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy())
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk
      if (!DONE.startsWith(answer)) socket.destroy()
    })
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(answer === DONE))
  })
}
