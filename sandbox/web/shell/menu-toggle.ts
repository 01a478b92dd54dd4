import { createStore, useStore } from "../state/store.ts";
import { html } from "../ui/html.ts";
import { Icon } from "../ui/icon.ts";

/** Whether the sidebar is pulled in: only on narrow screens, elsewhere it always stands there. */
export const drawer = createStore(false);
export const closeDrawer = (): void => drawer.set(false);

export function MenuToggle() {
  const open = useStore(drawer);
  return html`<button
    type="button"
    class="icon-button menu-toggle"
    aria-label="Channels"
    aria-expanded=${open}
    onClick=${() => drawer.set(!open)}
  >
    <${Icon} name="menu" size=${20} />
  </button>`;
}
