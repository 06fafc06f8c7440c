// The recovery kit: a text file with the one secret that opens the vault without keychain and passphrase. It is written
// once, to a file that the trader chose, and exists nowhere else.

import { newIdentity } from './backup-file.ts'
import { writeNamed } from './named-file.ts'

/** The line that tells one kit from every other: of which vault it is, and when its recovery key was made. */
export function kitMark(vaultId: string, at: number): string {
  return `# Vault ${vaultId}, made ${new Date(at).toISOString()}.`
}

/**
 * Makes a recovery key and writes it to the new file at `path`; answers with the key, for its slot alone.
 * @throws AppError `FILE_EXISTS`, `FILE_NOT_USABLE`, `STORAGE_FAILED`
 */
export async function writeRecoveryFile(path: string, vaultId: string, at: number): Promise<string> {
  const identity = await newIdentity()
  const text = [
    '# Prelist recovery key',
    '#',
    '# Whoever has the line below and the files of the profile can open the vault.',
    '# Print this page or keep it away from the machine, then delete the file.',
    `${kitMark(vaultId, at)} An earlier recovery key no longer opens it.`,
    identity,
    '',
  ]
  await writeNamed(path, one(new TextEncoder().encode(text.join('\n'))))
  return identity
}

async function* one(bytes: Uint8Array) {
  yield bytes
}
