// Profiles in every state that cannot be opened, and what lies in their folders, byte for byte.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Backend } from '../../../../electron/app/backend.ts'
import { openProfile } from '../../../../electron/app/profile.ts'
import type { ProfileState } from '../../../../shared/profile.ts'
import { makeProfile } from '../../../support/profile/temp-folder.ts'
import { okOf } from '../../../support/start-backend.ts'

const KILLED_APP = fileURLToPath(new URL('./killed-app.ts', import.meta.url))

export const DATABASE = 'prelist.sqlite'
export const NOTE = { coinId: 'peaq', text: 'kept from before' }

/** What the app itself may write while it only says what is wrong: its log, its lock, and SQLite's empty side files. */
const OWN_TRACES = /^(prelist\.log|prelist\.lock|prelist\.sqlite-shm)$/

/** Opens the door, closed after the test. */
export async function openDoor(dataDir: string): Promise<Backend> {
  const door = await openProfile({ dataDir })
  onTestFinished(() => door.close())
  return door
}

/** A profile with a note in it, closed in order. */
export async function makeClosedProfile(): Promise<string> {
  const dataDir = makeProfile()
  const door = await openProfile({ dataDir })
  await okOf(door, 'notes.save', NOTE)
  await door.close()
  return dataDir
}

/** A profile whose process was killed: what it wrote last is in the log alone. */
export function makeKilledProfile(): string {
  const dataDir = makeProfile()
  const { signal, stderr } = spawnSync(process.execPath, [KILLED_APP, dataDir], { encoding: 'utf8' })
  if (signal !== 'SIGKILL') throw new Error(`the app was not killed: ${stderr}`)
  return dataDir
}

/** Name and digest of each file of the profile; a folder or a link by its kind. */
export function filesOf(folder: string): Record<string, string> {
  const isOurs = (name: string) =>
    OWN_TRACES.test(name) || (name === `${DATABASE}-wal` && statSync(join(folder, name)).size === 0)
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isOurs(name))
  return Object.fromEntries(
    entries.map((entry) => {
      if (entry.isDirectory()) return [entry.name, JSON.stringify(filesOf(join(folder, entry.name)))]
      if (!entry.isFile()) return [entry.name, 'no file']
      return [
        entry.name,
        createHash('sha256')
          .update(readFileSync(join(folder, entry.name)))
          .digest('hex'),
      ]
    }),
  )
}

interface ProblemCase {
  name: string
  state: Exclude<ProfileState, 'open'>
  make: () => Promise<string> | string
}

async function spoilt(spoil: (path: string, dataDir: string) => void): Promise<string> {
  const dataDir = await makeClosedProfile()
  spoil(join(dataDir, DATABASE), dataDir)
  return dataDir
}

function killed(spoil: (path: string, dataDir: string) => void): string {
  const dataDir = makeKilledProfile()
  spoil(join(dataDir, DATABASE), dataDir)
  return dataDir
}

/** Changes the bytes of a file in place. */
export function patch(path: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(path, change(readFileSync(path)))
}

function setVersion(path: string, version: number): void {
  const raw = new DatabaseSync(path)
  raw.exec(`PRAGMA user_version = ${version}`)
  raw.close()
}

/** Every way in which a profile does not open. */
export const PROBLEM_CASES: ProblemCase[] = [
  {
    name: 'garbage in place of the file',
    state: 'damaged',
    make: () => spoilt((path) => writeFileSync(path, 'this is no database '.repeat(400))),
  },
  {
    name: 'a spoilt header',
    state: 'damaged',
    make: () => spoilt((path) => patch(path, (bytes) => Buffer.from(bytes).fill(0x41, 0, 40))),
  },
  {
    name: 'half a file',
    state: 'damaged',
    make: () => spoilt((path) => patch(path, (bytes) => bytes.subarray(0, Math.floor(bytes.length / 8192) * 4096))),
  },
  { name: 'zero bytes', state: 'damaged', make: () => spoilt((path) => writeFileSync(path, '')) },
  {
    name: 'zero bytes, and a log with what was committed',
    state: 'damaged',
    make: () =>
      killed((path, dataDir) => {
        writeFileSync(path, '')
        rmSync(join(dataDir, 'profile.json'))
      }),
  },
  {
    name: 'a database of another program',
    state: 'damaged',
    make: () =>
      spoilt((path) => {
        rmSync(path)
        const raw = new DatabaseSync(path)
        raw.exec('CREATE TABLE recipes (name TEXT)')
        raw.close()
      }),
  },
  {
    name: 'a spoilt header of the log',
    state: 'damaged',
    make: () => killed((path) => patch(`${path}-wal`, (bytes) => Buffer.from(bytes).fill(0, 0, 32))),
  },
  {
    name: 'a hole in the log, before later commits',
    state: 'damaged',
    make: () =>
      killed((path) => patch(`${path}-wal`, (bytes) => Buffer.from(bytes).fill(0xff, 32 + 24 + 100, 32 + 24 + 200))),
  },
  { name: 'a newer schema', state: 'too-new', make: () => spoilt((path) => setVersion(path, 999)) },
  {
    name: 'a newer schema that is in the log alone',
    state: 'too-new',
    make: () => {
      const dataDir = makeProfile()
      const { signal } = spawnSync(process.execPath, [KILLED_APP, dataDir, 'newer'])
      if (signal !== 'SIGKILL') throw new Error('the app was not killed')
      return dataDir
    },
  },
  { name: 'no file', state: 'missing', make: () => spoilt((path) => renameSync(path, `${path}.moved-away`)) },
  { name: 'a log without its file', state: 'missing', make: () => killed((path) => rmSync(path)) },
  {
    name: 'no file in a profile from before the mark, with a log of the app',
    state: 'missing',
    make: () => {
      const dataDir = makeProfile()
      mkdirSync(dataDir)
      writeFileSync(join(dataDir, 'prelist.log'), '{}\n')
      return dataDir
    },
  },
  {
    name: 'no file in a profile from before the mark, with a practice ledger',
    state: 'missing',
    make: () => {
      const dataDir = makeProfile()
      mkdirSync(join(dataDir, 'practice-exchange'), { recursive: true })
      return dataDir
    },
  },
  {
    name: 'a folder in place of the file',
    state: 'unwritable',
    make: () =>
      spoilt((path) => {
        rmSync(path)
        mkdirSync(path)
      }),
  },
  {
    name: 'a link that leads to itself in place of the file',
    state: 'unwritable',
    make: () =>
      spoilt((path) => {
        rmSync(path)
        symlinkSync(path, path)
      }),
  },
]

/** Keeps a copy of the database, and gives the way to put it back. */
export function keepCopy(dataDir: string): () => void {
  const copy = join(dataDir, '..', 'copy.sqlite')
  copyFileSync(join(dataDir, DATABASE), copy)
  return () => copyFileSync(copy, join(dataDir, DATABASE))
}
