// Takes what was typed into the secret fields of a form, and leaves them empty.

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

/** Whether something was typed, without looking at what. */
export function isTyped(form: HTMLFormElement, name: string): boolean {
  return (fieldOf(form, name)?.value ?? '') !== ''
}

/** The secrets by the names of their fields; empty where nothing was typed. The fields are empty afterwards. */
export function takeSecrets<Name extends string>(form: HTMLFormElement, ...names: Name[]): Record<Name, string> {
  const taken: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const field = fieldOf(form, name)
    taken[name] = field?.value ?? ''
    if (field !== null) field.value = ''
  }
  return taken as Record<Name, string>
}
