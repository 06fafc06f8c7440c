// The Markdown of notes as a tree: what it knows, what stays text, where a link leads.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, type Inline, inlineOf, misleads } from '../../../shared/notes/markdown.ts'
import { announcedSeed } from '../../support/hostile/seed.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })

test('headings, lists, quotes, code and paragraphs', () => {
  const note = '# Plan\nfirst\nsecond\n\n- one\n- **two**\n1. a\n2) b\n> said\n> so\n```\n<b> **raw**\n```\nend'
  expect(blocksOf(note)).toEqual([
    { kind: 'heading', level: 1, parts: [text('Plan')] },
    { kind: 'paragraph', parts: [text('first\nsecond')] },
    { kind: 'list', ordered: false, items: [[text('one')], [{ kind: 'strong', parts: [text('two')] }]] },
    { kind: 'list', ordered: true, items: [[text('a')], [text('b')]] },
    { kind: 'quote', parts: [text('said\nso')] },
    { kind: 'code', text: '<b> **raw**' },
    { kind: 'paragraph', parts: [text('end')] },
  ])
  expect(blocksOf('```\nnever closed')).toEqual([{ kind: 'code', text: 'never closed' }])
  expect(blocksOf('')).toEqual([])
})

test('HTML is text, and so is every address but http and https', () => {
  for (const typed of [
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](https://user:pass@evil.example)',
    'https://bank.example@evil.example/',
  ]) {
    expect(inlineOf(typed)).toEqual([text(typed)])
  }
})

test('a link says the domain that it leads to, in the letters of the network', () => {
  expect(inlineOf('see [docs](https://example.com/a) and https://pe\u0430q.network/x.')).toMatchObject([
    text('see '),
    { kind: 'link', label: 'docs', url: 'https://example.com/a', domain: 'example.com' },
    text(' and '),
    { kind: 'link', domain: 'xn--peq-7cd.network' },
  ])
  const link = (label: string, domain: string) => misleads({ label, domain })
  expect(link('https://example.com/claim', 'evil.example')).toBe(true)
  expect(link('pe\u0430q.network', 'peaq.network')).toBe(true)
  expect([
    link('docs', 'example.com'),
    link('www.example.com', 'example.com'),
    link('example.com', 'www.example.com'),
  ]).toEqual([...[false, false, false]])
})

test('whatever is typed has a tree that loses no letter, soon', () => {
  const seed = announcedSeed('markdown')
  const mark = fc.constantFrom(
    '*',
    '**',
    '`',
    '[',
    '](',
    ')',
    'https://',
    '#',
    '> ',
    '- ',
    '\n',
    '```',
    '<b>',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 200 }), (parts) => {
      expect(Array.isArray(blocksOf(parts.join('')))).toBe(true)
    }),
    { seed },
  )
  const began = performance.now()
  for (const unit of ['*', '**a', '`', '[', '[a](', 'https://', '> ', '- ', '```\n', '*a', '# '])
    blocksOf(unit.repeat(20_000 / unit.length))
  expect(performance.now() - began).toBeLessThan(20_000)
})
