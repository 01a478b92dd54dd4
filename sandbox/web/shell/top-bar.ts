import { html } from "../ui/html.ts";
import { MailroomPill } from "./banner.ts";
import { HelpButton } from "./help.ts";
import { ThemeButton } from "./theme.ts";
import { UserSwitcher } from "./user-switcher.ts";

export function TopBar() {
  return html`<header class="top-bar">
    <span class="product">
      <img src="/sandbox/web/icon.svg" width="20" height="20" alt="" /> Local Slack
      <small>a stand-in on this machine</small>
    </span>
    <${MailroomPill} />
    <span class="spring"></span>
    <${HelpButton} /><${ThemeButton} /><${UserSwitcher} />
  </header>`;
}
