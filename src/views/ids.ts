/** Every id that Slack sends back to us. `manifest.json` names the last group; a test compares the two. */
export const ACTION = {
  claim: "ticket.claim",
  takeOver: "ticket.take-over",
  release: "ticket.release",
  approve: "ticket.approve",
  edit: "ticket.edit",
  reopen: "ticket.reopen",
  more: "ticket.more",
  open: "ticket.open",
} as const;

export const VIEW = {
  edit: "answer.edit",
  close: "ticket.close",
} as const;

/** Choices of the More menu. */
export const MORE = {
  close: "close",
  spam: "spam",
  openInGmail: "gmail",
  timeline: "timeline",
} as const;

export const COMMAND = "/triage";
