// Tells keys that Prelist may have made from those of others: by their form alone, since a ledger can be lost.

/** A random UUID without its hyphens, and its base32 spelling for Gate. Other programs use the first form too. */
const FORMS = [/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/, /^t-[a-z2-7]{26}$/]

/** True for a client id of the form that Prelist gives its orders. */
export const hasOwnForm = (key: string): boolean => FORMS.some((form) => form.test(key))
