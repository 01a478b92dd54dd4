import { MAY } from "../auth/scopes.ts";
import { notFound } from "../errors.ts";
import type { Method } from "./method.ts";
import { string, strings } from "./read.ts";

/** What concerns the account as a whole: profile, aliases, watch. */
export const accountMethods: Method[] = [
  {
    name: "getProfile",
    verb: "GET",
    path: "profile",
    units: 1,
    may: MAY.profile,
    run: ({ mailbox }) => {
      const { messages, threads } = mailbox.counts();
      return {
        emailAddress: mailbox.address,
        messagesTotal: messages,
        threadsTotal: threads,
        historyId: String(mailbox.history.position()),
      };
    },
  },
  {
    name: "settings.sendAs.list",
    verb: "GET",
    path: "settings/sendAs",
    units: 1,
    may: MAY.settings,
    run: ({ mailbox }) => ({ sendAs: mailbox.sendAs }),
  },
  {
    name: "settings.sendAs.get",
    verb: "GET",
    path: "settings/sendAs/:email",
    units: 1,
    may: MAY.settings,
    run: ({ mailbox, params }) => {
      const entry = mailbox.sendAs.find(({ sendAsEmail }) => sendAsEmail.toLowerCase() === params.email?.toLowerCase());
      if (!entry) throw notFound();
      return { ...entry };
    },
  },
  {
    name: "watch",
    verb: "POST",
    path: "watch",
    units: 100,
    may: MAY.look,
    body: ["topicName", "labelIds", "labelFilterBehavior", "labelFilterAction"],
    run: ({ mailbox, watches, body }) => {
      const labelIds = strings(body, "labelIds");
      mailbox.labels.checkGiven(labelIds);
      const behaviour = string(body, "labelFilterBehavior") ?? string(body, "labelFilterAction") ?? "include";
      return watches.start(mailbox, {
        topic: string(body, "topicName") ?? "",
        labelIds,
        exclude: behaviour.toLowerCase() === "exclude",
      });
    },
  },
  {
    name: "stop",
    verb: "POST",
    path: "stop",
    units: 50,
    may: MAY.look,
    run: ({ mailbox, watches }) => {
      watches.stop(mailbox);
      return undefined;
    },
  },
];
