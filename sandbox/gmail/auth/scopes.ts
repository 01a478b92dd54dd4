const GMAIL = "https://www.googleapis.com/auth/gmail.";

export const SCOPES = {
  everything: "https://mail.google.com/",
  modify: `${GMAIL}modify`,
  compose: `${GMAIL}compose`,
  send: `${GMAIL}send`,
  readonly: `${GMAIL}readonly`,
  metadata: `${GMAIL}metadata`,
  insert: `${GMAIL}insert`,
  labels: `${GMAIL}labels`,
  settings: `${GMAIL}settings.basic`,
  pubsub: "https://www.googleapis.com/auth/pubsub",
  cloud: "https://www.googleapis.com/auth/cloud-platform",
} as const;

/** Which scopes open a kind of method, as the API's reference lists them. */
export const MAY = {
  profile: [SCOPES.everything, SCOPES.modify, SCOPES.compose, SCOPES.readonly, SCOPES.metadata],
  look: [SCOPES.everything, SCOPES.modify, SCOPES.readonly, SCOPES.metadata],
  read: [SCOPES.everything, SCOPES.modify, SCOPES.readonly],
  change: [SCOPES.everything, SCOPES.modify],
  erase: [SCOPES.everything],
  send: [SCOPES.everything, SCOPES.modify, SCOPES.compose, SCOPES.send],
  insert: [SCOPES.everything, SCOPES.modify, SCOPES.insert],
  draft: [SCOPES.everything, SCOPES.modify, SCOPES.compose],
  readDraft: [SCOPES.everything, SCOPES.modify, SCOPES.compose, SCOPES.readonly],
  seeLabels: [SCOPES.everything, SCOPES.modify, SCOPES.readonly, SCOPES.labels, SCOPES.metadata],
  makeLabels: [SCOPES.everything, SCOPES.modify, SCOPES.labels],
  settings: [SCOPES.everything, SCOPES.modify, SCOPES.readonly, SCOPES.settings],
  pubsub: [SCOPES.cloud, SCOPES.pubsub],
} as const satisfies Record<string, readonly string[]>;

/** The metadata scope shows headers only, unless a better one is there too. */
export const headersOnly = (scopes: readonly string[]): boolean =>
  scopes.includes(SCOPES.metadata) && !MAY.read.some((scope) => scopes.includes(scope));
