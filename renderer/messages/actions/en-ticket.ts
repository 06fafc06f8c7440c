// English of what a ticket's actions say: faults in its fields, what a switch did to them, and that it was closed.

export const ticket = {
  left: (name: string, account: string) => `Ticket for ${name} on ${account} closed.`,
  leftHelp: 'You switched accounts. Nothing was sent.',
  overrideDone: 'Override saved.',
  switched: {
    side: {
      buy: 'Size and price cleared: they were for a sell.',
      sell: 'Size and price cleared: they were for a buy.',
    },
    market: (market: string) => `Fields cleared: you switched to ${market}.`,
    type: 'Price cleared: with this order type it could fill right away.',
    unit: (price: string) => `Size converted at ${price}.`,
    unitUnknown: 'Size cleared: there’s no price to convert it at.',
  },
  invalid: {
    amountStep: (step: string) => `Amount step is ${step}.`,
    amountZero: 'Size must be above 0.',
    priceTick: (tick: string, nearest: string) => `Price step is ${tick}. Try ${nearest}.`,
    priceZero: 'Price must be above 0.',
  },
} as const
