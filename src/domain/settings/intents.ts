import { z } from "zod";
import { type Entities, Priority } from "../decision.ts";
import { SlaByPriority } from "./sla.ts";

/**
 * What Mailroom may do by itself for an intent.
 * - `off`: a card, no draft
 * - `shadow`: a draft is made and kept for measuring, nobody is shown it
 * - `draft`: the draft stands on the card, a person sends it
 * - `auto`: above the send threshold and with every guard content, Mailroom sends it after the hold window
 */
export const POSTURES = ["off", "shadow", "draft", "auto"] as const;
export const Posture = z.enum(POSTURES);
export type Posture = z.infer<typeof Posture>;

const share = z.number().min(0).max(1);

/** Confidence from which a step may be taken. Below `route` a person looks first, in the triage queue. */
export const Thresholds = z.strictObject({
  route: share.default(0.5),
  draft: share.default(0.4),
  send: share.default(0.95),
});

const KEY_FIELDS = [
  "person_name",
  "company_name",
  "products",
  "plan",
  "order_id",
  "invoice_id",
  "budget_annual_usd",
  "timeline",
  "region",
] as const satisfies readonly (keyof Entities)[];

export const Intent = z.strictObject({
  /** What it is, for people and for the model. */
  description: z.string().min(1),
  /** What it is not: the neighbour it is most often mistaken for. */
  not: z.string().default(""),
  examples: z.array(z.string()).default([]),
  /** Queue by name; absent: the queue named like the intent, else `triage`. */
  queue: z.string().optional(),
  /** Settled without a card: recorded and searchable, but nobody is interrupted. */
  silent: z.boolean().default(false),
  posture: Posture.default("draft"),
  priority: Priority.default("normal"),
  thresholds: Thresholds.prefault({}),
  sla: SlaByPriority.optional(),
  /** Send "we have your mail" at once; never to machines, once a thread. */
  acknowledge: z.boolean().default(false),
  /** What such mail should say. Where the small model misses two of these, the larger one is asked. */
  keyFields: z.array(z.enum(KEY_FIELDS)).default([]),
  /** Always worth the larger model. */
  worthLargerModel: z.boolean().default(false),
});
export type Intent = z.infer<typeof Intent>;
export type IntentInput = z.input<typeof Intent>;

/** The taxonomy a company starts with; every entry can be changed or removed, and others added, in the settings. */
export const DEFAULT_INTENTS: Record<string, IntentInput> = {
  lead: {
    description: "Someone who may buy: asks for a demo, a price, a trial or a quote, or says what they need",
    not: "a customer asking how to use what they bought",
    examples: [
      "Could someone show us around? We are 22 people and still on paper.",
      "What would 40 seats cost us a year?",
    ],
    priority: "high",
    keyFields: ["company_name", "budget_annual_usd", "timeline", "products"],
  },
  support: {
    description: "A user or customer with a question, a fault, an order or an account problem",
    not: "a dispute about a bill",
    examples: [
      "Since this morning nobody here can log in.",
      "My parcel says delivered, but there is nothing at the door.",
    ],
  },
  billing: {
    description: "Invoice, payment, refund, charge, tax form, or a plan change for money reasons",
    not: "a supplier's bill to us (vendor)",
    examples: ["We were charged twice in March.", "Please send your W-9, we cannot pay without it."],
  },
  vendor: {
    description:
      "Someone who sells to us: a supplier's invoice or notice, a cold pitch, an agency, a partnership that wants our money",
    not: "our own customer",
    examples: ["Your hosting invoice for May is attached.", "We help companies like yours double their traffic."],
    priority: "low",
  },
  career: {
    description: "Applicants, recruiters of our staff, references, internships",
    examples: ["Please find attached my application for the designer role.", "Do you take interns in summer?"],
  },
  legal: {
    description:
      "Claims, notices, subpoenas, privacy requests (GDPR, CCPA), data processing agreements, contract redlines, takedowns",
    examples: [
      "I request a copy of all personal data you hold about me.",
      "Our client demands that you cease and desist.",
    ],
    priority: "high",
    posture: "off",
  },
  newsletter: {
    description: "Bulk mail that someone subscribed to, product announcements, event digests",
    not: "one person's own pitch",
    examples: ["Your weekly industry digest", "What's new in version 12"],
    priority: "low",
    silent: true,
    posture: "off",
  },
  spam: {
    description: "Unsolicited junk, phishing, scams, malware",
    examples: ["You have won. Send your bank details.", "Your mailbox will be closed, verify your password here."],
    priority: "low",
    silent: true,
    posture: "off",
  },
  personal: {
    description: "Private or internal mail that happened into the shared inbox",
    examples: ["Lunch on Friday?", "I left my keys in the meeting room."],
    priority: "low",
    posture: "off",
  },
  other: {
    description: "None of the others: bounces, automatic replies, surveys from public bodies, press, misdirected mail",
    examples: ["I am out of the office until Monday.", "I am a reporter and would like a comment."],
    priority: "low",
    posture: "off",
  },
};
