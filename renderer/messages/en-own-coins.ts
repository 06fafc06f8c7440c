// English text of the coins that the trader adds himself, as far as the list needs it.

export const ownCoins = {
  add: 'Add a coin',
  mark: 'added by you',
  noClaim: 'No airdrop info for coins you added.',
  noScore: 'No score for coins you added.',
  noStage: 'No listing info for coins you added.',
  noTicker: 'You entered no ticker.',
} as const
