import { useStore } from "../state/store.ts";
import { dismissToast, toasts } from "../state/toasts.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

export function Toasts() {
  const list = useStore(toasts);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${list.map(
      ({ id, text, tone, action }) => html`<div key=${id} class="toast ${tone}">
        <${Icon} name=${tone === "warning" ? "warning" : "inbox"} />
        <span>${text}</span>
        ${
          action &&
          html`<button
            type="button"
            class="text-button"
            onClick=${() => {
              dismissToast(id);
              action.run();
            }}
          >${action.label}</button>`
        }
        <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => dismissToast(id)}><${Icon} name="close" size=${15} /></button>
      </div>`,
    )}
  </div>`;
}
