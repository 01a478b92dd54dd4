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
  "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
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
      forms.push([fold(name.replaceAll("_", " ")), index + 1]);
    });
  for (const [name, month] of AUSTRIAN) forms.push([name, month]);
  return forms;
}

/** What Finnish, Hungarian and Turkish put at the end of a month: "lokakuussa", "októberig", "ekimde". */
export const MONTH_ENDING = "(?:ssa|sta|hun|ksi|lle|lla|n|ig|ban|ben|bol|tol|ra|re|'?[dt][ae]n?|'?[ea])?";
/** What Hebrew puts before it: "באוקטובר", "עד לינואר". */
export const MONTH_BEGINNING = "(?:[בלמה]{0,2})";
