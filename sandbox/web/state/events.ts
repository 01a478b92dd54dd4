import { heardOfDemo, readDemo } from "./demo.ts";
import { type GmailEvent, heardOfGmail, refreshMail } from "./mail.ts";
import { heardOfSlack, refreshSlack } from "./slack.ts";
import { createStore } from "./store.ts";

/** False while the demo itself is out of reach. */
export const online = createStore(true);

/** Everything that changes anywhere comes on this one stream. */
export function followEvents(): void {
  const source = new EventSource("/demo/events");
  const data = (event: MessageEvent<string>) => JSON.parse(event.data);
  source.addEventListener("slack", (event) => heardOfSlack(data(event)));
  source.addEventListener("gmail", (event) => heardOfGmail(data(event) as GmailEvent));
  source.addEventListener("demo", (event) => heardOfDemo(data(event)));
  source.addEventListener("open", () => {
    online.set(true);
    // What happened while the line was down.
    void readDemo().catch(() => undefined);
    void refreshSlack();
    void refreshMail();
  });
  source.addEventListener("error", () => online.set(false));
}
