// English text of the airdrop board.

import { count } from '../reasons/en-count.ts'

export const airdrops = {
  claimSource: (date: string, publisher: string) => `as published ${date} by ${publisher}`,
  column: {
    coin: 'Coin',
    claim: 'Claim',
    now: 'Found later',
    progress: 'Your progress',
    deadline: 'Your deadline',
  },
  deadlineFor: (name: string) => `Deadline for ${name}`,
  deadlinePassed: 'passed',
  deadlineToday: 'today',
  deadlineIn: (days: number) => (days === 1 ? 'tomorrow' : `in ${count(days, { one: 'day', other: 'days' })}`),
  deadlineTime: (name: string) => `Deadline time, ${name}`,
  deadlineTimeHelp: 'In your time zone. Leave blank if you don’t know the hour.',
  empty: 'No airdrops yet',
  emptyHelp: 'Airdrop claims come with the researched coins. None were found this time.',
  evidence: 'Evidence',
  evidenceUndated: 'undated',
  evidenceNone: 'Nothing beyond the published claim.',
  details: (name: string) => `Details of ${name}`,
  group: {
    check: {
      title: 'May still be open',
      help: 'Later evidence of a program that may still be running. Check the project’s website.',
    },
    nothing: { title: 'Unconfirmed', help: 'Only the published claim, which may be out of date.' },
    happened: { title: 'Finished', help: 'Later evidence shows the airdrop took place.' },
  },
  intro: 'A claim is never a promise. Each one shows its date, who made it, and what was found later.',
  nothingFound: 'Nothing found later.',
  noteFor: (name: string) => `Note on ${name}`,
  nowAsOf: (date: string) => `as of ${date}`,
  progressFor: (name: string) => `Progress for ${name}`,
  table: 'Airdrops',
  title: 'Airdrops',
} as const
