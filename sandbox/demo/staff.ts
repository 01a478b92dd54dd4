import type { Company } from "./company.ts";
import type { Business } from "./options.ts";

export type DeskRole = "admin" | "agent" | "viewer";

export interface Colleague {
  slack: string;
  /** Slack's handle. */
  handle: string;
  name: string;
  email: string;
  title: string;
  /** What the settings let them do; undefined: they are on nobody's list. */
  role: DeskRole | undefined;
  skills: string[];
  languages: string[];
  /** IANA zone; undefined: where the visitor is. */
  zone: string | undefined;
  guest: boolean;
  channels: string[];
}

/** Queues, their channels, and the first names of who works there; the first of `triage` is the admin. */
const TEAMS: Record<Business, Record<string, string[]>> = {
  larkspur: {
    triage: ["Maya", "Daniel", "Ines"],
    support: ["Maya", "Daniel", "Ines", "Tobias", "Hana"],
    sales: ["Colin", "Lucie"],
    billing: ["Priya"],
    legal: ["Greta"],
    office: ["Beth", "Omar"],
  },
  tidewater: {
    triage: ["Rosa", "Chloé", "Leo"],
    support: ["Rosa", "Finn", "Chloé", "Jun", "Sam"],
    sales: ["Marco"],
    billing: ["Abigail"],
    legal: ["Harriet"],
    office: ["Nora", "Ewa"],
  },
};

/** Colleagues abroad: as them one sees dates in another time zone. */
const ZONES: Record<string, string> = { Hana: "Asia/Tokyo", Jun: "Asia/Tokyo", Lucie: "Europe/Paris" };

const firstName = (name: string): string => name.split(" ")[0] ?? name;

export const channelId = (name: string): string => `C0${name.toUpperCase().replace(/[^A-Z0-9]/g, "")}`;

/** A queue's people by their Slack ids. */
export const ownersOf = (team: Colleague[], business: Business, queue: string): string[] =>
  (TEAMS[business][queue] ?? []).flatMap(
    (name) => team.find((colleague) => firstName(colleague.name) === name)?.slack ?? [],
  );

export const queuesOf = (business: Business): string[] => Object.keys(TEAMS[business]);

/** Everyone who can be tried out: the agents, somebody who may only look, and a guest whom the desk does not know. */
export function staffOf({ key, agents, domain }: Company): Colleague[] {
  const admin = TEAMS[key].triage?.[0];
  const team = agents.map(({ name, email, role, skills, languages }): Colleague => {
    const first = firstName(name);
    return {
      slack: slackId(name),
      handle: handleOf(first),
      name,
      email,
      title: role,
      role: first === admin ? "admin" : "agent",
      skills,
      languages,
      zone: ZONES[first],
      guest: false,
      channels: queuesOf(key).filter((queue) => queue !== "legal" || worksIn(key, "legal", first) || first === admin),
    };
  });
  const other = (name: string, title: string, role: DeskRole | undefined, guest: boolean): Colleague => ({
    slack: slackId(name),
    handle: handleOf(firstName(name)),
    name,
    email: `${handleOf(firstName(name))}@${domain}`,
    title,
    role,
    skills: [],
    languages: ["en"],
    zone: undefined,
    guest,
    channels: guest ? ["support"] : ["triage", "support", "sales", "billing", "office"],
  });
  return [
    ...team.sort((a, b) => Number(b.role === "admin") - Number(a.role === "admin")),
    other("Cara Castillo", "trainee, may only look", "viewer", false),
    other("Gus Ferreira", "contractor, a guest", undefined, true),
  ];
}

const worksIn = (business: Business, queue: string, name: string): boolean =>
  (TEAMS[business][queue] ?? []).includes(name);

const plain = (text: string): string => text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
const handleOf = (name: string): string => plain(name).toLowerCase();
const slackId = (name: string): string => `U01${plain(firstName(name)).toUpperCase()}`;
