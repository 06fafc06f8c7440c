// Whether a contract that an exchange names is that of a coin.

import { expect, test } from 'vitest'
import { contractText, contractVerdict } from '../../../shared/markets/contracts.ts'

const A = '0xAbCdEf0123456789aBcDeF0123456789abCDef01'
const B = '0x0000000000000000000000000000000000000001'
const SOL = 'So11111111111111111111111111111111111111112'
const ofA = [{ chain: 'Ethereum', address: A }]

test.each([
  [ofA, null, 'unknown'],
  [[], `ETH:${A}`, 'unknown'],
  [ofA, `ETH:${A}`, 'same'],
  [ofA, `erc20:${A.toLowerCase()}`, 'same'],
  [ofA, `ETHEREUM: ${A} `, 'same'],
  [ofA, A.toUpperCase().replace('0X', '0x'), 'same'],
  // The same address on another chain can be another token.
  [ofA, `BSC:${A}`, 'unknown'],
  [ofA, `ETH:${B}`, 'other'],
  [ofA, B, 'unknown'],
  [[...ofA, { chain: 'sol', address: SOL }], `SPL:${SOL}`, 'same'],
  // On this chain each letter counts.
  [[{ chain: 'solana', address: SOL }], `SOL:${SOL.toLowerCase()}`, 'other'],
  [[{ chain: 'sui', address: '0x1::ten::TEN' }], 'SUI:0x1::ten::TEN', 'same'],
  [[{ chain: 'constructor', address: A }], `toString:${A}`, 'unknown'],
] as const)('%j beside %s: %s', (known, told, verdict) => {
  expect(contractVerdict(known, told)).toBe(verdict)
})

test('is shown with its chain', () => {
  expect(contractText({ chain: 'ethereum', address: A })).toBe(`ethereum:${A}`)
})
