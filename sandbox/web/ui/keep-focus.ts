import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * A redraw can take away the very button that was pressed. The focus then stays with what it belonged to, and not on
 * whatever took the button's place: pressing Enter twice must not do two things.
 */
export function useKeptFocus(box: RefObject<HTMLElement>, drawn: unknown): void {
  // Asked while drawing, when the old elements are still there.
  const had = box.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (had && (document.activeElement === null || document.activeElement === document.body)) box.current?.focus();
  }, [drawn]);
}
