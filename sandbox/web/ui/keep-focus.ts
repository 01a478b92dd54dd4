import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * A redraw can take away the very button that had the focus. It then goes to the one that does the very same thing, by its
 * action and value, or else to what it belonged to; never to whatever took its place: pressing Enter twice must not do two things.
 */
export function useKeptFocus(box: RefObject<HTMLElement>, drawn: unknown): void {
  // Asked while drawing, when the old elements are still there.
  const focused = document.activeElement;
  const had = box.current?.contains(focused) ?? false;
  const does = focused?.getAttribute("data-does");
  useLayoutEffect(() => {
    if (!had || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const same = does && box.current?.querySelector<HTMLElement>(`[data-does="${CSS.escape(does)}"]`);
    (same || box.current)?.focus();
  }, [drawn]);
}
