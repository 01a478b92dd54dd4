import { readFileSync } from "node:fs";
import path from "node:path";
import type { Business } from "./options.ts";

export const GOLD = path.join(import.meta.dirname, "../../eval/gold");

export interface Agent {
  name: string;
  email: string;
  role: string;
  skills: string[];
  languages: string[];
}

/** A fictional business as the labelled mail knows it. */
export interface Company {
  key: Business;
  name: string;
  domain: string;
  kind: string;
  inboxes: string[];
  products: string[];
  plans: string[];
  id_formats: Record<string, { pattern: string; example: string }>;
  agents: Agent[];
  customer_domains: string[];
  vip_domains: string[];
  /** Domain, a space, and what they supply in brackets. */
  suppliers: string[];
}

export function readCompany(key: Business): Company {
  const all = JSON.parse(readFileSync(path.join(GOLD, "businesses.json"), "utf8")) as Record<Business, Company>;
  return { ...all[key], key };
}
