import { z } from "zod";
import { Priority } from "../decision.ts";
import { Posture } from "./intents.ts";
import { MailboxRetention } from "./retention.ts";
import { Sla, timezone, WorkingTime } from "./sla.ts";

/** Who works here and where: the company, its mailboxes, queues, people and routing rules. */

export const address = z
  .string()
  .toLowerCase()
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, "write an e-mail address");
const domain = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, "write a domain such as example.com");
const slackUser = z
  .string()
  .regex(/^[UW][A-Z0-9]+$/, "write a Slack member id such as U01ABCDEF (profile, More, Copy member ID)");
const slackChannel = z
  .string()
  .regex(/^[CG][A-Z0-9]+$/, "write a Slack channel id such as C01ABCDEF (channel name, About, at the bottom)");

export const ROLES = ["admin", "agent", "viewer"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const Company = z.strictObject({
  name: z.string().min(1),
  timezone: timezone.default("UTC"),
  /** Mail from these domains is a colleague's; the mailboxes' own domains are added. */
  domains: z.array(domain).default([]),
  website: z.string().optional(),
});

export const Mailbox = z.strictObject({
  address,
  name: z.string().optional(),
  /** Other addresses that deliver here; never answered, and usable as sender once Gmail has verified them. */
  aliases: z.array(address).default([]),
  /** The List-Id of the Google Group that feeds this mailbox, so that its mail is not taken for bulk. */
  groupListId: z.string().optional(),
  /** Mail text stays out of notifications and previews. */
  sensitive: z.boolean().default(false),
  /** Queue for everything that arrives here, whatever the intent. */
  queue: z.string().optional(),
  /** Overrides the intents' own postures for mail that arrives here. */
  postures: z.record(z.string(), Posture).default({}),
  /** Days other than the desk's for what is kept of mail that arrives here. */
  retention: MailboxRetention.prefault({}),
});
export type Mailbox = z.infer<typeof Mailbox>;

export const Queue = z.strictObject({
  channel: slackChannel,
  owners: z.array(slackUser).default([]),
  /** A Slack user group to mention when time runs out. */
  ownerGroup: z
    .string()
    .regex(/^S[A-Z0-9]+$/, "write a Slack user group id such as S01ABCDEF")
    .optional(),
  lead: slackUser.optional(),
  escalationChannel: slackChannel.optional(),
  calendar: z.string().default("default"),
  sla: Sla.optional(),
  /** `pool`: whoever claims it; `auto`: the best fit at work is given it on arrival. */
  assign: z.enum(["pool", "auto"]).default("pool"),
  /** What is posted in the tickets' threads. */
  verbosity: z.enum(["all", "decisions", "off"]).default("all"),
  /** Post to a channel that another company can read. */
  allowShared: z.boolean().default(false),
});
export type Queue = z.infer<typeof Queue>;

export const Person = z.strictObject({
  slack: slackUser,
  name: z.string().min(1),
  email: address.optional(),
  roles: z.array(Role).min(1).default(["agent"]),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string().length(2)).default([]),
  /** Working hours, by the name of a calendar. */
  calendar: z.string().default("default"),
  /** Open tickets at which this person is full. */
  capacity: z.number().int().positive().default(20),
});
export type Person = z.infer<typeof Person>;

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]));

/** First match wins; every condition that is given must hold, any of a condition's values will do. */
export const RoutingRule = z.strictObject({
  name: z.string().min(1),
  when: z.strictObject({
    mailbox: oneOrMore(address).optional(),
    intent: oneOrMore(z.string()).optional(),
    priority: oneOrMore(Priority).optional(),
    language: oneOrMore(z.string()).optional(),
    domain: oneOrMore(domain).optional(),
    words: oneOrMore(z.string()).optional(),
    plan: oneOrMore(z.string()).optional(),
    product: oneOrMore(z.string()).optional(),
    region: oneOrMore(z.string()).optional(),
    risk: oneOrMore(z.string()).optional(),
    customer: z.boolean().optional(),
    vip: z.boolean().optional(),
    /** The sender has another ticket open. */
    openTicket: z.boolean().optional(),
    hours: z.enum(["open", "closed"]).optional(),
  }),
  route: z.strictObject({
    queue: z.string().optional(),
    priority: Priority.optional(),
    owner: slackUser.optional(),
    due: WorkingTime.optional(),
    posture: Posture.optional(),
  }),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** Senders the rules know by name, by address or by domain (subdomains included). */
export const Senders = z.strictObject({
  addresses: z.array(address).default([]),
  domains: z.array(domain).default([]),
});
export type Senders = z.infer<typeof Senders>;
