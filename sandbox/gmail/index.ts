import { arrive } from "./arrive.ts";
import { SCOPES } from "./auth/scopes.ts";
import { newServiceAccount, type ServiceAccountKey } from "./auth/service-account.ts";
import { Tokens } from "./auth/tokens.ts";
import { movableClock } from "./clock.ts";
import { control } from "./control/control.ts";
import { Faults } from "./faults.ts";
import type { Delivery, Gmail, GmailSetup, MailboxSetup } from "./gmail.ts";
import { defaultKnobs } from "./knobs.ts";
import { Mailbox } from "./mailbox.ts";
import { headerOf, type Message } from "./message.ts";
import { isAddress, people } from "./mime/headers.ts";
import { customerAt } from "./post-office.ts";
import { PubSub } from "./pubsub.ts";
import { sendAsList } from "./send-as.ts";
import { listen } from "./server.ts";
import { Watches } from "./watches.ts";
import { WebUi } from "./web-ui.ts";
import { World } from "./world.ts";

export { SCOPES } from "./auth/scopes.ts";
export type { Gmail, GmailSetup } from "./gmail.ts";

const PROJECT = "mailroom-sandbox";
const CLIENT = {
  clientId: "415927310682-mailroom.apps.googleusercontent.com",
  clientSecret: "GOCSPX-mailroom-sandbox",
};
const PUBSUB = {
  project: PROJECT,
  topic: `projects/${PROJECT}/topics/gmail`,
  subscription: `projects/${PROJECT}/subscriptions/mailroom`,
};
const GOOGLE_TOKEN_URL = "https://oauth2.googleapis.com/token";
const PATIENCE_MS = 10_000;

/** Starts a Gmail of its own on 127.0.0.1: strict where Google is, and with both ends of every mail in reach. */
export async function startGmail(setup: GmailSetup): Promise<Gmail> {
  const clock = movableClock(setup.now);
  const knobs = { ...defaultKnobs(), ...setup.knobs };
  const world = new World(clock, knobs);
  const tokens = new Tokens(clock, () => knobs.accessTokenSeconds);
  const pubsub = new PubSub(clock, PUBSUB.topic, [PUBSUB.subscription]);
  const watches = new Watches(clock, pubsub);
  const faults = new Faults();
  for (const entry of setup.mailboxes) addMailbox(world, tokens, watches, entry);

  const audiences = [GOOGLE_TOKEN_URL];
  let account: ServiceAccountKey | undefined;
  let controlled: ReturnType<typeof control> | undefined;
  const server = await listen(
    {
      world,
      tokens,
      watches,
      pubsub,
      faults,
      client: CLIENT,
      account: () => account,
      delegated: new Set(setup.delegatedScopes ?? [SCOPES.modify]),
      audiences,
      control: (request, response) => controlled?.(request, response),
    },
    setup.port ?? 0,
  );
  const { url } = server;
  const tokenUrl = `${url}/token`;
  audiences.push(tokenUrl);

  const gmail: Gmail = {
    url,
    tokenUrl,
    authUrl: `${url}/o/oauth2/v2/auth`,
    revokeUrl: `${url}/revoke`,
    ...CLIENT,
    pubsub: PUBSUB,
    clock,
    knobs,
    faults,
    calls: world.calls,
    sent: world.sent,
    get mailboxes() {
      return [...world.mailboxes.values()];
    },
    get customers() {
      return [...world.customers.values()];
    },
    refreshToken: (address) => {
      const { address: user } = world.mailbox(address);
      return tokens.refreshTokenOf(user) ?? "revoked";
    },
    accessToken: (address, scopes = [SCOPES.modify]) =>
      tokens.issueAccess({ user: world.mailbox(address).address, scopes: [...scopes] }).token,
    accessTokens: () => tokens.handedOut,
    serviceAccount: () => {
      account ??= newServiceAccount(PROJECT, tokenUrl);
      return account;
    },
    mailbox: (address) => world.mailbox(address),
    customer: (address) => customerAt(world, address),
    web: (address) => new WebUi(world, world.mailbox(address)),
    deliver: (address, raw, delivery = {}) =>
      deliver(world, world.mailbox(address), Buffer.from(raw as Uint8Array), delivery),
    expireHistory: (address) => {
      for (const mailbox of address ? [world.mailbox(address)] : world.mailboxes.values()) mailbox.history.expire();
    },
    expireAccessTokens: (address) => tokens.expireAccess(address?.toLowerCase()),
    revoke: (address) => tokens.revokeUser(world.mailbox(address).address),
    vanish: (address, messageId) => {
      world.mailbox(address).vanishing.add(messageId);
    },
    listen: (listener) => world.listen(listener),
    until: (predicate, timeoutMs = PATIENCE_MS) => until(gmail, world, predicate, timeoutMs),
    stop: async () => {
      pubsub.close();
      await server.close();
    },
  };
  controlled = control(gmail, world);
  return gmail;
}

function addMailbox(world: World, tokens: Tokens, watches: Watches, setup: MailboxSetup): void {
  const address = setup.address.toLowerCase();
  if (!isAddress(address)) throw new Error(`not an address: ${setup.address}`);
  const name = setup.name ?? address;
  const mailbox = new Mailbox({
    address,
    name,
    sendAs: sendAsList(address, name, setup.sendAs ?? []),
    clock: world.clock,
    retentionMs: () => world.knobs.historyRetentionMs,
    onChange: (changed, { change, message, labelIds }) => {
      const { id, threadId, labels, historyId } = message;
      watches.changed(changed, labels, historyId);
      const shown = labelIds.length > 0 ? labelIds : [...labels];
      world.tell({
        type: "mailbox",
        mailbox: address,
        change,
        id,
        threadId,
        labelIds: shown,
        historyId: String(historyId),
      });
    },
  });
  world.mailboxes.set(address, mailbox);
  tokens.issueRefresh({ user: address, scopes: [...(setup.scopes ?? [SCOPES.modify])] }, setup.refreshToken);
}

function deliver(world: World, mailbox: Mailbox, raw: Buffer, delivery: Delivery): Message {
  const { labels, receivedAt, trace, verdict = "pass", labelsLater } = delivery;
  const sender =
    delivery.sender ?? people(headerOf({ raw }, "Return-Path") ?? headerOf({ raw }, "From"))[0]?.address ?? "";
  const arrival = {
    labels,
    receivedAt,
    labelsLater,
    trace: trace ? { recipient: mailbox.address, sender, verdict } : undefined,
  };
  return arrive(mailbox, raw, arrival, world.clock.now());
}

function until(gmail: Gmail, world: World, predicate: (gmail: Gmail) => boolean, timeoutMs: number): Promise<void> {
  if (predicate(gmail)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = world.listen(() => {
      if (!predicate(gmail)) return;
      finish(resolve);
    });
    const timer = setTimeout(() => finish(() => reject(new Error(`not within ${timeoutMs} ms`))), timeoutMs);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      stop();
      settle();
    };
  });
}
