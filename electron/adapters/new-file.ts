// Writes a file that was not there before: completely or not at all, and for its owner alone.

import { randomUUID } from 'node:crypto'
import { type FileHandle, link, open, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { AppError } from '../../shared/result.ts'

/**
 * Writes the parts one after the other to the absolute `path`, mode 0600. The file gets its name only when all of it is
 * on the disk, and never the name of something that is there, a link included.
 * @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE`; nothing new is left behind then
 */
export async function writeNewFile(path: string, parts: Iterable<string>): Promise<void> {
  if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', 'The whole path of the file is needed.')
  const folder = dirname(path)
  const unfinished = join(folder, `.${basename(path)}.${randomUUID()}.unfinished`)
  try {
    await using(await open(unfinished, 'wx', 0o600), async (file) => {
      await file.chmod(0o600)
      for (const part of parts) await writeAll(file, Buffer.from(part))
      await file.sync()
    })
    // Unlike a rename, a link is refused where the name is taken.
    await link(unfinished, path)
  } catch (error) {
    throw fileError(error)
  } finally {
    await rm(unfinished, { force: true }).catch(() => {})
  }
  await syncFolder(folder)
}

async function using(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

// A disk that is nearly full may take a part of what it is given and say so only by the count.
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) done += (await file.write(bytes, done)).bytesWritten
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; its file system keeps the name by itself.
  const handle = await open(folder, 'r').catch(() => null)
  if (handle === null) return
  await using(handle, (file) => file.sync().catch(() => {}))
}

function fileError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EEXIST') {
    return new AppError('FILE_EXISTS', 'There is a file of this name already. Nothing was written.', { cause: error })
  }
  return new AppError('FILE_NOT_USABLE', 'The file could not be written. Check the folder and the space on the disk.', {
    cause: error,
  })
}
