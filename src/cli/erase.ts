import { address as emailAddress } from "../domain/settings/desk.ts";
import { erasePerson, type FoundPerson, findPerson } from "../tickets/erase-person.ts";
import { run, withDatabase } from "./command.ts";

const USAGE = "Say whom: npm run erase -- person@example.com (shows what would go), and again with --yes (does it).";

/** `npm run erase -- ADDRESS [--yes]`: takes out what one person wrote, their name and address. Beside the running app or without it. */
await run(async ({ args, environment, say }) => {
  const [given, ...rest] = args.filter((arg) => arg !== "--yes");
  const address = emailAddress.safeParse(given?.trim());
  if (!address.success || rest.length > 0) {
    say(USAGE);
    return 1;
  }
  return withDatabase(environment, async (db) => {
    const person = address.data;
    const found = await findPerson(db.read, person);
    for (const line of describe(person, found)) say(line);
    if (found.tickets.length + found.loose.length + found.mentions.loose.length === 0) return 1;
    if (!args.includes("--yes")) {
      say("Nothing was erased. Run it again with --yes to do it; there is no way back.");
      return 1;
    }
    const { left } = await erasePerson(db, person, "command line", Date.now, found.mentions);
    if (left.length > 0) {
      say(`Not erased yet: ticket ${numbers(left)}, where something is being sent or posted at this moment.`);
      say("Run it again in a minute; where Mailroom is stopped, start it first, so that it ends what it was doing.");
      return 1;
    }
    say("Erased. The running Mailroom takes the words out of Slack now; one that is stopped does when it starts.");
    say("Not reached from here: the mail in Gmail, backups made before, articles, and what colleagues wrote in Slack.");
    return 0;
  });
});

function describe(person: string, { tickets, loose, messages, posts, mentions, settings }: FoundPerson): string[] {
  if (tickets.length + loose.length + mentions.loose.length === 0) {
    const elsewhere =
      mentions.tickets.length > 0 ? ` Mail of others names the address: ticket ${numbers(mentions.tickets)}.` : "";
    return [`Nobody with the address ${person} has written to a mailbox that Mailroom reads.${elsewhere}`];
  }
  return [
    `${person}: ${tickets.length} tickets${tickets.length > 0 ? ` (${numbers(tickets)})` : ""}, ${messages} mails, ${posts} Slack messages beside the cards.`,
    "To go: text, subject, names and addresses of these mails, drafts, summaries, notes, search words; open tickets are closed.",
    "To stay: the ledger and the audit trail, which hold ids, times and states.",
    ...(mentions.loose.length > 0
      ? [`To go, too: ${mentions.loose.length} mails of others that became no ticket and name the address.`]
      : []),
    ...(mentions.tickets.length > 0
      ? [`Mail of other people names the address and stays with them: ticket ${numbers(mentions.tickets)}.`]
      : []),
    ...(settings.length > 0
      ? [`The settings hold the address (${settings.join(", ")}): take it out in App Home. Older versions keep it.`]
      : []),
  ];
}

function numbers(ids: readonly number[]): string {
  return ids.map((id) => `#${id}`).join(", ");
}
