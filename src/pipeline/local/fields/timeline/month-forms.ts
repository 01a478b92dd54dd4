import { fold } from "../../text/tokens.ts";

/** Cases of months that `Intl` does not give: "w październiku", "в октябре", "τον Οκτώβριο". Twelve to a language, in order. */
const CASES = [
  "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu",
  "lednu unoru breznu dubnu kvetnu cervnu cervenci srpnu zari rijnu listopadu prosinci",
  "januari februari marci aprili maji juni juli auguste septembri oktobri novembri decembri",
  "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
  "январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю",
  "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
  "ιανουαριο φεβρουαριο μαρτιο απριλιο μαιο ιουνιο ιουλιο αυγουστο σεπτεμβριο οκτωβριο νοεμβριο δεκεμβριο",
  "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
];

const AUSTRIAN = [
  ["janner", 1],
  ["feber", 2],
] as const;

/** Every further form with its month, folded as text is. */
export function monthForms(): [name: string, month: number][] {
  const forms: [string, number][] = [];
  for (const list of CASES)
    list.split(" ").forEach((name, index) => {
      if (name !== "-") forms.push([fold(name), index + 1]);
    });
  for (const [name, month] of AUSTRIAN) forms.push([name, month]);
  return forms;
}

/** What Finnish, Hungarian and Turkish put at the end of a month ("lokakuussa", "októberig", "ekimde"), and Hebrew before it. */
const ENDING = /(?:ssa|sta|hun|ksi|lle|lla|n|ig|ban|ben|bol|tol|ra|re|[dt][ae]n?|[ea])$/u;
const BEGINNING = /^[בלמה]{1,2}/u;
/** Shorter names are words as well: they take no endings. */
const SHORTEST_WITH_ENDING = 5;

/** The month that a folded word names, whatever its case. */
export function monthOfWord(word: string, names: ReadonlyMap<string, number>): number | undefined {
  const known = names.get(word);
  if (known !== undefined) return known;
  if (word.length < SHORTEST_WITH_ENDING) return undefined;
  const bare = word.replace(ENDING, "").replace(BEGINNING, "");
  return bare.length >= SHORTEST_WITH_ENDING || BEGINNING.test(word) ? names.get(bare) : undefined;
}
