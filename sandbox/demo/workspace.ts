import type { SlackOptions } from "../slack/index.ts";
import type { Company } from "./company.ts";
import { type Colleague, channelId, queuesOf } from "./staff.ts";

type Workspace = NonNullable<SlackOptions["workspace"]>;

const BOT = "U0MAILROOM";

const TOPICS: Record<string, string> = {
  triage: "Whatever matches nothing else, or needs a second look",
  support: "Questions and faults",
  sales: "People who may buy",
  billing: "Invoices, payments, refunds",
  legal: "Claims, notices, privacy requests",
  office: "Suppliers, applications, everything about the house",
};

/** The company's Slack: a channel a queue, one for company talk, one for what breaks, and everybody in their places. */
export function workspaceOf(company: Company, staff: Colleague[], zone: string): Workspace {
  const membersOf = (name: string): string[] =>
    staff.filter(({ channels }) => channels.includes(name)).map(({ slack }) => slack);
  const regular = staff.filter(({ guest }) => !guest).map(({ slack }) => slack);
  return {
    team: { id: "T01DEMO", name: company.name, domain: company.key },
    users: staff.map(({ slack, handle, name, email, role, guest, zone: own }) => ({
      id: slack,
      name: handle,
      realName: name,
      displayName: name,
      email,
      tz: own ?? zone,
      admin: role === "admin",
      restricted: guest,
    })),
    channels: [
      { id: channelId("general"), name: "general", members: regular, topic: "Everybody" },
      ...queuesOf(company.key).map((name) => ({
        id: channelId(name),
        name,
        kind: name === "legal" ? ("private" as const) : ("public" as const),
        topic: TOPICS[name] ?? "",
        members: [...membersOf(name), BOT],
      })),
      {
        id: channelId("escalations"),
        name: "escalations",
        topic: "What runs late, and what went wrong",
        members: [...regular, BOT],
      },
    ],
    userGroups: [{ id: "S0SUPPORT", handle: "support-team", users: membersOf("support").slice(0, 5) }],
  };
}
