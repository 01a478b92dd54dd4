import type { Mailbox } from "../../db/mailboxes.ts";
import type { Finding } from "../../domain/check-up.ts";
import { type MailroomError, toFailure } from "../../domain/errors.ts";
import type { MailProvider } from "../../domain/ports.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

export interface GmailDeps {
  mail: (address: string) => Promise<MailProvider>;
  /** As the database knows them: where each one's history stands. */
  mailboxes: readonly Mailbox[];
}

export function gmailChecks({ mail, mailboxes }: GmailDeps, settings: Settings | undefined): Probe[] {
  return (settings?.mailboxes ?? []).map(({ address }) => ({
    check: `mailbox ${address}`,
    look: () =>
      look(
        mail,
        address,
        mailboxes.find((one) => one.address === address),
      ),
  }));
}

async function look(mail: GmailDeps["mail"], address: string, known: Mailbox | undefined): Promise<Finding> {
  const check = `mailbox ${address}`;
  const connect = `npm run gmail:connect ${address}`;
  try {
    const provider = await mail(address);
    const profile = await provider.profile();
    if (profile.address !== undefined && profile.address !== address)
      return act(check, `its sign-in opens ${profile.address} instead`, `${connect}, signed in as ${address}`);
    try {
      const { changes } = await provider.changesSince(known?.cursor ?? profile.cursor);
      const waiting = changes.length === 0 ? "nothing waits" : `${changes.length} changes wait`;
      return ok(check, `profile and history answer, ${waiting}${known?.pausedAt == null ? "" : "; it is paused"}`);
    } catch (error) {
      return historyTrouble(check, toFailure(error), connect);
    }
  } catch (error) {
    return trouble(check, toFailure(error), connect);
  }
}

function historyTrouble(check: string, failure: MailroomError, connect: string): Finding {
  if (failure.code === "gmail_cursor_expired")
    return noted(
      check,
      "its history no longer reaches back to where we stopped: it will be listed once, nothing is lost",
    );
  if (failure.code === "gmail_method_missing")
    return noted(check, "this server has no history: the mailbox is listed each time instead");
  return trouble(check, failure, connect);
}

function trouble(check: string, failure: MailroomError, connect: string): Finding {
  const say = failure.detail ?? failure.message;
  switch (failure.code) {
    case "gmail_disconnected":
      return act(check, `not signed in (${say})`, connect);
    case "gmail_forbidden":
      return act(
        check,
        say,
        `Turn on the Gmail API in the Cloud project and grant the scope gmail.modify: ${connect}, with every box ticked.`,
      );
    case "gmail_rate_limited":
      return noted(check, "Gmail asked us to slow down; it was not looked at further");
    default:
      return act(
        check,
        say,
        "Check this machine's way to googleapis.com: proxy, firewall, DNS, and GMAIL_API_URL if set.",
      );
  }
}
