// Looks for texts in the memory of the browser's own processes, as it lies there. Linux only.

import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { writableRegions } from '../../electron/vault/live/memory-dump.ts'

const CHUNK = 1 << 20

export interface Found {
  /** `browser`, or what the browser calls its child: `renderer`, `gpu-process`, `utility`, … */
  role: string
  copies: number
}

/** How often `text` lies in each of the browser's processes, in UTF-8 and in UTF-16. Processes that cannot be read: -1. */
export function copiesIn(text: string): Found[] {
  return browserProcesses().map(({ pid, role }) => ({ role, copies: copiesInProcess(pid, text) }))
}

function browserProcesses(): { pid: number; role: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = ''] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'latin1')) ?? []
        return [{ pid: Number(name), parent: Number(parent), line: readFileSync(`/proc/${name}/cmdline`, 'latin1') }]
      } catch {
        return []
      }
    })
  const ours = new Set([process.pid])
  // A parent may have a higher number than its child, so one pass is not enough.
  for (let before = 0; before !== ours.size; ) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  return all.flatMap(({ pid, line }) => {
    // A process that a browser forks writes its words with spaces between them.
    const program = line.split(/[\0 ]/)[0] ?? ''
    if (!ours.has(pid) || !/(chrom|msedge|electron)[^/]*$/i.test(program)) return []
    return [{ pid, role: /--type=([a-z-]+)/.exec(line)?.[1] ?? 'browser' }]
  })
}

function copiesInProcess(pid: number, text: string): number {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const overlap = Math.max(...forms.map((form) => form.length)) - 1
  const buffer = Buffer.alloc(CHUNK)
  let copies = 0
  try {
    const memory = openSync(`/proc/${pid}/mem`, 'r')
    try {
      for (const [from, to] of writableRegions(pid)) {
        for (let at = from; at < to; at += CHUNK - overlap) {
          const read = readAt(memory, buffer, Math.min(CHUNK, to - at), at)
          if (read === 0) break
          for (const form of forms) copies += countOf(buffer.subarray(0, read), form)
        }
      }
    } finally {
      closeSync(memory)
      buffer.fill(0)
    }
  } catch {
    return -1
  }
  return copies
}

// A region may have gone away meanwhile, and some are readable by the kernel alone.
function readAt(memory: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, buffer, 0, length, at)
  } catch {
    return 0
  }
}

function countOf(bytes: Buffer, form: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) count += 1
  return count
}
