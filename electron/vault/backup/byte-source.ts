// Takes a stream apart into pieces of exact length, holding no more of it than one chunk and the piece.

import { invalidBackup } from './invalid-backup.ts'

export interface ByteSource {
  /** The next `count` bytes. @throws AppError `BACKUP_INVALID` when there are fewer */
  take(count: number): Promise<Uint8Array>
  /** Hands the next `count` bytes on, chunk by chunk. @throws AppError `BACKUP_INVALID` when there are fewer */
  drain(count: number, sink: (chunk: Uint8Array) => Promise<void>): Promise<void>
  /** Reads on to make sure that nothing follows. @throws AppError `BACKUP_INVALID` when something does */
  end(): Promise<void>
}

/** Builds a source over a stream. What the stream throws comes through. */
export function byteSource(stream: AsyncIterable<Uint8Array>): ByteSource {
  const chunks = stream[Symbol.asyncIterator]()
  let rest = new Uint8Array()

  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await chunks.next()
      if (next.done === true) return false
      rest = new Uint8Array(next.value)
    }
    return true
  }
  const drain: ByteSource['drain'] = async (count, sink) => {
    for (let left = count; left > 0; ) {
      if (!(await fill())) throw invalidBackup()
      const chunk = rest.subarray(0, left)
      rest = rest.subarray(chunk.length)
      left -= chunk.length
      await sink(chunk)
    }
  }
  return {
    drain,
    take: async (count) => {
      const bytes = new Uint8Array(count)
      let at = 0
      await drain(count, async (chunk) => {
        bytes.set(chunk, at)
        at += chunk.length
      })
      return bytes
    },
    end: async () => {
      if (await fill()) throw invalidBackup()
    },
  }
}
