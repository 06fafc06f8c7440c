// Reads a text that the trader has chosen: whole, by its absolute path, in UTF-8 and not larger than it may be.

import { open } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'

/** @throws AppError `FILE_NOT_USABLE`, `TOO_LARGE` */
export async function readTextFile(path: string, maxBytes: number): Promise<string> {
  if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', reason('FILE_PATH_NOT_WHOLE'))
  const unreadable = (cause: unknown) => new AppError('FILE_NOT_USABLE', reason('IMPORT_FILE_UNREADABLE'), { cause })
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error)
  })
  try {
    const { size } = await file.stat()
    if (size > maxBytes) throw new AppError('TOO_LARGE', reason('IMPORT_FILE_TOO_LARGE'))
    const bytes = await file.readFile()
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  } finally {
    await file.close()
  }
}
