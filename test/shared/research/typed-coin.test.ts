// What is typed to name a coin.

import { expect, test } from 'vitest'
import { typedCoin } from '../../../shared/research/typed-coin.ts'

const EVM = '0x1234567890abcdef1234567890abcdef12345678'
/** The form of an address, and no one's. */
const SOLANA = `4Lb${'sb5'.repeat(12)}AHs`
const TRON = `TR${'7Nh'.repeat(10)}x9`
const contract = (chain: string, address: string) => ({ kind: 'contract', contract: { chain, address }, url: null })
const page = (name: string, url: string | null) => ({ kind: 'page', name, url, contract: null, ticker: '' })

test.each([
  ['PEAQ', { kind: 'ticker', ticker: 'PEAQ', name: 'PEAQ' }],
  [' $PEAQ ', { kind: 'ticker', ticker: 'PEAQ' }],
  ['Movement Labs', { kind: 'name', name: 'Movement Labs', ticker: '' }],
  ['peaq', { kind: 'name', name: 'peaq', ticker: '' }],
  ['ABCDEFGHIJKLMNOP', { kind: 'name' }],
  [EVM, contract('', EVM)],
  [`base:${EVM}`, contract('base', EVM)],
  [SOLANA, contract('solana', SOLANA)],
  [TRON, contract('tron', TRON)],
  [`https://basescan.org/token/${EVM}#code`, contract('base', EVM)],
  [`https://www.bscscan.com/token/${EVM}`, contract('bsc', EVM)],
  [`https://solscan.io/token/${SOLANA}`, contract('solana', SOLANA)],
  ['https://grvt.io/', page('Grvt', 'https://grvt.io/')],
  ['app.dolomite.io/x', page('Dolomite', 'https://app.dolomite.io/x')],
  ['https://www.coingecko.com/en/coins/my-pet-hooligan', page('My Pet Hooligan', null)],
  ['https://xn--grt-3kd.io/', page('', 'https://xn--grt-3kd.io/')],
  ['https://user@evil.example/', { kind: 'name' }],
  ['javascript:alert(1)', { kind: 'name' }],
  [`${EVM}0`, { kind: 'name', contract: null }],
])('%s', (typed, expected) => {
  expect(typedCoin(typed)).toMatchObject(expected)
})

test('nothing typed names nothing', () => {
  expect(typedCoin('  ')).toBeNull()
})
