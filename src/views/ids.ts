/** Every id that Slack sends back to us. `manifest.json` names the last group; a test compares the two. */
export const ACTION = {
  claim: "ticket.claim",
  takeOver: "ticket.take-over",
  release: "ticket.release",
  approve: "ticket.approve",
  allow: "ticket.allow",
  edit: "ticket.edit",
  undo: "ticket.undo",
  reopen: "ticket.reopen",
  more: "ticket.more",
  /** In a list: the ticket's private summary with its buttons. */
  show: "ticket.show",
  replayApply: "replay.apply",
  reviewFine: "review.fine",
  reviewWrong: "review.wrong",
  brakePutBack: "brake.put-back",
  brakeLeave: "brake.leave",
} as const;

/** The message of a burst, and the window behind it. */
export const BURST = {
  show: "burst.show",
  page: "burst.page",
  claim: "burst.claim",
  open: "burst.open",
} as const;

/** The card of an incident, and the windows behind it. */
export const INCIDENT = {
  claim: "incident.claim",
  release: "incident.release",
  write: "incident.write",
  approve: "incident.approve",
  show: "incident.show",
  more: "incident.more",
  page: "incident.page",
  open: "incident.open",
  ungroup: "incident.ungroup",
} as const;

export const HOME = {
  refresh: "home.refresh",
  filterMailbox: "home.filter-mailbox",
  filterQueue: "home.filter-queue",
  page: "home.page",
  mode: "home.mode",
  intent: "home.intent",
  onCall: "home.on-call",
  history: "home.history",
  replay: "home.replay",
  notices: "home.notices",
} as const;

/** Articles: their windows are among the others. */
export const KNOWLEDGE = {
  write: "kb.write",
  change: "kb.change",
  remove: "kb.remove",
  addFile: "kb.file-add",
  notNow: "kb.file-not-now",
  approve: "kb.proposal-approve",
  edit: "kb.proposal-edit",
  dismiss: "kb.proposal-dismiss",
} as const;

export const MODAL = {
  next: "answer.next",
  rollback: "settings.rollback",
} as const;

export const VIEW = {
  edit: "answer.edit",
  allow: "answer.allow",
  toolForm: "tool.form",
  toolConfirm: "tool.confirm",
  close: "ticket.close",
  reassign: "ticket.reassign",
  snooze: "ticket.snooze",
  escalate: "ticket.escalate",
  reclassify: "ticket.reclassify",
  intent: "settings.intent",
  onCall: "settings.on-call",
  notices: "person.notices",
  newTicket: "ticket.new",
  incidentReply: "incident.reply",
  incidentApprove: "incident.approve-all",
  incidentDescribe: "incident.describe",
  incidentResolve: "incident.resolve",
  incidentUngroup: "incident.ungroup-all",
  incidentAdd: "incident.add",
  article: "kb.article",
  articleReplace: "kb.replace",
} as const;

/** Choices of the More menu. */
export const MORE = {
  reassign: "reassign",
  snooze: "snooze",
  escalate: "escalate",
  reclassify: "reclassify",
  close: "close",
  spam: "spam",
  openInGmail: "gmail",
  timeline: "timeline",
  sources: "sources",
  addToIncident: "incident",
  ungroup: "ungroup",
  article: "article",
} as const;

/** Begins the choices of the More menu that change something elsewhere. */
export const MORE_TOOL = "tool:";

export const COMMAND = "/triage";
export const SHORTCUT = { reclassify: "mailroom_reclassify", newTicket: "mailroom_new_ticket" } as const;
