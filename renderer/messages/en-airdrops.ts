// English text of the airdrop board.

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
  deadlineIn: (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`),
  deadlineTime: (name: string) => `Deadline time, ${name}`,
  deadlineTimeHelp: 'In your time zone. Empty: the hour is not known.',
  empty: 'No airdrop here yet',
  emptyHelp: 'The researched coins bring their published claims along. If the board stays empty, load it again.',
  evidence: 'Evidence',
  evidenceUndated: 'undated',
  evidenceNone: 'No evidence beyond the published claim.',
  details: (name: string) => `Details of ${name}`,
  group: {
    check: { title: 'To check now', help: 'Later evidence of a programme that may still run. Look at its own pages.' },
    nothing: { title: 'Nothing known yet', help: 'Only the published claim. It may or may not still hold.' },
    happened: { title: 'Already happened', help: 'Later evidence says that it took place.' },
  },
  intro:
    'A claim is never a promise. Each stands with its date and who made it; what was found later stands beside it.',
  nothingFound: 'Nothing was found later.',
  noteFor: (name: string) => `Note on ${name}`,
  nowAsOf: (date: string) => `as of ${date}`,
  progressFor: (name: string) => `Progress for ${name}`,
  table: 'Airdrops',
  title: 'Airdrops',
} as const
