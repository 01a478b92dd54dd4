import type { Attachment, Email, MachineKind } from "../../../../src/domain/email.ts";
import { NO_HISTORY } from "../../../../src/domain/sender.ts";
import { Settings } from "../../../../src/domain/settings/settings.ts";
import type { LocalInput } from "../../../../src/pipeline/local/features/features.ts";

/** The shop that the mails of these tests reach. */
export const SHOP = Settings.parse({
  company: { name: "Alder & Finch", timezone: "America/Chicago", domains: ["alderfinch.example"] },
  mailboxes: [{ address: "hello@alderfinch.example" }, { address: "support@alderfinch.example" }],
  queues: { triage: { channel: "C0TRIAGE" } },
  people: [{ slack: "U01ADMIN", name: "Admin", roles: ["admin"] }],
  catalogue: {
    products: [
      "Alder Desk",
      "Alder Desk Pro",
      "Finch Lamp",
      { name: "Marsh Office Chair", aliases: ["the marsh", "ergo chair"] },
      "Alder Payroll",
      "Gift Card",
      "Kettle 20L",
      "Kettle 35L",
    ],
    plans: ["Starter", "Team", "Enterprise", "Season Card Plus"],
    ids: { order_id: "AF-\\d{6}", invoice_id: "AFI-2026-\\d{5}" },
  },
});

/** 14 July 2026, a Tuesday. */
export const SENT_AT = Date.UTC(2026, 6, 14, 9, 30);

export interface MailParts {
  from?: string;
  replyTo?: string;
  subject?: string;
  text?: string;
  signature?: string;
  quoted?: string;
  language?: string;
  machine?: MachineKind;
  attachments?: { name: string; text?: string }[];
  settings?: Settings;
  colleague?: boolean;
}

const addressIn = (text: string) => {
  const match = /^(.*?)\s*<([^>]*)>$/.exec(text);
  return match ? { name: match[1] || undefined, address: match[2]! } : { name: undefined, address: text };
};

const attachment = ({ name, text }: { name: string; text?: string }, index: number): Attachment => ({
  index,
  name,
  declaredType: "application/pdf",
  detectedType: "application/pdf",
  sizeBytes: 100,
  inline: false,
  danger: undefined,
  scan: "clean",
  text,
});

export function aMail(parts: MailParts): LocalInput {
  const from = addressIn(parts.from ?? "Ann Lee <ann.lee@gmail.com>");
  const text = parts.text ?? "";
  const email: Email = {
    messageId: "<1@test.example>",
    inReplyTo: undefined,
    references: [],
    from,
    sender: undefined,
    author: from,
    replyTo: parts.replyTo ? [addressIn(parts.replyTo)] : [],
    to: [],
    cc: [],
    deliveredTo: [],
    dateAt: SENT_AT,
    subject: parts.subject ?? "",
    text: [text, parts.signature, parts.quoted].filter(Boolean).join("\n\n"),
    visibleText: text,
    quotedText: parts.quoted ?? "",
    signature: parts.signature ?? "",
    forwarded: undefined,
    language: parts.language ?? "en",
    machine: { kind: parts.machine ?? "none", rule: undefined },
    sentByEffect: undefined,
    loop: false,
    bounce: undefined,
    authenticity: { verdict: "verified", spf: undefined, dkim: undefined, dmarc: undefined },
    hidden: { trackingPixels: 0, hiddenCharacters: 0, zeroWidthCharacters: 0, bidiControls: 0 },
    attachments: (parts.attachments ?? []).map(attachment),
    calendarMethod: undefined,
    linkHosts: [],
    sizeBytes: text.length,
    defects: [],
  };
  const sender = {
    colleague: parts.colleague ?? false,
    customer: false,
    vip: false,
    supplier: false,
    blocked: false,
    ...NO_HISTORY,
  };
  return { email, mailbox: "hello@alderfinch.example", settings: parts.settings ?? SHOP, sender };
}
