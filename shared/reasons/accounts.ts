// What is said of accounts and of their keys.

export const accountReasons = {} as const
