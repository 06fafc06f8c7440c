// A second key of the same account, which the fake exchanges take as well: it has another name and the same secret.

const MORE = '-2'
/** Of a second account, whose requests are told apart before they come here. */
const OTHER = '-other'

/** Whether a stream is asked for with the key, or with the second one of its account. */
export const isOwn = ({ apiKey }: { apiKey: string }, name: unknown): boolean =>
  [apiKey, apiKey + MORE].some((one) => one === name)

/** Whether a request names the key, or another one of the same secret. */
export const isNamed = ({ apiKey }: { apiKey: string }, name: unknown): boolean =>
  [apiKey, apiKey + MORE, apiKey + OTHER].some((one) => one === name)

/** The second key of the account that this fake's key is of. */
export const otherKey = <K extends { apiKey: string }>({ key }: { key: K }): K => ({
  ...key,
  apiKey: key.apiKey + MORE,
})
