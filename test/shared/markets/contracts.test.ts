// Whether a contract that an exchange names is that of a coin.

import { expect, test } from 'vitest'
import { contractsVerdict, contractText, contractVerdict } from '../../../shared/markets/contracts.ts'

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
  // No address at all.
  [ofA, 'ETH:coming soon', 'unknown'],
  [[{ chain: 'sol', address: SOL }], `SOL:${A}`, 'unknown'],
  // The words of exchanges for one chain.
  ...['arbevm', 'ArbitrumOne', 'ARBITRUM'].map(
    (word) => [[{ chain: 'arb', address: A }], `${word}:${A}`, 'same'] as const,
  ),
  ...['AVAX_C', 'avaxc', 'C-Chain'].map(
    (word) => [[{ chain: 'avalanche', address: A }], `${word}:${B}`, 'other'] as const,
  ),
  ...['OPETH', 'optimism'].map((word) => [[{ chain: 'op', address: A }], `${word}:${A}`, 'same'] as const),
] as const)('%j beside %s: %s', (known, told, verdict) => {
  expect(contractVerdict(known, told)).toBe(verdict)
})

test('is shown with its chain', () => {
  expect(contractText({ chain: 'ethereum', address: A })).toBe(`ethereum:${A}`)
})

const twice = [...ofA, { chain: 'solana', address: SOL }]
test.each([
  [ofA, [], 'unknown'],
  [ofA, [`BSC:${A}`], 'unknown'],
  [ofA, [`BSC:${B}`, `ETH:${A}`], 'same'],
  [ofA, [`BSC:${A}`, `ETH:${B}`], 'other'],
  [twice, [`SOL:${SOL}`, 'sui:0x1::ten::TEN'], 'same'],
  [twice, [`ETH:${A}`, `SOL:${SOL}`], 'same'],
  // One of the two is mistaken, and nobody knows which.
  [twice, [`ETH:${A}`, `SOL:${SOL.toLowerCase()}`], 'unknown'],
  [[...ofA, { chain: 'eth', address: B }], [`ETH:${B}`], 'same'],
  [[], [`ETH:${A}`], 'unknown'],
] as const)('%j beside all of %j: %s', (known, told, verdict) => {
  expect(contractsVerdict(known, told)).toBe(verdict)
})
