// Requests to the backend about one thing. An answer that was overtaken is dropped here, and nowhere else.

/** Whether an answer still counts. */
export type IsCurrent = () => boolean

export interface Requests {
  /** Begins a request: those before it are overtaken. */
  begin: () => IsCurrent
  /** For what rides along, such as a further page: it overtakes nothing, and counts until the next request begins. */
  join: () => IsCurrent
}

/**
 * One for each thing that is asked for. `about` reads what it is asked of now, such as the account in use: an answer counts
 * only while that is the same, by `Object.is`.
 */
export function requests(about: () => unknown = () => null): Requests {
  let newest = 0
  const join = () => {
    const mine = newest
    const subject = about()
    return () => mine === newest && Object.is(about(), subject)
  }
  return {
    begin: () => {
      newest += 1
      return join()
    },
    join,
  }
}
