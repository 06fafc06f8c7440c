// Reads SQLite's write-ahead log as bytes, because SQLite drops a spoilt log without a word: whatever was committed in
// it would be gone, and the file would be written over.

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** Both orders of bytes in which the checksums may have been made. */
const MAGIC = { little: 0x377f0682, big: 0x377f0683 }

interface Sums {
  a: number
  b: number
}

/**
 * True when the log has lost something that was committed: its header is spoilt, or a spoilt frame stands before a
 * whole one of a later transaction, which was begun only after the earlier one had reached the disk. A spoilt end
 * alone is what a crash leaves behind, and counts as whole.
 */
export function lostCommits(log: Buffer): boolean {
  // The header reaches the disk before the first frame is written.
  if (log.length <= HEADER_BYTES) return false
  const magic = log.readUInt32BE(0)
  if (magic !== MAGIC.little && magic !== MAGIC.big) return true
  const little = magic === MAGIC.little
  const headerSums = sumUp({ a: 0, b: 0 }, log.subarray(0, 24), little)
  if (!sameSums(headerSums, storedSums(log, 24))) return true
  return lostBetween(log, little)
}

function lostBetween(log: Buffer, little: boolean): boolean {
  const frameBytes = FRAME_HEADER_BYTES + log.readUInt32BE(8)
  /** What the next frame's checksum may go on from: what stands in the frame before it, or what that should have been. */
  let before = [storedSums(log, 24)]
  let spoilt = false
  let commitJustBefore = false
  for (let at = HEADER_BYTES; at + frameBytes <= log.length; at += frameBytes) {
    const sums = storedSums(log, at + 16)
    const ours = log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))
    const page = log.subarray(at + FRAME_HEADER_BYTES, at + frameBytes)
    const computed = before.map((from) => sumUp(sumUp(from, log.subarray(at, at + 8), little), page, little))
    const whole = ours && computed.some((one) => sameSums(one, sums))
    // Right behind it: what several failed commits have left behind is a chain of tails, each broken off the one before.
    if (whole && commitJustBefore) return true
    if (!whole) spoilt = true
    // Frames of an earlier use of the file carry other salts, and say nothing.
    const commit = ours && log.readUInt32BE(at + 4) !== 0
    commitJustBefore = spoilt && commit
    before = whole ? [sums] : [sums, ...computed.slice(0, 1)]
  }
  return false
}

/** SQLite's running checksum over whole pairs of 32-bit words. */
function sumUp(from: Sums, bytes: Buffer, little: boolean): Sums {
  let { a, b } = from
  const word = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return { a, b }
}

function storedSums(log: Buffer, at: number): Sums {
  return { a: log.readUInt32BE(at), b: log.readUInt32BE(at + 4) }
}

function sameSums(one: Sums, other: Sums): boolean {
  return one.a === other.a && one.b === other.b
}
