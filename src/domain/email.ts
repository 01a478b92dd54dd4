/** A mail as Mailroom works with it: decoded, separated, judged by form. Made by `pipeline/normalise.ts`. */

export interface Address {
  /** Display name as the sender wrote it, decoded; a claim, never proof. */
  name: string | undefined;
  /** Lower-cased addr-spec. */
  address: string;
}

export const MACHINE_KINDS = ["none", "auto_reply", "bounce", "bulk", "notification"] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

export interface MachineVerdict {
  kind: MachineKind;
  /** The rule that spoke, in words a person can read; undefined for `none`. */
  rule: string | undefined;
}

export interface Authenticity {
  /** `verified`: DMARC passed, or an aligned DKIM signature. `failed`: DMARC failed. Unknown is not failed. */
  verdict: "verified" | "failed" | "unknown";
  spf: string | undefined;
  dkim: string | undefined;
  dmarc: string | undefined;
}

export interface Attachment {
  /** Position in the message, stable for one raw mail. */
  index: number;
  name: string;
  /** What the mail says it is. */
  declaredType: string;
  /** What its bytes say it is; undefined where they say nothing. */
  detectedType: string | undefined;
  sizeBytes: number;
  inline: boolean;
  /** Why it must not be opened or relayed (an executable, a macro document, a type that lies); undefined if nothing speaks against it. */
  danger: string | undefined;
  /** `waiting`: the scanner did not answer, and is asked again. */
  scan: "clean" | "infected" | "waiting" | "not-scanned";
  /** The malware's name, or why a scanner that is set up has no verdict. Absent without one, and in mail stored before there was one. */
  scanNote?: string | undefined;
  /** Text read out of it (PDF, CSV, office), clipped; undefined where none was read. */
  text: string | undefined;
}

/** What was taken out of the text because a reader would not have seen it, or because it watched the reader. */
export interface HiddenContent {
  trackingPixels: number;
  /** Characters of text styled away (display:none, white on white, 0-1 px). */
  hiddenCharacters: number;
  zeroWidthCharacters: number;
  bidiControls: number;
}

export interface Forwarded {
  /** Who wrote the forwarded mail, where the forward says so. */
  from: Address | undefined;
  subject: string | undefined;
  text: string;
}

export interface BounceReport {
  /** RFC 3463 status such as `5.1.1`, of the first failed recipient. */
  status: string | undefined;
  permanent: boolean;
  failedRecipients: string[];
}

export interface Email {
  /** With angle brackets, as the header has it. */
  messageId: string | undefined;
  inReplyTo: string | undefined;
  references: string[];
  from: Address | undefined;
  sender: Address | undefined;
  /**
   * Whom the newest text is from, as far as the mail says: the address given in a web form, the writer behind a group that
   * put itself into From, else From.
   */
  author: Address | undefined;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
  deliveredTo: string[];
  /** Epoch ms of the Date header: the sender's claim. */
  dateAt: number | undefined;
  subject: string;
  /** The whole text as a reader sees it: text/plain where there is one, else the HTML as text. Line ends are \n. */
  text: string;
  /** The newest human text alone: no quotes, signature or footer. Line breaks kept. */
  visibleText: string;
  quotedText: string;
  signature: string;
  forwarded: Forwarded | undefined;
  /** ISO 639-1 of the visible text (of the subject where that is empty), or `unknown`. */
  language: string;
  machine: MachineVerdict;
  /** Set when the mail carries our own marker header: the id of the effect that sent it. */
  sentByEffect: string | undefined;
  /** True when answering could start a loop: our own mail came back, or our address stands twice in the trace. */
  loop: boolean;
  bounce: BounceReport | undefined;
  authenticity: Authenticity;
  hidden: HiddenContent;
  attachments: Attachment[];
  /** Calendar method (REQUEST, REPLY, CANCEL) if there is a calendar part. */
  calendarMethod: string | undefined;
  /** Distinct hosts that the HTML's links lead to, whatever the links say. */
  linkHosts: string[];
  /** Bytes of the raw mail. */
  sizeBytes: number;
  /** What was cut or could not be decoded, in words; empty for a clean mail. */
  defects: string[];
}

export const PII_KINDS = [
  "credit_card",
  "ssn",
  "iban",
  "phone",
  "email",
  "address",
  "dob",
  "passport",
  "national_id",
  "api_key",
  "password",
] as const;
export type PiiKind = (typeof PII_KINDS)[number];

export interface PiiSpan {
  kind: PiiKind;
  /** UTF-16 offsets into the text that was redacted. */
  start: number;
  end: number;
  /** The recogniser that spoke and its second opinion, for a person. */
  reason: string;
}

declare const redacted: unique symbol;
/** Text with every personal span replaced by a placeholder. Only `redact` makes one, so skipping that step does not compile. */
export type RedactedText = string & { readonly [redacted]: true };

/** What a model may see of a mail: redacted, clipped, with nothing that identifies the sender beyond the domain. */
export interface RedactedEmail {
  subject: RedactedText;
  visibleText: RedactedText;
  /** The few lines of earlier conversation a model may see; empty for a first mail. */
  history: RedactedText;
  attachments: { name: RedactedText; text: RedactedText | undefined }[];
  /** Kinds found, with counts: for logs and risk flags, no values. */
  found: Partial<Record<PiiKind, number>>;
}
