// Writes a stream to a file that must not exist before. The file has its name only when all of it is on the disk; a disk
// that fills up leaves nothing behind.

import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import { reason } from '../../../shared/reasons/reason.ts'
import { AppError } from '../../../shared/result.ts'
import { UNFINISHED } from '../../ports/vault.ts'

/**
 * Writes all of `chunks` to the new file at `path`, readable by its owner alone; answers with its size in bytes.
 * @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE`, and what the stream throws as an AppError
 */
export async function writeNamed(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  // A relative path names another file in each folder that the app is started from.
  if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', reason('FILE_PATH_NOT_WHOLE'))
  const part = path + UNFINISHED
  let file: FileHandle | null = null
  try {
    // Never through a link, never over a file: what lies there is not ours.
    file = await open(part, 'wx', 0o600)
    let bytes = 0
    for await (const chunk of chunks) {
      await writeAll(file, chunk)
      bytes += chunk.length
    }
    await file.sync()
    await file.close()
    await takeName(part, path)
    await syncFolder(dirname(path)).catch(async (error: unknown) => {
      await rm(path)
      throw error
    })
    return bytes
  } catch (error) {
    throw fileError(error, file === null)
  } finally {
    await file?.close().catch(() => {})
    if (file !== null) await rm(part, { force: true }).catch(() => {})
  }
}

// A link is refused where the name is taken, which a rename is not. A disk that knows no links, as memory sticks are made,
// gets the name reserved by an empty file instead.
async function takeName(part: string, path: string): Promise<void> {
  try {
    await link(part, path)
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error
    await (await open(path, 'wx', 0o600)).close()
    await rename(part, path).catch(async (second: unknown) => {
      await rm(path, { force: true })
      throw second
    })
  }
}

/** Writes every byte: a disk that is nearly full may take a part of what it is given and say so only by the count. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

// Windows opens no folders; its file system keeps the name by itself.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function fileError(cause: unknown, atOpening: boolean): AppError {
  if (cause instanceof AppError) return cause
  if (isCode(cause, 'EEXIST')) {
    const why = atOpening ? reason('FILE_CUT_SHORT', { ending: UNFINISHED }) : reason('FILE_NAME_TAKEN')
    return new AppError('FILE_EXISTS', why, { cause })
  }
  if (isCode(cause, 'ENOSPC')) {
    return new AppError('FILE_NOT_USABLE', reason('DISK_FULL_FILE'), { cause })
  }
  return new AppError('FILE_NOT_USABLE', reason('FILE_NOT_WRITTEN'), { cause })
}
