// Tells whether keys need a stop at an element to scroll it.

import { type RefObject, useEffect, useState } from 'react'

/** True while the element can be scrolled and holds nothing to press, through which keys would scroll it. */
export function useScrollStop(ref: RefObject<HTMLElement | null>): boolean {
  const [needed, setNeeded] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const overflows = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight
      setNeeded(overflows && element.querySelector('a[href], button, input') === null)
    })
    observer.observe(element)
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [ref])
  return needed
}
