// What the size of a database file and its header say by themselves, before SQLite opens it.

import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** Of SQLite's file format. */
export const HEADER_BYTES = 100
/** Where the size of a page stands in it, of which 1 means the one that has no room there. */
const PAGE_SIZE_AT = 16
const LARGEST_PAGE = 65_536

/** Of a folder in its place the size says nothing, and every file system says another one. */
export function sizeOf(name: string): number {
  const found = statSync(name, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : 0
}

/** Whether the file at `path` ends in the middle of a page. @throws file errors */
export function endsWithinPage(path: string, size: number): boolean {
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, header)
  } finally {
    closeSync(file)
  }
  const stored = header.readUInt16BE(PAGE_SIZE_AT)
  const page = stored === 1 ? LARGEST_PAGE : stored
  // What is no size at all is SQLite's to refuse.
  return page > 0 && size % page !== 0
}
