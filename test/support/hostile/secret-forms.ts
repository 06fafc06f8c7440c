// The forms in which a secret may lie in a text: as it is, in hex, and in base64 wherever it begins in a block of three.

/** Every form of `secret` that is long enough to be found by itself. */
export function secretForms(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // The first and last signs depend on what stands beside it.
    return padded.slice(offset === 0 ? 0 : 4, -4)
  })
  const plain = [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
  ]
  return [...new Set([...plain, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))])]
}
