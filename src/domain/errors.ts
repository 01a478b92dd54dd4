import { withoutSecrets } from "./secrets.ts";

/**
 * Every way Mailroom can fail, and what follows. `retry` is the job loop's instruction:
 * - `later`: try again with backoff, spending one of the job's attempts
 * - `wait`: try again after the given time, spending no attempt (somebody asked us to slow down, or a person must act)
 * - `ask`: the outcome is unknown; before any repeat the provider is asked whether it happened
 * - `never`: repeating cannot help
 * `say` is the sentence a person reads; docs/errors.md has an entry for each code and a test keeps the two in step.
 */
export const FAILURES = {
  config_invalid: { retry: "never", say: "The environment is not usable as it stands." },
  settings_invalid: { retry: "never", say: "The settings are not usable as they stand." },
  settings_conflict: {
    retry: "never",
    say: "Somebody saved other settings first. Look at the difference and save again.",
  },
  database_newer: {
    retry: "never",
    say: "The database was written by a newer Mailroom. Start that version, or restore an older backup.",
  },
  database_busy: { retry: "wait", say: "The database was busy. The work will be tried again." },
  database_unwritable: {
    retry: "wait",
    say: "The database could not be written: is the disk full? The work will be tried again.",
  },
  database_in_use: {
    retry: "never",
    say: "Mailroom is running with this database. Stop it first: this needs the database for itself.",
  },
  database_damaged: {
    retry: "never",
    say: "The database is damaged. Put a backup in its place with `npm run restore -- FILE`, or move it away: started without one, Mailroom reads Gmail and Slack again.",
  },
  backup_unusable: { retry: "never", say: "This file cannot be put back. Take another backup." },
  content_key_wrong: {
    retry: "never",
    say: "Stored content could not be decrypted: the key is not the one it was written with.",
  },

  gmail_rate_limited: { retry: "wait", say: "Gmail asked us to slow down. The mailbox will be read again shortly." },
  gmail_unavailable: { retry: "later", say: "Gmail did not answer properly. It will be asked again." },
  gmail_disconnected: {
    retry: "wait",
    say: "Gmail no longer accepts our sign-in for this mailbox. Connect it again with `npm run gmail:connect`.",
  },
  gmail_forbidden: {
    retry: "never",
    say: "Gmail refused this for the signed-in account: a scope, the API or an admin policy is missing.",
  },
  gmail_cursor_expired: {
    retry: "never",
    say: "Gmail no longer knows our place in the mailbox's history. The mailbox is being listed again.",
  },
  gmail_not_found: { retry: "never", say: "The message is no longer in Gmail." },
  gmail_rejected: { retry: "never", say: "Gmail refused the message as we wrote it." },
  gmail_method_missing: { retry: "never", say: "This Gmail does not offer a method we asked for." },
  gmail_outcome_unknown: {
    retry: "ask",
    say: "Gmail did not say whether the mail went out. Nothing is sent again before that is known.",
  },

  slack_rate_limited: { retry: "wait", say: "Slack asked us to slow down. The card will follow shortly." },
  slack_unavailable: { retry: "later", say: "Slack did not answer properly. It will be asked again." },
  slack_outcome_unknown: {
    retry: "ask",
    say: "Slack did not say whether the message was posted. It is not posted again before that is known.",
  },
  slack_disconnected: {
    retry: "wait",
    say: "Slack no longer accepts our token. Install the app again and set SLACK_BOT_TOKEN.",
  },
  slack_channel_unreachable: {
    retry: "wait",
    say: "Mailroom cannot post to this queue's channel. Invite the app there, or give the queue another channel.",
  },
  slack_scope_missing: {
    retry: "never",
    say: "The Slack app lacks a scope for this. Compare its scopes with manifest.json and install it again.",
  },
  slack_message_gone: { retry: "never", say: "The Slack message is gone." },
  slack_view_stale: { retry: "never", say: "That window is out of date." },
  slack_trigger_expired: {
    retry: "never",
    say: "Slack gave us too little time to open the window. Press the button again.",
  },
  slack_rejected: { retry: "never", say: "Slack refused the message as we wrote it." },

  model_rate_limited: { retry: "wait", say: "The model provider asked us to slow down." },
  model_quota_spent: { retry: "never", say: "The model account has no credit left." },
  model_unavailable: { retry: "later", say: "The model provider did not answer properly." },
  model_timeout: { retry: "later", say: "The model took too long." },
  model_forbidden: { retry: "never", say: "The model provider does not accept our key." },
  model_rejected: { retry: "never", say: "The model provider refused the request as we wrote it." },
  model_refused: { retry: "never", say: "The model declined to answer." },
  model_cut_short: { retry: "never", say: "The model's answer was cut short." },
  model_output_invalid: { retry: "never", say: "The model's answer did not fit." },

  mail_unreadable: { retry: "never", say: "The mail could not be read as mail." },
  mail_too_large: { retry: "never", say: "The mail is larger than Mailroom reads." },

  scanner_unavailable: { retry: "wait", say: "The virus scanner did not answer. It will be asked again." },
  scanner_refused: { retry: "never", say: "The virus scanner has no verdict on this file." },

  tool_unavailable: { retry: "later", say: "The other system did not answer properly. It will be asked again." },
  tool_refused: { retry: "never", say: "The other system refused the call. Nothing was done there." },
  tool_outcome_unknown: {
    retry: "ask",
    say: "The other system did not say whether the call was done. It is not made again before that is known.",
  },

  drill_broken: {
    retry: "later",
    say: "A drill of attacks did not come to its end, so nobody knows whether the guards hold. It will be tried again.",
  },

  payload_invalid: {
    retry: "never",
    say: "Slack sent something Mailroom does not understand, perhaps from an old card.",
  },
  effect_refused: { retry: "wait", say: "The last check before sending said: not yet." },
  internal: { retry: "later", say: "Something went wrong inside Mailroom." },
} as const satisfies Record<string, { retry: "later" | "wait" | "ask" | "never"; say: string }>;

export type FailureCode = keyof typeof FAILURES;

interface FailureDetails {
  /** What exactly, in words for an operator: a key, a count, a status. Never mail content. */
  detail?: string;
  cause?: unknown;
  /** How long the other side asked us to wait. */
  retryAfterMs?: number;
}

export class MailroomError extends Error {
  readonly code: FailureCode;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: FailureCode, { detail: given, cause, retryAfterMs }: FailureDetails = {}) {
    const detail = given === undefined ? undefined : withoutSecrets(given);
    super(
      detail ? `${FAILURES[code].say} (${detail})` : FAILURES[code].say,
      cause === undefined ? undefined : { cause },
    );
    this.name = "MailroomError";
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }

  get retry() {
    return FAILURES[this.code].retry;
  }
}

/** Anything thrown, as one of ours. What nobody translated is `internal`: logged by id, retried with care. */
export const toFailure = (error: unknown): MailroomError =>
  error instanceof MailroomError ? error : new MailroomError("internal", { cause: error });
