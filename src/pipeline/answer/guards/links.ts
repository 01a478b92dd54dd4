import { parse } from "tldts";
import { ourDomains } from "../../../domain/settings/settings.ts";
import { plainText } from "../article.ts";
import type { Guard } from "./guard-context.ts";
import { readable } from "./phrases.ts";

/** Everything that a mail program would turn into a link, written as one or not. */
const WITH_SCHEME = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"')\]]+/giu;
const SCRIPTED = /\b(?:javascript|data|vbscript|file):\S*/i;
const BARE = /(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:\/[^\s<>"')\]]*)?/gu;

export const links: Guard = {
  name: "links",
  person: "bars",
  look({ body, citations }, { settings }) {
    const text = readable(body);
    const scripted = SCRIPTED.exec(text);
    if (scripted) return `"${scripted[0].slice(0, 40)}" is no link that may be sent.`;
    const allowed = [...ourDomains(settings), ...settings.answering.linkAllowList.map((host) => host.toLowerCase())];
    // The company's own articles may name other sites: what an answer cites it may name too.
    const articles = citations.filter(({ record }) => !record);
    const cited = new Set(articles.flatMap(({ quote }) => linksIn(plainText(quote)).map(({ host }) => host)));
    for (const { shown, host } of linksIn(text)) {
      const known = cited.has(host) || allowed.some((domain) => host === domain || host.endsWith(`.${domain}`));
      if (!known) return `The link to ${shown} is not on the list of allowed sites.`;
    }
    return undefined;
  },
};

function linksIn(text: string): { shown: string; host: string }[] {
  const found: { shown: string; host: string }[] = [];
  const rest = text.replace(WITH_SCHEME, (link) => {
    // As a browser reads it: a user name before the host, a backslash for a slash, letters that look alike.
    const host = URL.canParse(link) ? new URL(link).hostname : link;
    found.push({ shown: host.slice(0, 80), host: host.replace(/^www\./, "").replace(/\.$/, "") });
    return " ";
  });
  for (const [bare] of rest.matchAll(BARE)) {
    const host = bare.replace(/[:/].*$/s, "").toLowerCase();
    const { isIcann, isPrivate } = parse(host);
    if (isIcann || isPrivate || bare.includes("/") || host.startsWith("www."))
      found.push({ shown: host.slice(0, 80), host: host.replace(/^www\./, "") });
  }
  return found;
}
