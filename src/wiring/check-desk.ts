import manifest from "../../manifest.json" with { type: "json" };
import { clamdScanner, parseClamdAddress } from "../adapters/clamav/clamav.ts";
import { slackProbe } from "../adapters/slack/probe.ts";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import { lastDrill } from "../db/drills.ts";
import { keyFileOf } from "../db/key-file.ts";
import { listMailboxes } from "../db/mailboxes.ts";
import type { Finding } from "../domain/check-up.ts";
import type { ToolCaller, ToolPort } from "../domain/look-up.ts";
import type { MailProvider } from "../domain/ports.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { checkUp } from "../operate/check-up/check-up.ts";
import { drillChecks } from "../operate/check-up/drill.ts";
import { embeddingChecks } from "../operate/check-up/embedding.ts";
import { gmailChecks } from "../operate/check-up/gmail.ts";
import { machineChecks } from "../operate/check-up/machine.ts";
import { modelChecks, type NamedModel } from "../operate/check-up/model.ts";
import { pushChecks } from "../operate/check-up/push.ts";
import { scannerChecks } from "../operate/check-up/scanner.ts";
import { slackChecks } from "../operate/check-up/slack.ts";
import { toolChecks } from "../operate/check-up/tools.ts";
import type { Provider } from "../pipeline/understand/ask-model.ts";
import { openEmbedder } from "./open-embedding.ts";
import { openPush } from "./open-push.ts";

interface CheckedDesk {
  /** Absent: not readable, which is a finding of its own. */
  db: Database | undefined;
  settings: Settings | undefined;
  mail: (address: string) => Promise<MailProvider>;
  providers: readonly Provider[];
  tools: ToolPort & ToolCaller;
}

/** What stands on this machine: asked first, because the rest is reached through it. */
export const checkMachine = (config: Config): Promise<Finding[]> =>
  checkUp(
    machineChecks({
      databaseUrl: config.DATABASE_URL,
      keyFile: config.MAILROOM_KEY ? undefined : keyFileOf(config.DATABASE_URL),
      serviceAccountFile: config.GOOGLE_APPLICATION_CREDENTIALS,
    }),
  );

/** Everything that the desk talks to. */
export async function checkServices(
  config: Config,
  { db, settings, mail, providers, tools }: CheckedDesk,
): Promise<Finding[]> {
  const slack = slackProbe({
    botToken: config.SLACK_BOT_TOKEN,
    appToken: config.SLACK_APP_TOKEN,
    apiUrl: config.SLACK_API_URL,
  });
  const mailboxes = db ? await listMailboxes(db.read) : [];
  return checkUp([
    ...slackChecks(slack, settings, manifest.oauth_config.scopes.bot),
    ...gmailChecks({ mail, mailboxes }, settings),
    ...pushChecks(
      openPush(config, db, () => settings, Date.now),
      mailboxes,
      Date.now(),
    ),
    ...modelChecks(namedModels(config, providers)),
    ...embeddingChecks(openEmbedder(config, settings)),
    ...toolChecks(tools, settings),
    ...drillChecks(db && (await lastDrill(db.read)), settings),
    ...scannerChecks(config.CLAMD_SOCKET ? clamdScanner(parseClamdAddress(config.CLAMD_SOCKET)) : undefined, Date.now),
  ]);
}

export const checkDesk = async (config: Config, desk: CheckedDesk): Promise<Finding[]> => [
  ...(await checkMachine(config)),
  ...(await checkServices(config, desk)),
];

function namedModels(config: Config, providers: readonly Provider[]): NamedModel[] {
  const hasMain = Boolean(config.OPENAI_API_KEY || config.OPENAI_BASE_URL);
  return providers.flatMap(({ small, large }, index) => {
    const main = hasMain && index === 0;
    const key = main ? "OPENAI_API_KEY" : "LLM_FALLBACK_API_KEY";
    const named: NamedModel[] = [{ model: small, variable: main ? "LLM_MODEL" : "LLM_FALLBACK_MODEL", key }];
    if (large) named.push({ model: large, variable: "LLM_MODEL_LARGE", key });
    return named;
  });
}
