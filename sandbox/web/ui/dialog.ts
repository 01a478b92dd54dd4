import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "./html.ts";

interface Props {
  label: string;
  onClose: () => void;
  class?: string;
  children?: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside, and gives it back where it was. */
export function Dialog({ label, onClose, children, ...rest }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const onCancel = (event: Event): void => {
    // Escape: whoever opened it decides, because a modal is the app's and not the page's.
    event.preventDefault();
    close.current();
  };
  return html`<dialog ref=${element} class="dialog ${rest.class ?? ""}" aria-label=${label} onCancel=${onCancel}>
    ${children}
  </dialog>`;
}
