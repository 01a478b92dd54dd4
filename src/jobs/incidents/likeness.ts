import type { Reader } from "../../db/database.ts";
import { openIncidents } from "../../db/incidents.ts";
import { type SketchRow, sketchesBefore } from "../../db/sketches.ts";
import { inLanguageOf, type Sketch } from "../../domain/incident.ts";
import type { Passage } from "../../domain/passage.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { incidentOf, type Known, rulesAmong } from "../../pipeline/incidents/grouping.ts";
import { type Weights, weightsFrom } from "../../pipeline/incidents/likeness.ts";

/** Mails of the last weeks that say what is ordinary here. */
const ORDINARY = 2_000;
const FRESH_MS = 10 * 60_000;

interface Ordinary {
  weights: Weights;
  mails: SketchRow[];
  spanMs: number;
  readAt: number;
}

const read = new WeakMap<Reader, Promise<Ordinary>>();

/** What is ordinary on this desk: the newest mails from before the span in which an incident may be. */
export async function ordinaryMail(db: Reader, { incidents }: Settings, now: number): Promise<Ordinary> {
  const known = await read.get(db);
  // A clock that was set back makes nothing fresh for the difference.
  if (known && known.readAt <= now && now - known.readAt < FRESH_MS) return known;
  const reading = readOrdinary(db, now - incidents.withinMinutes * 60_000, now);
  read.set(db, reading);
  return reading;
}

async function readOrdinary(db: Reader, before: number, now: number): Promise<Ordinary> {
  const mails = await sketchesBefore(db, before, ORDINARY);
  const oldest = mails.at(-1)?.at ?? before;
  return { weights: weightsFrom(mails.map(({ sketch }) => sketch)), mails, spanMs: before - oldest, readAt: now };
}

/** What a person wants said of the incident that a mail is about. */
export const bannerFor =
  (db: Reader, settings: () => Settings, now: () => number) =>
  async (sketch: Sketch, language: string): Promise<Passage | undefined> => {
    const withBanner = (await knownIncidents(db)).filter(({ banner }) => banner !== undefined);
    if (withBanner.length === 0) return undefined;
    const { weights, mails } = await ordinaryMail(db, settings(), now());
    const found = incidentOf(sketch, withBanner, weights, rulesAmong(settings().incidents, mails.length));
    const said = found?.banner && inLanguageOf(found.banner, language);
    if (!found || !said) return undefined;
    return {
      id: 0,
      key: `incident:${found.id}`,
      title: `Incident #${found.id}: ${found.title}`,
      heading: "",
      text: said.text,
      language: said.language,
    };
  };

/** The open incidents, as far as mails can be compared with them. */
export async function knownIncidents(
  db: Reader,
): Promise<(Known & { title: string; banner: Record<string, string> | undefined; replyId: number | null })[]> {
  return (await openIncidents(db)).flatMap(({ id, content, replyId }) =>
    content && content.profile.length > 0
      ? [{ id, replyId, common: new Map(content.profile), title: content.title, banner: content.banner }]
      : [],
  );
}
