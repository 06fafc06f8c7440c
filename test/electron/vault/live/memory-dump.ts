// Copies what a process can write in its memory into a file. Linux only, and only for itself and its own children.

import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

/** One buffer for all that is read, wiped at the end: the reader must not become a place where keys are found. */
const buffer = Buffer.allocUnsafeSlow(1 << 16)
const ZEROS = Buffer.alloc(buffer.length)

/** @param pid of a process, or `self` */
export function dumpMemory(pid: number | 'self', file: string): void {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const out = openSync(file, 'w')
  try {
    for (const [from, to] of writableRegions(pid)) copyRegion(memory, out, from, to)
  } finally {
    buffer.fill(0)
    closeSync(memory)
    closeSync(out)
  }
}

/** First and last address of what the process can write. */
export function writableRegions(pid: number | 'self'): [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from === '' ? [] : [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as [number, number]]
    })
}

function copyRegion(memory: number, out: number, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const length = Math.min(buffer.length, to - at)
    try {
      const read = readSync(memory, buffer, 0, length, at)
      if (read === 0) return
      // Most of what a process may write it has never written.
      if (buffer.compare(ZEROS, 0, read, 0, read) !== 0) writeSync(out, buffer, 0, read)
      at += read
    } catch {
      // A region that went away meanwhile, or one that only the kernel reads.
      return
    }
  }
}
