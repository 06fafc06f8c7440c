// Backups and the age command of the system: each opens what the other wrote.

import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeKit, PASSPHRASE } from './backup-kit.ts'

/** Runs age with a terminal of its own, since it asks for passphrases nowhere else. */
function ageAtTerminal(command: string, lines: string[]): void {
  execFileSync('script', ['-qec', command, '/dev/null'], { input: lines.map((line) => `${line}\n`).join('') })
}

test('what Prelist wrote to a recipient, age opens and tar lists [R26]', async () => {
  const kit = makeKit()
  const file = await kit.write('one.age', { recipient: kit.recipient })
  const archive = kit.decrypt(file)
  const list = execFileSync('tar', ['t'], { input: archive, encoding: 'utf8' }).trim().split('\n')
  expect(list).toEqual(['manifest.json', 'manifest.sig', 'vault-key', 'vault-header', 'profile.sqlite'])
  execFileSync('tar', ['x', '-C', kit.folder], { input: archive })
  const part = (name: string) => readFileSync(`${kit.folder}/${name}`)
  expect(part('profile.sqlite').equals(kit.profile)).toBe(true)
  const manifest = JSON.parse(part('manifest.json').toString())
  expect(manifest.parts['profile.sqlite'].sha256).toBe(createHash('sha256').update(kit.profile).digest('hex'))
  const x = Buffer.from(manifest.signer, 'hex').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  expect(verify(null, part('manifest.json'), key, part('manifest.sig'))).toBe(true)
})

test('what Prelist wrote with a passphrase, age opens [R26]', async () => {
  const kit = makeKit()
  const file = await kit.write('one.age', { passphrase: PASSPHRASE })
  ageAtTerminal(`age -d -o '${kit.folder}/archive' '${file}'`, [PASSPHRASE])
  const archive = readFileSync(`${kit.folder}/archive`)
  expect(execFileSync('tar', ['xO', 'profile.sqlite'], { input: archive }).equals(kit.profile)).toBe(true)
})

test('what age wrote to a recipient or with a passphrase, Prelist opens [R26]', async () => {
  const kit = makeKit()
  const archive = kit.decrypt(await kit.write('one.age', { recipient: kit.recipient }))
  const byAge = await kit.read(kit.encrypt(archive))
  expect(readFileSync(byAge.snapshot).equals(kit.profile)).toBe(true)
  expect(Buffer.from(byAge.key).equals(kit.vault.key)).toBe(true)
  expect(Buffer.from(byAge.header).equals(kit.vault.header)).toBe(true)

  writeFileSync(`${kit.folder}/archive`, archive)
  const locked = `${kit.folder}/by-passphrase.age`
  ageAtTerminal(`age -p -o '${locked}' '${kit.folder}/archive'`, [PASSPHRASE, PASSPHRASE])
  expect(readFileSync(locked, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
  const opened = await kit.read(locked, { passphrase: PASSPHRASE })
  expect(readFileSync(opened.snapshot).equals(kit.profile)).toBe(true)
})

test.each([0, 1, 511, 512, 513, 65_535, 65_536, 131_072])(
  'a profile of %i bytes more than none survives',
  async (size) => {
    const kit = makeKit(size + 1)
    const passphrase = await kit.write('p.age', { passphrase: PASSPHRASE })
    const recipient = await kit.write('r.age', { recipient: kit.recipient })
    for (const read of [kit.read(passphrase, { passphrase: PASSPHRASE }), kit.read(recipient)]) {
      expect(readFileSync((await read).snapshot).equals(kit.profile)).toBe(true)
    }
  },
)
