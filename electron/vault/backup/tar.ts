// The archive inside a backup: plain ustar, so that `age -d backup.age | tar t` lists it. Written and read for a fixed list
// of parts; whatever else a tar file can hold (links, folders, long names, gaps) is refused.

import { invalidBackup } from './invalid-backup.ts'

export const BLOCK = 512

/** What of a file's name and size stands before its bytes. */
export interface Entry {
  name: string
  size: number
}

/** The 512 bytes before the part. Times and owners are left out: they would tell of the machine. */
export function tarHeader({ name, size }: Entry): Uint8Array {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 100, 'latin1')
  block.write('0000600\0', 100, 'latin1')
  block.write('0000000\0', 108, 'latin1')
  block.write('0000000\0', 116, 'latin1')
  block.write(`${octal(size, 11)}\0`, 124, 'latin1')
  block.write(`${octal(0, 11)}\0`, 136, 'latin1')
  block.write(' '.repeat(8), 148, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${octal(sum, 6)}\0 `, 148, 'latin1')
  return block
}

/**
 * The name and size of the part that follows. Only headers as `tarHeader` writes them pass, byte for byte.
 * @throws AppError `BACKUP_INVALID`
 */
export function readTarHeader(block: Uint8Array): Entry {
  const text = Buffer.from(block).toString('latin1')
  const name = text.slice(0, text.indexOf('\0'))
  const size = /^[0-7]{11}\0/.test(text.slice(124)) ? Number.parseInt(text.slice(124, 135), 8) : -1
  if (size < 0 || !/^[a-z0-9.-]{1,99}$/.test(name)) throw invalidBackup()
  if (Buffer.compare(tarHeader({ name, size }), block) !== 0) throw invalidBackup()
  return { name, size }
}

/** Zeros after a part of `size` bytes, up to the next block. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

/** Two blocks of zeros end an archive. */
export const END_BYTES: number = 2 * BLOCK

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}
