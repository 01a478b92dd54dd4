import { z } from "zod";
import { RISK_FLAGS } from "../decision.ts";
import { Approvals } from "./approvals.ts";
import { Company, Mailbox, Person, Queue, RoutingRule, Senders } from "./desk.ts";
import { Incidents } from "./incidents.ts";
import { DEFAULT_INTENTS, Intent } from "./intents.ts";
import { KnowledgeBase } from "./knowledge.ts";
import { Answering, Catalogue, Digest, Model, Retention, Sending, Words } from "./policy.ts";
import { Calendar, Sla } from "./sla.ts";
import { Tools } from "./tools.ts";

/**
 * The whole of a company's policy: one document, versioned in the database, seeded from a YAML file.
 * `mailboxes`, `queues.triage.channel` and `people` are what a company must say; everything else has a default.
 */
export const Settings = z
  .strictObject({
    company: Company.prefault({ name: "Our company" }),
    /** `live` works; `shadow` decides and shows but lets no mail out; `paused` neither reads nor sends. */
    mode: z.enum(["live", "shadow", "paused"]).default("live"),
    mailboxes: z.array(Mailbox).min(1, "name at least one mailbox"),
    queues: z.record(
      z.string().regex(/^[a-z][a-z0-9_-]*$/, "name a queue in lower-case letters, digits, - and _"),
      Queue,
    ),
    people: z.array(Person).min(1, "name at least one person"),
    intents: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Intent).prefault(DEFAULT_INTENTS),
    routing: z.array(RoutingRule).default([]),
    calendars: z.record(z.string(), Calendar).prefault({ default: {} }),
    sla: Sla.prefault({}),
    vips: Senders.prefault({}),
    customers: Senders.prefault({}),
    suppliers: Senders.prefault({}),
    blocklist: Senders.prefault({}),
    words: Words.prefault({}),
    catalogue: Catalogue.prefault({}),
    sending: Sending.prefault({}),
    answering: Answering.prefault({}),
    knowledge: KnowledgeBase.prefault({}),
    incidents: Incidents.prefault({}),
    /** What is looked up at, or asked of, other systems of the company. */
    tools: Tools.default({}),
    /** Who may allow what commits the company. */
    approvals: Approvals.prefault({}),
    model: Model.prefault({}),
    retention: Retention.prefault({}),
    /** Whom outage tickets go to. */
    onCall: z.string().optional(),
    /** Where operators are told of dead letters, spend and disconnected mailboxes; absent: the triage channel. */
    alertsChannel: z.string().optional(),
    /** When a digest is posted, in the company's time zone; absent: only when somebody asks for it. */
    digest: Digest.prefault({}),
  })
  .superRefine(checkReferences);
export type Settings = z.infer<typeof Settings>;
export type SettingsInput = z.input<typeof Settings>;

/** A setting that names something must name something that exists: otherwise mail would be routed to nowhere. */
function checkReferences(settings: z.output<typeof Settings>, context: z.RefinementCtx): void {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  const queues = Object.keys(settings.queues);
  const needsQueue = (name: string | undefined, path: (string | number)[]) => {
    if (name !== undefined && !queues.includes(name))
      complain(path, `there is no queue "${name}"; there are: ${queues.join(", ") || "none"}`);
  };
  const needsCalendar = (name: string, path: (string | number)[]) => {
    if (!(name in settings.calendars))
      complain(path, `there is no calendar "${name}"; there are: ${Object.keys(settings.calendars).join(", ")}`);
  };

  if (!("triage" in settings.queues))
    complain(["queues"], 'there must be a queue "triage": whatever matches nothing else goes there');
  if (!("default" in settings.calendars)) complain(["calendars"], 'there must be a calendar "default"');
  if (!settings.people.some((person) => person.roles.includes("admin")))
    complain(["people"], "at least one person needs the role admin");
  if (!("other" in settings.intents))
    complain(["intents"], 'there must be an intent "other": whatever fits nothing else is that');

  settings.mailboxes.forEach((mailbox, index) => {
    needsQueue(mailbox.queue, ["mailboxes", index, "queue"]);
    if (settings.mailboxes.findIndex((other) => other.address === mailbox.address) !== index)
      complain(["mailboxes", index, "address"], `${mailbox.address} stands here twice`);
  });
  settings.people.forEach((person, index) => {
    needsCalendar(person.calendar, ["people", index, "calendar"]);
    if (settings.people.findIndex((other) => other.slack === person.slack) !== index)
      complain(["people", index, "slack"], `${person.slack} stands here twice`);
  });
  for (const [name, queue] of Object.entries(settings.queues))
    needsCalendar(queue.calendar, ["queues", name, "calendar"]);
  for (const [name, intent] of Object.entries(settings.intents)) needsQueue(intent.queue, ["intents", name, "queue"]);
  settings.knowledge.editors.forEach((editor, index) => {
    if (!settings.people.some((person) => person.slack === editor))
      complain(["knowledge", "editors", index], `${editor} is not among the people`);
  });
  for (const topic of Object.keys(settings.knowledge.regulated)) {
    if (!(topic in settings.intents) && !(RISK_FLAGS as readonly string[]).includes(topic))
      complain(
        ["knowledge", "regulated", topic],
        `"${topic}" is neither an intent nor a risk; risks are: ${RISK_FLAGS.join(", ")}`,
      );
  }
  for (const [name, tool] of Object.entries(settings.tools))
    for (const intent of tool.intents)
      if (!(intent in settings.intents))
        complain(
          ["tools", name, "intents"],
          `there is no intent "${intent}"; there are: ${Object.keys(settings.intents).join(", ")}`,
        );
  settings.routing.forEach((rule, index) => {
    needsQueue(rule.route.queue, ["routing", index, "route", "queue"]);
    for (const intent of rule.when.intent ?? [])
      if (!(intent in settings.intents))
        complain(["routing", index, "when", "intent"], `there is no intent "${intent}"`);
  });
}

/** Addresses and domains that are ours: mail from them is a colleague's, and they are never answered by a machine. */
export const ourAddresses = (settings: Settings): ReadonlySet<string> => ours(settings).addresses;
export const ourDomains = (settings: Settings): ReadonlySet<string> => ours(settings).domains;

interface Ours {
  addresses: ReadonlySet<string>;
  domains: ReadonlySet<string>;
}
/** Settings are replaced, never changed, and every mail asks many times. */
const known = new WeakMap<Settings, Ours>();

function ours(settings: Settings): Ours {
  const before = known.get(settings);
  if (before) return before;
  const addresses = new Set(settings.mailboxes.flatMap((mailbox) => [mailbox.address, ...mailbox.aliases]));
  const domains = [...addresses].map((one) => one.slice(one.lastIndexOf("@") + 1));
  const all = {
    addresses,
    domains: new Set([...settings.company.domains, ...domains.filter((one) => !FREE_MAIL.has(one))]),
  };
  known.set(settings, all);
  return all;
}

/** A small team may run its shared inbox at a free-mail provider; the provider's other users are not colleagues. */
const FREE_MAIL = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "gmx.de",
  "web.de",
]);
