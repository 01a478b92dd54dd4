import { go } from "../state/route.ts";
import { toast } from "../state/toasts.ts";
import { html } from "./html.ts";
import { ask } from "./question.ts";

/** A conversation in the team's Gmail, as the desk's cards link to it. */
const GMAIL = /^https:\/\/mail\.google\.com\/mail\/\?authuser=([^#&]+)#all\/([0-9a-f]+)$/;

/**
 * Opens an address that the app or a mail named. Gmail's are shown by the Gmail of this demo; for all others one is told
 * where it leads, because much of this mail is there to deceive.
 */
export async function follow(url: string): Promise<void> {
  const [, mailbox, thread] = GMAIL.exec(url) ?? [];
  if (mailbox && thread) {
    go({ place: "mail", mailbox: decodeURIComponent(mailbox), box: "all", thread });
    return;
  }
  const host = URL.parse(url)?.host;
  if (!/^https?:/.test(url) || !host) {
    await navigator.clipboard?.writeText(url.replace(/^(?:mailto|tel):/, "")).catch(() => undefined);
    toast(`Copied: ${url.replace(/^(?:mailto|tel):/, "")}`);
    return;
  }
  const yes = await ask({
    title: "This leaves the demo",
    body: html`<p>The link leads to <strong>${host}</strong>.</p>
      <p class="address">${url}</p>`,
    yes: "Open it",
    no: "Stay here",
    danger: false,
  });
  if (yes) open(url, "_blank", "noopener,noreferrer");
}

export function Link({ url, label }: { url: string; label: string }) {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    void follow(url);
  };
  return html`<a href=${safe(url)} class="link" rel="noopener noreferrer nofollow" title=${url} onClick=${onClick}>${label}</a>`;
}

/** Only what a browser may open stands in `href`, also for whoever opens it with the middle button. */
const safe = (url: string): string => (/^(?:https?|mailto|tel):/i.test(url) ? url : "#");
