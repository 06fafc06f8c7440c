// A short word with a tone. The word carries the meaning; colour and icon only repeat it.

import { Icon, type IconName } from './pictures/Icon.tsx'

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'accent'

/** A word in a quiet frame, with an icon where the tone matters. */
export function Badge({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: string }) {
  return (
    <span className={`badge ${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  )
}
