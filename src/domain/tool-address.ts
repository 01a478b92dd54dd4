import { placesIn } from "./settings/tools.ts";

/** The address with its ids in it; undefined where they would lead anywhere else than the settings meant. */
export function addressOf(template: string, ids: Readonly<Record<string, string>>): URL | undefined {
  if (placesIn(template).some((name) => !isPart(ids[name]))) return undefined;
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(ids[name]!));
  const url = URL.parse(filled);
  const meant = URL.parse(template.replace(/\{[^{}]*\}/g, "x"));
  const same = url?.origin === meant?.origin && url?.pathname.split("/").length === meant?.pathname.split("/").length;
  return same ? (url ?? undefined) : undefined;
}

const isPart = (value: string | undefined): boolean =>
  value !== undefined && value !== "" && value.isWellFormed() && !/^\.{1,2}$/.test(value);
