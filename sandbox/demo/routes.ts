import type { Gmail } from "../gmail/index.ts";
import type { Company } from "./company.ts";
import type { customerSide } from "./customer-side.ts";
import type { Events } from "./events.ts";
import type { MailroomProcess } from "./mailroom.ts";
import type { AppWords } from "./manifest.ts";
import { bringOutage } from "./outage.ts";
import type { Postman } from "./postman.ts";
import { ANSWERED, type DemoRoute } from "./server.ts";
import { type Colleague, channelId, queuesOf } from "./staff.ts";

interface Parts {
  company: Company;
  staff: Colleague[];
  words: AppWords;
  mailroom: MailroomProcess;
  postman: Postman;
  events: Events;
  customers: ReturnType<typeof customerSide>;
  gmail: Gmail;
}

/** What the page asks of the demo itself, below `/demo/`. */
export function demoRoutes({ company, staff, words, mailroom, postman, events, customers, gmail }: Parts): DemoRoute {
  const state = () => ({
    company: { name: company.name, kind: company.kind, mailboxes: company.inboxes },
    people: staff.map(({ slack, name, title, role }) => ({ slack, name, title, role: role ?? "guest" })),
    firstChannel: channelId(queuesOf(company.key)[1] ?? "triage"),
    app: words,
    round: postman.round(),
    mailroom: mailroom.status(),
  });

  const deskOrders: Record<string, () => Promise<unknown>> = {
    start: () => mailroom.start(),
    stop: () => mailroom.stop(),
    kill: () => mailroom.kill(),
    restart: () => mailroom.stop().then(() => mailroom.start()),
  };

  return ({ verb, path, json, response }) => {
    const [first = "", second, ...rest] = path.split("/").map(decodeURIComponent);
    if (rest.length > 0) return undefined;
    if (verb === "GET") {
      if (path === "state") return state();
      if (path === "log") return { lines: mailroom.log() };
      if (path === "customers") return { customers: customers.customers() };
      if (first === "customers" && second !== undefined) return { conversations: customers.conversations(second) };
      if (path !== "events") return undefined;
      events.stream(response);
      return ANSWERED;
    }
    if (verb !== "POST") return undefined;
    if (path === "round") {
      const { next, paused, everySeconds } = json;
      if (next === true) postman.bringOne();
      else {
        postman.set({
          ...(typeof paused === "boolean" && { paused }),
          ...(typeof everySeconds === "number" && everySeconds >= 1 && { everySeconds }),
        });
      }
      return postman.round();
    }
    if (path === "outage") {
      const mailbox = company.inboxes.find((one) => one.startsWith("support") || one.startsWith("help"));
      return { mails: bringOutage(gmail, company.key, mailbox ?? company.inboxes[0]!) };
    }
    if (path === "mailroom") {
      const order = deskOrders[String(json.do)];
      // The page follows by the events; a stop may take its ten seconds.
      void order?.().catch((error: unknown) => console.error(error));
      return order && mailroom.status();
    }
    return undefined;
  };
}
