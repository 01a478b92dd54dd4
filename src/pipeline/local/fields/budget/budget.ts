import { fold } from "../../text/tokens.ts";
import type { Reading } from "../reading.ts";
import { type Dollars, dollarsIn } from "./amounts.ts";

/** Dollars of their own: a bare "$" from there is not a US dollar. */
const OWN_DOLLARS = new Set("AU NZ CA SG HK TW MX AR CL CO UY BR FJ BS BB JM TT".split(" "));
const ZONES_WITH_OWN_DOLLARS =
  /^(?:Australia\/|Pacific\/Auckland|Canada\/|America\/(?:Toronto|Vancouver|Halifax|Winnipeg|Edmonton|Montreal|Regina|St_Johns)|Asia\/(?:Singapore|Hong_Kong|Taipei))/;

/** Money that somebody has, allows or can part with. Folded, the last words before a sum or the first behind it. */
const HAS = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${[
    "budget\\p{L}*|presupuest\\p{L}*|orcament\\p{L}*|budzet\\p{L}*|rozpoct\\p{L}*|бюджет\\p{L}*|butce\\p{L}*|koltsegvetes\\p{L}*|buget\\p{L}*|rahmen|kostenrahmen|bolsillo",
    "(?:can|could|to|would|will|may|we'll|i'll|can only|only)? ?(?:spend|afford|invest|stretch|go up)|spending|spend|to spend|afford|cap(?:ped)?(?: (?:at|of|is))?|ceiling",
    "(?:set|put|laid) aside|earmarked|allocated|allotted|pencil+ed in|approv(?:ed|al)(?: for)?|authori[sz]ed|signed off|set",
    "staying (?:under|below|within)|stay (?:under|below|within)|keep (?:it|this|that|things) (?:under|below|within)|no more than|not more than|at most|at the most|maximum|max|tops|up to|under|below|within|less than",
    "(?:we|i|we've|i've|they|trustees|board) (?:have|has|got|have got)(?: (?:about|around|roughly|approximately|some|only|up to|maybe))?",
    "ausgeben|zur verfugung|hochstens|maximal|bis zu|obergrenze|nicht mehr als|limit",
    "jusqu'a|maximum|enveloppe|plafond|depenser|pas plus de|gastar|hasta|maximo|como mucho|disponemos de|contamos con|tope",
    "fino a|massimo|spendere|disponibilita|tetto|non oltre|ate|no maximo|gastar|dispomos|tot|maximaal|hooguit|uitgeven|te besteden",
    "do|maksymalnie|wydac|najwyzej|max(?:imalne)?|nejvys|utratit|upp till|hogst|maximalt|op til|hojst|opptil|maks|до|максимум|не более|не больше",
  ].join("|")})(?=[^\p{L}]|$)`,
  "u",
);
/** Weak alone ("up to $10 off"), so what speaks against them is asked first. */
const AGAINST =
  /(?:^|[^\p{L}])(?:price[sd]?|pricing|quoted?|quotes?|charge[sd]?|invoice[sd]?|refund\p{L}*|billed|bill|paid|paying|pay(?:s)? (?:you|now)|cost(?:s|ing)?|worth|save[sd]?|saving|discount|fee|fees|turnover|revenue|sales|cover|coverage|salary|fine|debt|owe[sd]?|rechnung|preis\p{L}*|kostet|kosten|bezahl\p{L}*|umsatz|facture\p{L}*|prix|coute|precio|cuesta|factura|pagado|prezzo|costa|fattura|prijs|kost|factuur|cena|kosztuje|faktur\p{L}*|pris|kostar|koster)(?=[^\p{L}]|$)/u;
/** Behind the sum. */
const AFTERWARDS =
  /^[^.;!?\n]{0,45}?(?:budget|tops\b|max(?:imum|imal|imo)?\b|at (?:the )?most|and not a cent|not a (?:cent|penny|dime) (?:over|more)|to spend|for (?:this|it)\b|is (?:our|my|the) (?:limit|cap|ceiling|max)|zur verfugung|a disposicion|a disposizione|ter beschikking|pencil+ed|set aside|approved|(?:(?:a|per) (?:year|month)|annually|monthly) on |(?:to be |stay |keep \w+ )?no more than that|is what we have|line\b)/u;

const MAX_CHARS = 4_000;

/** What the writer is willing to spend a year, in US dollars: never what something costs, and other currencies not at all. */
export function readBudget({ form, email, settings }: Reading, region: string | null): number | null {
  const elsewhere = region === null ? ZONES_WITH_OWN_DOLLARS.test(settings.company.timezone) : OWN_DOLLARS.has(region);
  const counts = ({ bare }: Dollars) => !(bare && elsewhere);
  const told = form.get("budget");
  if (told) {
    const sum = dollarsIn(told).find(counts);
    return sum === undefined
      ? null
      : sum.annual * (sum.annual && MONTHLY_LABEL.test(email.text) && !/mo/i.test(told) ? 12 : 1);
  }
  const text = email.visibleText.slice(0, MAX_CHARS);
  return (
    dollarsIn(text)
      .filter(counts)
      .find((sum) => isOffered(text, sum))?.annual ?? null
  );
}
/** The form asks by the month: "Budget / month". */
const MONTHLY_LABEL = /budget[^\n:]{0,12}(?:month|monat|mois|mes\b|mese|maand)/i;

function isOffered(text: string, { start, end }: Dollars): boolean {
  const before = fold(clauseBefore(text.slice(Math.max(0, start - 130), start)));
  const after = fold(text.slice(end, end + 60));
  const near = before.slice(-70);
  if (/budget|rahmen|presupuest|orcament|budzet/.test(before) && !/[;]/.test(near)) return true;
  if (AGAINST.test(near)) return false;
  return HAS.test(before.slice(-45)) || AFTERWARDS.test(after);
}

const clauseBefore = (text: string): string => text.split(/[.!?](?:\s|$)|\n/).at(-1) ?? "";
