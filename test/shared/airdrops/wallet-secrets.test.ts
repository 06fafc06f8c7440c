// What opens a wallet is told from what names one. All of these are published examples or made up of their form.

import { expect, test } from 'vitest'
import { walletSecretIn } from '../../../shared/airdrops/wallet-secrets.ts'

const HEX = 'ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const TWELVE = 'test test test test test test test test test test test junk'
const OTHER =
  'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title'
const base58 = (count: number) => '4Zt7Xk9'.repeat(20).slice(0, count)
const base32 = (count: number) => 'ABCD2345'.repeat(10).slice(0, count)

test.each([
  ['12 words', TWELVE],
  ['24 words', OTHER],
  ['12 words, the last one kept elsewhere', TWELVE.replace(' junk', '')],
  [
    'numbered',
    TWELVE.split(' ')
      .map((word, at) => `${at + 1}. ${word}`)
      .join('\n'),
  ],
  ['with commas', OTHER.replaceAll(' ', ', ')],
  ['in capitals', OTHER.toUpperCase()],
  ['each with a capital', OTHER.replace(/\b[a-z]/g, (sign) => sign.toUpperCase())],
  [
    'the first four letters of each',
    OTHER.split(' ')
      .map((word) => word.slice(0, 4))
      .join(' '),
  ],
  ['behind a name', `Ledger: ${OTHER}`],
  ['in Spanish', 'ábaco abdomen abeja abierto abogado abono aborto abrazo abrir abuelo abuso acabar'],
  [
    'in Japanese',
    'あいこくしん あいさつ あいだ あおぞら あかちゃん あきる あけがた あける あこがれる あさい あさひ あしあと',
  ],
  ['in Chinese', '的 一 是 在 不 了 有 和 人 这 中 大'],
  [
    'of Monero',
    'sequence atlas unveil summon pebbles tuesday beer rudely snake rockets different fuselage woven tagged bested dented vegan hover rapid fawns obvious muppet randomly seasons randomly',
  ],
])('a recovery phrase: %s', (_, text) => {
  expect(walletSecretIn(text)).toBe('recovery-phrase')
  expect(walletSecretIn(text, true)).toBe('recovery-phrase')
})

test.each([
  ['Bitcoin, import format', '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ'],
  ['Bitcoin, compressed', 'KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617'],
  ['Bitcoin under a passphrase', '6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg'],
  [
    'extended',
    'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi',
  ],
  ['in a descriptor', `wpkh(zprv${base58(107)}/0/*)`],
  ['Solana', base58(88)],
  ['Solana as a file', `[${Array.from({ length: 64 }, (_, at) => at).join(',')}]`],
  ['NEAR', `ed25519:${base58(88)}`],
  ['Stellar', `S${base32(55)}`],
  ['Ripple', 'sn3nxiW7v8KXzPzAqzyHXbSSKNuN9'],
  ['Tezos', `edsk${base58(50)}`],
  ['Sui', `suiprivkey1${'qzpry9x8gf2tvdw0s3jn'.repeat(3)}`],
  ['Nostr', `nsec1${'qzpry9x8gf2tvdw0s3jn'.repeat(3)}`],
  ['EOS', `PVT_K1_${base58(50)}`],
  ['age', `AGE-SECRET-KEY-1${'QZPRY9X8GF2TVDW0S3JN'.repeat(3)}`],
  ['a file', '-----BEGIN EC PRIVATE KEY-----'],
])('a private key: %s', (_, text) => {
  expect(walletSecretIn(`Main ${text}`)).toBe('private-key')
  expect(walletSecretIn(text, true)).toBe('private-key')
})

test('64 digits in hex are a key beside a wallet, and a transaction where one belongs', () => {
  for (const text of [HEX, `0x${HEX}`, HEX.toUpperCase(), `key=${HEX}`, HEX + HEX]) {
    expect(walletSecretIn(text)).toBe('private-key')
    expect(walletSecretIn(text, true)).toBe(null)
  }
})

test.each([
  'Ledger 2, account 3',
  'Hot wallet (MetaMask, Rabby)',
  '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  'bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr',
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
  '48daf1rG3hE1Txapcsxh6WXNe9MLNKtu7W7tKTivtSoVLHErYzvdcpea2nSTgGkz66RFP4GKVAsTV14v6G3oddBTHfxP6tU',
  'addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3jcu5d8ps7zex2k2xt3uqxgjqnnj83ws8lhrn648jjxtwq2ytjqp',
  'Bridge 50 USDC to the testnet, then swap it back and forth twice and vote in the forum',
  'Bridge USDC, swap twice, vote in the forum, then check in on Galxe and claim the weekly badge',
  'Jeden Tag einloggen, dann zwei Tauschgeschäfte machen und am Ende der Woche abstimmen, bevor die Runde endet',
  'Staking, bridging, swapping, lending, borrowing, voting, minting',
  '',
])('a name or a note: %s', (text) => {
  expect(walletSecretIn(text)).toBe(null)
})

test('the longest note there is takes no time to look at', () => {
  const began = performance.now()
  for (const text of ['a'.repeat(20_000), 'ab '.repeat(6_666), '1'.repeat(20_000), `[${'1,'.repeat(9_999)}`])
    walletSecretIn(text)
  expect(performance.now() - began).toBeLessThan(20_000)
})
