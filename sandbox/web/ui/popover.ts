import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "./html.ts";

interface Props {
  anchor: RefObject<HTMLElement>;
  onClose: () => void;
  /** Which edge of the anchor it keeps to. */
  align?: "start" | "end";
  label: string;
  role?: "menu" | "listbox" | "dialog" | "presentation";
  class?: string;
  /** As wide as what it belongs to, at least. */
  matchWidth?: boolean;
  children?: ComponentChildren;
}

const GAP = 4;
const EDGE = 8;

/** In the browser's top layer: nothing clips it, and it stands above a modal it was opened from. */
export function Popover({
  anchor,
  onClose,
  align = "start",
  label,
  role = "presentation",
  matchWidth,
  ...rest
}: Props) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const popover = box.current;
    popover?.showPopover();
    return () => {
      if (popover?.isConnected && popover.matches(":popover-open")) popover.hidePopover();
    };
  }, []);

  // After every drawing: a list that grows while somebody types must still fit.
  useLayoutEffect(() => place(box.current, anchor.current, align, matchWidth ?? false));

  useEffect(() => {
    const outside = (event: Event): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) close.current();
    };
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // Only this closes, not the modal or the thread around it.
      event.preventDefault();
      event.stopPropagation();
      close.current();
      anchor.current?.focus();
    };
    const moved = (event: Event): void => {
      if (box.current?.contains(event.target as Node)) return;
      // A message that comes moves the list: the menu goes along, as long as one sees what it belongs to.
      if (isSeen(anchor.current)) place(box.current, anchor.current, align, matchWidth ?? false);
      else close.current();
    };
    document.addEventListener("pointerdown", outside, true);
    document.addEventListener("keydown", onEscape, true);
    document.addEventListener("scroll", moved, true);
    addEventListener("resize", moved);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      document.removeEventListener("keydown", onEscape, true);
      document.removeEventListener("scroll", moved, true);
      removeEventListener("resize", moved);
    };
  }, []);

  return html`<div ref=${box} popover="manual" class="popover ${rest.class ?? ""}" role=${role} aria-label=${label}>
    ${rest.children}
  </div>`;
}

function isSeen(anchor: HTMLElement | null): boolean {
  if (!anchor?.isConnected) return false;
  const { top, bottom } = anchor.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function place(box: HTMLElement | null, anchor: HTMLElement | null, align: "start" | "end", matchWidth: boolean): void {
  if (!box || !anchor) return;
  const at = anchor.getBoundingClientRect();
  if (matchWidth) box.style.minWidth = `${at.width}px`;
  const { width, height } = box.getBoundingClientRect();
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const upwards = height > below && above > below;
  box.style.maxHeight = `${Math.max(120, upwards ? above : below)}px`;
  const left = align === "start" ? at.left : at.right - width;
  box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  if (upwards) {
    box.style.top = "auto";
    box.style.bottom = `${innerHeight - at.top + GAP}px`;
  } else {
    box.style.bottom = "auto";
    box.style.top = `${at.bottom + GAP}px`;
  }
}
