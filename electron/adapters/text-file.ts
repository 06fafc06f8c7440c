// Reads a text that the trader has chosen: whole, by its absolute path, in UTF-8 and not larger than it may be.

import { open } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { reason } from '../../shared/reasons/reason.ts'
import { AppError } from '../../shared/result.ts'

/** As spreadsheets write wide characters: with a mark, or with every second byte of the first ones empty. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : null
}

/** @throws AppError `FILE_NOT_USABLE`, `TOO_LARGE` */
export function readTextFile(path: string, maxBytes: number): Promise<string> {
  return reading(path, maxBytes, (bytes) => new TextDecoder(wideOf(bytes) ?? 'utf-8', { fatal: true }).decode(bytes))
}

/** The same of a file that an older spreadsheet may have written, with the name of its encoding. */
export function readAnyTextFile(path: string, maxBytes: number): Promise<{ text: string; encoding: string }> {
  return reading(path, maxBytes, (bytes) => {
    const wide = wideOf(bytes)
    try {
      const encoding = wide ?? 'utf-8'
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch (error) {
      if (wide !== null) throw error
      // In it every byte is a character, so that nothing else could follow.
      return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
    }
  })
}

async function reading<T>(path: string, maxBytes: number, decoded: (bytes: Uint8Array) => T): Promise<T> {
  if (!isAbsolute(path)) throw new AppError('FILE_NOT_USABLE', reason('FILE_PATH_NOT_WHOLE'))
  const unreadable = (cause: unknown) => new AppError('FILE_NOT_USABLE', reason('IMPORT_FILE_UNREADABLE'), { cause })
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error)
  })
  try {
    const { size } = await file.stat()
    if (size > maxBytes) throw new AppError('TOO_LARGE', reason('IMPORT_FILE_TOO_LARGE'))
    return decoded(await file.readFile())
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  } finally {
    await file.close()
  }
}
