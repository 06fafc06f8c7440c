// Gets at keys that Prelist does not store: from a variable, a file, or the command of another vault. Resolved at each
// use, in the process that uses them; the values are never written, logged or sent back.

import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { KeyReference } from '../../../shared/accounts.ts'
import { type Reason, reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import type { Credentials, ParentEnvironment } from '../../ports/vault.ts'
import { argumentsOf } from './command-line.ts'

const MAX_BYTES = 16 * 1024
const COMMAND_MS = 30_000

const unavailable = (why: Reason, cause?: unknown) => new AppError('KEY_UNAVAILABLE', why, { cause })

/** @throws AppError `KEY_UNAVAILABLE`; its text names the variable or the path, and nothing that was found there */
export async function resolveReference(reference: KeyReference, environment: ParentEnvironment): Promise<Credentials> {
  const resolve = RESOLVERS[reference.kind]
  const { apiKey, apiSecret, passphrase } = reference
  // One after the other: each command may ask for the trader's fingerprint.
  return {
    apiKey: await resolve(apiKey, environment),
    apiSecret: await resolve(apiSecret, environment),
    passphrase: passphrase === undefined ? null : await resolve(passphrase, environment),
  }
}

/** One place of a reference. @throws AppError as `resolveReference` */
export const resolvePlace = (
  kind: KeyReference['kind'],
  place: string,
  environment: ParentEnvironment,
): Promise<string> => RESOLVERS[kind](place, environment)

type Resolver = (where: string, environment: ParentEnvironment) => Promise<string>

const RESOLVERS: Readonly<Record<KeyReference['kind'], Resolver>> = {
  environment: async (name, environment) => {
    const value = await environment.get(name)
    if (value === null || value === '') throw unavailable(reason('VARIABLE_MISSING', { name }))
    return value
  },
  file: async (path) => onlyLine(await readPrivate(path), reason('KEY_FILE_EMPTY', { path })),
  command: async (line, environment) => {
    const [program, ...args] = argumentsOf(line)
    if (program === undefined) throw unavailable(reason('COMMAND_EMPTY'))
    const told = await outputOf(program, args, await environment.forCommands())
    return onlyLine(told, reason('COMMAND_GAVE_NOTHING', { program }))
  },
}

async function readPrivate(path: string): Promise<string> {
  if (!isAbsolute(path)) throw unavailable(reason('KEY_FILE_NOT_ABSOLUTE', { path }))
  // A pipe that nobody writes to would hang the opening.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw unavailable(reason('KEY_FILE_UNREADABLE', { path }), error)
  })
  try {
    const { mode, size, isFile } = await stated(file)
    if (!isFile) throw unavailable(reason('KEY_FILE_NO_FILE', { path }))
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw unavailable(reason('KEY_FILE_OPEN_TO_OTHERS', { path }))
    }
    if (size > MAX_BYTES) throw unavailable(reason('KEY_FILE_TOO_LARGE', { path }))
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

async function stated(file: Awaited<ReturnType<typeof open>>) {
  const stats = await file.stat()
  return { mode: stats.mode, size: stats.size, isFile: stats.isFile() }
}

function onlyLine(text: string, whyNone: Reason): string {
  const line = text.replace(/\r?\n$/, '')
  if (line === '') throw unavailable(whyNone)
  return line
}

/** Without a shell, so that nothing in the line means anything but an argument. */
function outputOf(program: string, args: readonly string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env, timeout: COMMAND_MS, maxBuffer: MAX_BYTES, windowsHide: true }
    execFile(program, args, options, (error, stdout) => {
      // The library's error repeats the command line and what the command wrote.
      if (error === null) resolve(stdout)
      else reject(unavailable(reason('COMMAND_FAILED', { program })))
    })
  })
}
