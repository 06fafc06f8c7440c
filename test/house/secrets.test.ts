// No secret lies in the repository: not in a file of today, not in any version that its history keeps.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './planted.ts'
import { secretsIn } from './secret-patterns.ts'

/**
 * What looks like a secret and is none. Whoever adds a line here says why. The paths are those of today and those that the
 * history keeps from before the rooms.
 */
const HARMLESS: { path: RegExp; excerpt: RegExp; why: string }[] = [
  {
    path: /^shared\/catalog\/coins\/parcl\.ts$/,
    excerpt: /^4LLbsb5ReP3yEtYzmXewyGjc/,
    why: 'the address of a token on Solana, which everybody may know',
  },
  {
    path: /^test\/electron\/((backend|app)\/closing\.test|adapters\/market-data\/keyed-requests\.test|ipc\/trusted-sender\.test|shell\/([\w-]+\/)?[\w-]+(\.test)?)\.ts$/,
    excerpt: /^(https?|app):\/\/(u:p|user:pass)@/,
    why: 'an address with a password in it, which the app has to refuse',
  },
  {
    path: /^test\/(renderer\/(fakes\/)?fake-orders|built\/bundles\.test)\.ts$/,
    excerpt: /^9f86d081884c7d659a2feaa0/,
    why: 'the published SHA-256 of the word "test"',
  },
  {
    path: /^test\/built\/bundles\.test\.ts$/,
    excerpt: /^q83vEjRWeJCrze8SNFZ4kKvN/,
    why: 'a planted key that the search through the built files has to find',
  },
  {
    path: /^test\/(electron\/((app|vault)\/)?backup\/[\w-]+(\.test)?|house\/secrets\.test)\.ts$/,
    excerpt: /^(PASSPHRAS[E] = 'correct ho|passphrase: `\$\{PASSPHRAS|age1tag1qwe0kafsjrar4txm)/,
    why: 'the passphrase of backups that live for one test, and a published example of a recipient',
  },
  {
    path: /^renderer\/messages\/((late|reasons)\/)?en-(accounts|done|storage|vault)\.ts$/,
    excerpt: /^(passphras[e]|PASSPHRAS[E])\w*: '/i,
    why: 'the labels of fields for passphrases, and what is said of a wrong one',
  },
  {
    path: /^test\/(e2e\/(accounts\/)?(accounts|vault)\.test|renderer\/(features\/accounts\/)?accounts\.test|electron\/(app\/)?(keys|accounts|audit)\/[\w-]+(\.test)?)\.ts$/,
    excerpt: /^(PASSPHRAS[E] =|passphrase:) ['`](canary|four plain|the right w|wrong )|^passphras[e] = 'eight word/,
    why: 'the passphrase of a vault or of a key that lives for one test',
  },
  {
    path: /^scripts\/bench\/(growth\/)?(vault|large)\.ts$/,
    excerpt: /^passphrase = ['`]words for /,
    why: 'the passphrase of a vault or a backup that lives for one benchmark',
  },
  {
    path: /^test\/renderer\/features\/accounts\/key-form\.test\.tsx$/,
    excerpt: /^passphrase: 'Not this on/,
    why: 'what a form says beside its field for a passphrase',
  },
  {
    path: /^test\/(electron\/vault\/(wycheproof|primitives)\.test\.ts|vectors\/wycheproof\/README\.md)$/,
    excerpt: /^(DWQN9Y14dmwIwDej|9dfeb910e80bad03|6d093c501fd59996|3cb25f25faacd57a|5bdcc146bf60754e|eb35c25e05d17dc0)/,
    why: 'published outputs of Argon2id, HKDF and HMAC, and the version that published vectors were taken from',
  },
  {
    path: /^scripts\/old-electron\/runtime\.mjs$/,
    excerpt: /^86b32eaf8dfae5dcda838e9a/,
    why: 'the SHA-256 of the old Electron’s program, which is compared with it before each run',
  },
  {
    path: /^test\/(shared\/airdrops\/wallet-secrets|electron\/services\/airdrops\/airdrop-tasks)\.test\.ts$/,
    excerpt:
      /^(-----BEGIN EC PRIV|ac0974bec39a17e3|5HueCGU8rMjxEXxi|KwdMAjGmerYanjeu|6PRVWUbkzzsbcVac|xprv9s21ZrQH143K|bc1qar0srrr7xfkv|bc1p5cyxnuxmeuwu|7EcDhSYGxXyscszY|48daf1rG3hE1Txap|addr1qx2fxv2umyh)/,
    why: 'published examples of wallet keys, which a note must not take, and of addresses, which it must',
  },
  {
    path: /^test\/(electron\/services\/(listings\/listing-watch|markets\/contract-matches)|shared\/markets\/contracts)\.test\.ts$/,
    excerpt: /^0xAbCdEf0123456789aBcDeF/,
    why: 'the address of a contract that is none',
  },
  {
    path: /^test\/e2e\/market\/sources\.test\.ts$/,
    excerpt: /^passphras[e]: 'a passphras/,
    why: 'the passphrase of a vault that lives for one test',
  },
  {
    path: /^test\/shared\/notes\/markdown\.test\.ts$/,
    excerpt: /^https:\/\/user:pass@/,
    why: 'an address with a password in it, which is no link in a note',
  },
  {
    path: /^renderer\/messages\/(late\/)?[\w/-]*en-[\w-]+\.ts$/,
    excerpt: /^(passphras[e]|PASSPHRAS[E])\w*: '/i,
    why: 'the labels of fields for passphrases, and what is said of one',
  },
]

/** Files that are made to hold keys. */
const KEY_FILES = /(^|\/)(\.env(\..*)?|id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|key|p12|pfx|jks|keystore|kdbx|age|asc))$/i

const git = (args: string[], input?: string) =>
  execFileSync('git', args, { cwd: ROOT, maxBuffer: 2 ** 30, ...(input !== undefined && { input }) })

function findings(path: string, text: string): string[] {
  return secretsIn(text)
    .filter(({ excerpt }) => !HARMLESS.some((one) => one.path.test(path) && one.excerpt.test(excerpt)))
    .map(({ kind, excerpt }) => `${path}: ${kind}: ${excerpt}`)
}

/** Tracked files and new ones that are not ignored: what the next commit would hold. */
const files = git(['ls-files', '--cached', '--others', '--exclude-standard']).toString().split('\n').filter(Boolean)

/** Every object of the history with the path that it had; those without a path are commits. */
const history = git(['rev-list', '--objects', '--all'])
  .toString()
  .split('\n')
  .flatMap((line) => (line.length > 41 ? [{ id: line.slice(0, 40), path: line.slice(41) }] : []))

/** Reads objects in one go: each comes as a line with its type and size, then its bytes, then a line break. */
function* blobs(objects: typeof history): Generator<{ path: string; text: string }> {
  const all = git(['cat-file', '--batch'], objects.map(({ id }) => `${id}\n`).join(''))
  let at = 0
  for (const { path } of objects) {
    const start = all.indexOf('\n', at) + 1
    const [, type, size] = all.toString('latin1', at, start - 1).split(' ')
    at = start + Number(size) + 1
    if (type === 'blob') yield { path, text: all.toString('utf8', start, at - 1) }
  }
}

/** As random as a key, and made while the test runs, so that this file is not its own finding. */
const random = (encoding: 'hex' | 'base64') => createHash('sha512').update('planted').digest(encoding)

/** Put together from parts for the same reason. */
const PLANTED: [string, string][] = [
  ['private key', `-----BEGIN OPENSSH ${'PRIVATE'} KEY-----`],
  ['private key', `-----BEGIN ${'PRIVATE'} KEY-----`],
  ['private key', `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----`],
  ['age key', `AGE-SECRET-${'KEY'}-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2)}`],
  ['age key', `AGE-SECRET-${'KEY'}-PQ-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2)}`],
  ['AWS key', `AKIA${'IOSFODNN7EXAMPL2'}`],
  ['GitHub token', `ghp_${'a1B2'.repeat(9)}`],
  ['GitHub token', `github_pat_${'a1B2'.repeat(20)}`],
  ['Slack token', `xoxb-${'1234567890-abcdef'}`],
  ['npm token', `npm_${'a1B2'.repeat(9)}`],
  ['Google key', `AIza${'Sy_0123456789abcdefghijklmnopqrstuv'}`],
  ['web token', `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0In0'}.c2lnbmF0dXJlc2ln`],
  ['password in an address', `postgres://trader:hunter2${'@'}db.example.com/x`],
  ['named secret', `apiSecret${' = '}'${random('base64')}'`],
  ['named secret', `"private_key"${': '}"${'correct0horse1battery2staple'}"`],
  ['named secret', `passphrase${': '}'${'correct horse battery'}'`],
  ['random literal', `const x${' = '}'${random('base64')}'`],
  ['random literal', `const x${' = '}'${random('hex').slice(0, 48)}'`],
]

test.each(PLANTED)('a planted %s is found: %s', (kind, text) => {
  expect(secretsIn(`before\n${text}\nafter`).map((one) => one.kind)).toContain(kind)
  expect(findings('planted.ts', text)).not.toEqual([])
})

test('what only looks random is not found', () => {
  const ordinary = [
    `"integrity": "sha512-${random('base64')}"`,
    `'${'0'.repeat(64)}'`,
    `'the-quick-brown-fox-jumps-over-the-lazy-dog-again'`,
    `'electron/practice-exchange/price-process/first-version'`,
    'const apiKey = readKey()',
    "placeholder: 'https://127.0.0.1:8080/path@x'",
  ]
  expect(ordinary.flatMap((text) => secretsIn(text))).toEqual([])
})

test('no file holds a secret', () => {
  const found = files.flatMap((path) => {
    try {
      return findings(path, readFileSync(join(ROOT, path), 'utf8'))
    } catch {
      // Deleted in the work tree and not yet in the index.
      return []
    }
  })
  expect(files.length).toBeGreaterThan(200)
  expect(found).toEqual([])
  expect(files.filter((path) => KEY_FILES.test(path))).toEqual([])
})

test('no version that the history keeps holds a secret', () => {
  let seen = 0
  const found: string[] = []
  for (const { path, text } of blobs(history)) {
    seen += 1
    found.push(...findings(path, text))
  }
  console.log(`secrets: looked at ${files.length} files and ${seen} versions in the history`)
  expect(seen).toBeGreaterThan(200)
  expect(found).toEqual([])
  expect(history.filter(({ path }) => KEY_FILES.test(path))).toEqual([])
})

test('each exception is still needed', () => {
  const now = files.filter((path) => HARMLESS.some((one) => one.path.test(path)))
  const all = [
    ...blobs(history),
    ...now.flatMap((path) =>
      existsSync(join(ROOT, path)) ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : [],
    ),
  ]
  for (const { path, excerpt, why } of HARMLESS) {
    const used = all.some((one) => path.test(one.path) && secretsIn(one.text).some((two) => excerpt.test(two.excerpt)))
    expect(used, why).toBe(true)
  }
})
