import { createWriteStream } from "node:fs";
import { type Gmail, startGmail } from "../gmail/index.ts";
import { type Slack, startSlack } from "../slack/index.ts";
import { readCompany } from "./company.ts";
import { customerSide } from "./customer-side.ts";
import { createEvents, followSlack } from "./events.ts";
import { openFolder } from "./folder.ts";
import { goldMail } from "./gold.ts";
import { type MailroomProcess, type MailroomStatus, mailroomProcess } from "./mailroom.ts";
import { installedApp } from "./manifest.ts";
import { type DemoOptions, USUAL_PORT } from "./options.ts";
import { createPostman, type Postman } from "./postman.ts";
import { demoRoutes } from "./routes.ts";
import { addressOf, type DemoRoute, listen } from "./server.ts";
import { mailboxName, settingsOf } from "./settings.ts";
import { openShop } from "./shop.ts";
import { staffOf } from "./staff.ts";
import { welcome } from "./welcome.ts";
import { workspaceOf } from "./workspace.ts";

export interface Demo {
  url: string;
  slack: Slack;
  gmail: Gmail;
  mailroom: MailroomProcess;
  postman: Postman;
  /** Where the desk's data is. */
  folder: string;
  stop(): Promise<void>;
}

/** Mail that is there when the visitor comes. */
const WAITING = 20;

/** Everything on one machine: a Slack, a Gmail, the page, and Mailroom itself between them. */
export async function startDemo(
  options: DemoOptions,
  onStatus: (status: MailroomStatus) => void = () => undefined,
): Promise<Demo> {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const company = readCompany(options.business);
  const staff = staffOf(company);
  const { app, words } = installedApp();
  const events = createEvents();

  // The page first: a port that is taken ends the demo before anything else has begun.
  let answer: DemoRoute = () => undefined;
  const targets = { slackUrl: "", gmailUrl: "", demo: ((request) => answer(request)) satisfies DemoRoute };
  const server = await listen(targets, options.port ?? USUAL_PORT, options.port === undefined);

  const folder = openFolder(options.folder, options.fresh);
  const slackLog = createWriteStream(folder.file("slack.log"), { flags: "a" });
  const slack = await startSlack({
    workspace: workspaceOf(company, staff, zone),
    app,
    limits: "slack",
    log: (line) => slackLog.write(`${line}\n`),
  });
  const gmail = await startGmail({
    mailboxes: company.inboxes.map((address) => ({ address, name: mailboxName(company, address) })),
  });

  const shop = await openShop(company, Date.now());
  const mailroom = mailroomProcess({
    slack,
    gmail,
    folder,
    settings: settingsOf(company, staff, { now: Date.now(), zone, shop }),
    environment: { SHOP_TOKEN: shop.token },
    onChange(status) {
      events.tell("demo", { mailroom: status });
      onStatus(status);
    },
  });
  const postman = createPostman({
    gmail,
    mail: goldMail(options.business),
    delivered: folder.delivered(),
    everySeconds: options.everySeconds,
    paused: options.paused,
    onChange(round) {
      folder.note(round.delivered);
      events.tell("demo", { round });
    },
  });
  answer = demoRoutes({ company, staff, words, mailroom, postman, events, customers: customerSide(gmail), gmail });
  Object.assign(targets, { slackUrl: slack.url, gmailUrl: gmail.url });
  const ending = new AbortController();
  const following = followSlack(slack.url, (change) => events.tell("slack", change), ending.signal);
  gmail.listen((event) => {
    if (event.type !== "call") events.tell("gmail", event);
  });

  welcome(slack, company, staff);
  postman.bringWaiting(WAITING);
  void mailroom.start().then(postman.start);

  return {
    url: addressOf(server),
    slack,
    gmail,
    mailroom,
    postman,
    folder: folder.path,
    async stop() {
      postman.stop();
      await mailroom.stop();
      ending.abort();
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([slack.stop(), gmail.stop(), shop.stop(), following]);
      slackLog.end();
      folder.leave();
    },
  };
}
