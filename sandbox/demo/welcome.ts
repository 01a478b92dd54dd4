import type { Slack } from "../slack/index.ts";
import type { Company } from "./company.ts";
import { type Colleague, channelId, ownersOf } from "./staff.ts";

/** A few words between colleagues, so that a visitor finds out in Slack what there is to do in Slack. */
export function welcome(slack: Slack, company: Company, staff: Colleague[]): void {
  const [lead, second] = ownersOf(staff, company.key, "support");
  if (lead === undefined || second === undefined) return;
  const general = channelId("general");
  const as = (id: string) => (text: string) => slack.as(id).post(general, text);
  const [first, other] = [as(lead), as(second)];
  first(
    `Morning! From today ${company.inboxes.map((address) => address.split("@")[0]).join(", ")} come in here: every mail is one card, in #support, #sales, #billing or #office. What needs a second look goes to #triage.`,
  );
  first(
    "*Claim* takes a card. *Approve & send* sends the draft as it stands, *Edit* lets you change it first. Nothing leaves without one of us pressing a button, and whatever we write in a card's thread stays in here.",
  );
  other("And if two of us press at once?");
  first("The second one is told who has it. Try it :slightly_smiling_face:");
  for (const { slack: id, guest } of staff) if (!guest) slack.as(id).read(general);
}
