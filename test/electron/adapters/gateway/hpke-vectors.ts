// Reads the published HPKE vectors, which lie in test/vectors with their sources.

import { readFileSync } from 'node:fs'

export interface HpkeVector {
  name: string
  suite: string
  info: Uint8Array
  /** What the sender's ephemeral key is made of; null where the second implementation cannot be told. */
  ikmE: Uint8Array | null
  ikmR: Uint8Array
  skR: Uint8Array | null
  pkR: Uint8Array | null
  enc: Uint8Array
  pt: Uint8Array
  encryptions: { sequence: number; aad: Uint8Array; ct: Uint8Array }[]
  exports: { context: Uint8Array; value: Uint8Array }[]
}

const FILE = new URL('../../../vectors/hpke-base.txt', import.meta.url)
const bytes = (hex = '') => Uint8Array.from(Buffer.from(hex, 'hex'))

function readOne(section: string): HpkeVector {
  const [name = '', ...rest] = section.split(']\n')
  // A line that begins with a space goes on with the one before.
  const lines = rest.join('').replaceAll('\n  ', '').split('\n')
  const rows = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.split(' ').slice(1))
  const field = (key: string): Uint8Array | null => (rows(key)[0] === undefined ? null : bytes(rows(key)[0]?.[0]))
  const needed = (key: string) => field(key) ?? new Uint8Array()
  return {
    name,
    suite: rows('suite')[0]?.[0] ?? '',
    info: needed('info'),
    ikmE: field('ikmE'),
    ikmR: needed('ikmR'),
    skR: field('skR'),
    pkR: field('pkR'),
    enc: needed('enc'),
    pt: needed('pt'),
    encryptions: rows('seq').map(([sequence, aad, ct]) => ({
      sequence: Number(sequence),
      aad: bytes(aad),
      ct: bytes(ct),
    })),
    exports: rows('export').map(([context, value]) => ({
      context: bytes(context?.replace('-', '')),
      value: bytes(value),
    })),
  }
}

/** All of them. */
export function hpkeVectors(): HpkeVector[] {
  return readFileSync(FILE, 'utf8').split('\n[').slice(1).map(readOne)
}
