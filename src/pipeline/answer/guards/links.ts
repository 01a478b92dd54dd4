import { parse } from "tldts";
import { ourAddresses, ourDomains, type Settings } from "../../../domain/settings/settings.ts";
import { plainText } from "../article.ts";
import type { Guard } from "./guard-context.ts";
import { ownTexts } from "./own-text.ts";
import { readable } from "./phrases.ts";

/** Everything that a mail program would turn into a link, written as one or not. */
const WITH_SCHEME =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"')\]]+|(?<![\p{L}\p{N}:/])\/\/[\p{L}\p{N}-]+\.[^\s<>"')\]]+/giu;
const SCRIPTED = /\b(?:javascript|data|vbscript|file):\S*/i;
const BARE = /(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:\/[^\s<>"')\]]*)?/gu;

export const links: Guard = {
  name: "links",
  person: "bars",
  look({ body, citations }, { settings, by = "machine" }) {
    const text = spelledOut(readable(body));
    const scripted = SCRIPTED.exec(text);
    if (scripted) return `"${scripted[0].slice(0, 40)}" is no link that may be sent.`;
    const allowed = [...ourDomains(settings), ...settings.answering.linkAllowList.map((host) => host.toLowerCase())];
    // The company's own articles may name pages of other sites: what an answer cites it may name too. No more than these
    // pages, because on many sites anybody can have one.
    const articles = citations.filter(({ record }) => !record);
    const cited = articles.flatMap(({ quote }) => linksIn(spelledOut(readable(plainText(quote)))));
    for (const { shown, host, page } of linksIn(text)) {
      if (allowed.some((domain) => host === domain || host.endsWith(`.${domain}`))) continue;
      if (cited.some((link) => link.page === page)) continue;
      return cited.some((link) => link.host === host)
        ? `The link to ${shown} leads to another page than the cited article names.`
        : `The link to ${shown} is not on the list of allowed sites.`;
    }
    const own = [...ownTexts(settings), ...articles.map(({ quote }) => quote)].join("\n");
    const handle = [...text.matchAll(HANDLE)].map(([found]) => found).find((found) => !own.includes(found));
    if (handle) return `${handle} is nobody that your articles name.`;
    // People know their colleagues' addresses; a machine's draft has only what is written down.
    const named = (address: string) => ourAddresses(settings).has(address) || own.toLowerCase().includes(address);
    const address =
      by === "machine" &&
      [...text.toLowerCase().matchAll(ADDRESS)].map(([found]) => found).find((found) => !named(found));
    return address ? `${address} is an address that your articles do not name.` : undefined;
  },
};

/** Whether a subject names a site that is not ours. */
export const hasForeignLink = (subject: string, settings: Settings): boolean =>
  linksIn(spelledOut(readable(subject))).some(
    ({ host }) => ![...ourDomains(settings)].some((domain) => host === domain || host.endsWith(`.${domain}`)),
  );

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Somebody at a messenger or a network. */
const HANDLE = /(?<![\p{L}\p{N}._@/-])@[\p{L}\p{N}_]{3,}/gu;

/** What is written so that only a person, or the next program, makes a link of it. */
const spelledOut = (text: string): string =>
  text
    .replace(/(?:%[0-9a-f]{2})+/giu, (coded) => {
      try {
        return decodeURIComponent(coded);
      } catch {
        return coded;
      }
    })
    .replace(/\s?[[(]\s?(?:\.|dot)\s?[\])]\s?|(?<=\p{L})\sdot\s(?=\p{L}{2,6}(?!\p{L}))/giu, ".")
    .replace(/(?<=[\p{L}\p{N}])[。．｡](?=\p{Script=Latin})/gu, ".");

interface Link {
  shown: string;
  host: string;
  /** Where exactly it leads: the same however it is written. */
  page: string;
}

function linksIn(text: string): Link[] {
  const found: Link[] = [];
  const add = (host: string, link: string) => {
    const page = urlOf(link)?.href ?? link;
    found.push({
      shown: host.slice(0, 80),
      host: host.replace(/^www\./, "").replace(/\.$/, ""),
      page: page.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""),
    });
  };
  const rest = text.replace(WITH_SCHEME, (link) => {
    // As a browser reads it: a user name before the host, a backslash for a slash, letters that look alike.
    const whole = link.startsWith("//") ? `https:${link}` : link;
    add(urlOf(whole)?.hostname ?? link, whole);
    return " ";
  });
  for (const [bare] of rest.matchAll(BARE)) {
    const host = bare.replace(/[:/].*$/s, "").toLowerCase();
    const { isIcann, isPrivate } = parse(host);
    if (isIcann || isPrivate || bare.includes("/") || host.startsWith("www.")) add(host, `https://${bare}`);
  }
  return found;
}

/** Without the sentence's own end. */
function urlOf(link: string): URL | undefined {
  const ended = link.replace(/[.,;:!?]+$/, "");
  return URL.canParse(ended) ? new URL(ended) : undefined;
}
