// A number with its word, by the language's own rules of plurals.

/** The words of a language for each of its plural forms; `other` is the one that every language has. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** Answers with `1 order`, `2 orders`. */
export function pluralOf(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  return (count, forms) => `${count} ${forms[rules.select(count)] ?? forms.other}`
}
