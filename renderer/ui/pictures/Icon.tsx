// The few icons of the app, drawn here so that nothing is loaded. Always decoration: a word stands beside or behind it.

const PATHS = {
  star: 'M8 1.8l1.9 4 4.3.6-3.1 3 .8 4.4L8 11.700l-3.9 2.1.8-4.4-3.1-3 4.3-.6z',
  close: 'M3.5 3.500l9 9M12.5 3.500l-9 9',
  warn: 'M8 1.800l6.7 12H1.300zM8 6v4M8 11.800v.6',
  check: 'M2.5 8.500l3.5 3.5 7.5-8',
  info: 'M8 1.500a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM8 7v4.500M8 4.500v.7',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  chevron: 'M5.5 3l5 5-5 5',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  gift: 'M2.5 7h11v7h-11zM1.5 4.500h13V7h-13zM8 4.500V14M8 4.500C5 4.5 4.5 1.5 6.2 1.500S8 4.5 8 4.500s.1-3 1.8-3S11 4.5 8 4.5',
  pie: 'M8 1.500a6.5 6.5 0 106.5 6.500H8zM10.5 1.700a6.5 6.5 0 013.8 3.800h-3.800z',
  orders: 'M3 1.500h10v13l-2.5-1.500L8 14.5 5.5 13 3 14.500zM5.5 5h5M5.5 8h5',
  key: 'M10.5 2.500a3.5 3.5 0 11-2.600 5.800L2.500 13.500M4.500 11.500l2 2',
  gear: 'M8 5.500a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8 1.500v2M8 12.500v2M1.5 8h2M12.5 8h2M3.4 3.400l1.4 1.400M11.2 11.200l1.4 1.400M12.6 3.400l-1.4 1.400M4.8 11.200l-1.4 1.4',
  lock: 'M3.5 7.500h9v6.500h-9zM5.500 7.500V5a2.5 2.5 0 015 0v2.500',
  unlock: 'M3.5 7.500h9v6.500h-9zM5.500 7.500V5a2.5 2.5 0 014.900-.7',
  bell: 'M8 1.500a4 4 0 00-4 4v3L2.500 11.500h11L12 8.500v-3a4 4 0 00-4-4zM6.500 13.500a1.600 1.600 0 003 0',
  pause: 'M5.5 3v10M10.5 3v10',
  note: 'M3 2h10v8l-4 4H3zM13 10H9v4M5.5 5.500h5M5.500 8h3',
  clock: 'M8 1.500a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM8 4.500V8l2.5 1.5',
} as const

export type IconName = keyof typeof PATHS

/** One icon at the size of the text around it; `filled` for a mark that is on. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg
      className={filled ? `icon icon-${name} filled` : `icon icon-${name}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
