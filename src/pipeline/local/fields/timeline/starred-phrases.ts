import { asciiOf, type Run, runsIn } from "../../text/runs.ts";
import { fold } from "../../text/tokens.ts";

/**
 * The same ways to say when, for the languages further off, and further ones for the nearer. As in the lexicon: terms parted by
 * commas, accents as they are spelled, and `*` for any letters.
 */
const STARRED: readonly [days: number, terms: string][] = [
  [
    3,
    `asap, as soon as possible, rush order, in a rush, soonest, so schnell wie möglich, schnellstmöglich, dès que possible, au plus vite, lo antes posible, il prima possibile, al più presto, zo snel mogelijk, o mais rápido possível,
      eilig, eilt, ehestmöglich, ehestens, le plus tôt possible, le plus vite possible, dans les plus brefs délais,
     en urgence, con urgencia, lo más pronto posible, a la mayor brevedad, com urgência, o mais breve possível, o mais cedo possível,
     appena possibile, appena potete, prima possibile, con urgenza, zo spoedig mogelijk, zo vlug mogelijk, dringend, så fort som möjlig*,
     så fort som mulig*, så snabbt som möjligt, så hurtigt som muligt, hurtigst mulig, snarest möjligt, mahdollisimman nopeasti, kiireell*,
     pikaisesti, jak najprędzej, natychmiast, od ręki, na wczoraj, co nejdřív, ihned, čo najskôr, čo najrýchlejšie, ihneď,
     minél hamarabb, minél előbb, mihamarabb, a lehető leghamarabb, sürgős*, azonnal, holnap, cât mai repede, cât mai curând, cât de repede,
     de urgență, urgent, imediat, mâine, en kısa sürede, en kısa zamanda, bir an önce, acilen, hemen, το συντομότερο*, όσο πιο γρήγορα, άμεσα,
     επείγον*, αύριο, σήμερα, как можно скорее, как можно быстрее, поскорее, немедленно, якнайшвидше, якомога швидше, негайно, завтра,
     في أقرب وقت*, بأسرع وقت*, بأقرب وقت*, فورا, فوراً, عاجل*, غدا, غداً, بشكل عاجل, בהקדם, בהקדם האפשרי, כמה שיותר מהר, דחוף, באופן מיידי, מחר`,
  ],
  [
    8,
    `end of week, end of the week, eow, over the coming days, in the coming days, ende der woche, fin de semaine, eind van de week, a jövő héten, jövő hét*, ezen a héten, még a héten, săptămâna viitoare, săptămâna aceasta, săptămâna asta, önümüzdeki hafta, haftaya,
     την επόμενη εβδομάδα, την άλλη εβδομάδα, αυτή την εβδομάδα, αυτήν την εβδομάδα, на той неделе, наступного тижня, на наступному тижні,
     budúci týždeň, tento týždeň, příští týden, الأسبوع القادم, الأسبوع المقبل, هذا الأسبوع, בשבוע הבא, השבוע, tällä viikolla, w przyszły tydzień`,
  ],
  [
    14,
    `later this month, eom, ennen kuun loppua, kuun loppuun mennessä, tässä kuussa, luna aceasta, luna asta, până la sfârșitul lunii, ebben a hónapban, a hónap végéig,
     ay sonuna kadar, bu ay içinde, μέχρι το τέλος του μήνα, αυτόν τον μήνα, αυτό τον μήνα, в этом месяце, цього місяця, tento mesiac,
     do konca mesiaca, هذا الشهر, نهاية الشهر, قبل نهاية الشهر, החודש, עד סוף החודש, sfârșitul lunii, entro fine mese, inden månedens udgang,
     innan månadsskiftet, før månedsskiftet, voor het einde van de maand`,
  ],
  [
    28,
    `over the coming weeks, in the coming weeks, in the next few weeks, over the next few weeks, in den nächsten wochen, in den kommenden wochen, dans les prochaines semaines, en las próximas semanas, nas próximas semanas,
     nelle prossime settimane, in de komende weken, de kommande veckorna, de kommende uger, w najbliższych tygodniach, v příštích týdnech, în săptămânile următoare, a következő hetekben, τις επόμενες εβδομάδες,
     в ближайшие недели, найближчими тижнями, jövő hónap*, a következő hónap*, luna viitoare, önümüzdeki ay, gelecek ay*, τον επόμενο μήνα, τον άλλο μήνα, со следующего месяца,
     в наступному місяці, budúci mesiac, od budúceho mesiaca, الشهر القادم, الشهر المقبل, الشهر القادم, בחודש הבא, z początkiem miesiąca,
     od przyszłego miesiąca, od příštího měsíce, från nästa månad, fra næste måned, ensi kuussa, dal mese prossimo, vanaf volgende maand`,
  ],
  [60, "two months' time, خلال شهرين, بعد شهرين, في شهرين, תוך חודשיים, בעוד חודשיים, עוד חודשיים"],
  [
    75,
    `later this year, noch in diesem jahr, noch dieses jahr, nog dit jaar, in the coming quarter, a jövő negyedév*, a következő negyedév*, trimestrul viitor, önümüzdeki çeyrek*, το επόμενο τρίμηνο, в следующем квартале,
     наступного кварталу, الربع القادم, الربع المقبل, ברבעון הבא, w przyszłym kwartale, v příštím čtvrtletí, ensi neljännekse*`,
  ],
  [
    240,
    `next fiscal year, the next financial year, jövőre, jövő évben, jövő év*, anul viitor, la anul, seneye, önümüzdeki yıl, gelecek sene, του χρόνου, την επόμενη χρονιά, το επόμενο έτος,
     на следующий год, в будущем году, на будущий год, наступного року, у наступному році, budúci rok, na budúci rok, العام القادم, العام المقبل,
     السنة القادمة, السنة المقبلة, בשנה הבאה, w przyszłym sezonie, napřesrok, přespříští rok, next season, nästa säsong, neste sesong, næste sæson,
     volgend seizoen, ensi vuoden, alla prossima stagione`,
  ],
];

/** Times of the year: the month they fall in (1 to 12) and the day. */
const SEASONS: readonly [month: number, day: number, terms: string][] = [
  [
    3,
    20,
    `våren, till våren, til våren, forår, keväällä, kevään, kevääksi, kevättä, kesän alkuun, na wiosnę, wiosną, jaro, jara, jaře, na jaře, jari, na jar,
     tavasz*, tavassz*, primăvar*, ilkbahar*, bahar*, άνοιξη*, весн*, навесні, الربيع, באביב, האביב`,
  ],
  [
    6,
    15,
    `summer season, in summer, for summer, early summer, mid-summer, over the summer, sommersaison, nächstem sommer, nächsten sommers, kommenden sommer, zum sommer, vor dem sommer,
     l'été, cet été, verano, verão, l'estate, in estate, d'estate, estate prossima, prossima estate, quest'estate, zomer, sommar, sommer, sommaren, sommeren, kesällä, kesäksi, kesänä, kesään, kesän, kesää, latem, na lato, przed latem, léto, léta, létě, leto, v lete,
     nyáron, nyárra, nyárig, la vară, vara viitoare, yaz, yazın, yaza, yazdan, καλοκαίρι*, лето, лета, летом, лету, літо, літа, влітку, الصيف, בקיץ, הקיץ`,
  ],
  [
    9,
    5,
    `new school year, start of term, beginning of term, school starts, new term, autumn, fall season, schuljahresbeginn, schulbeginn, neuen schuljahr*, rentrée scolaire, vuelta al cole,
     début septembre, volta às aulas, inizio della scuola, nieuwe schooljaar, skolstart, skolestart, efterår, till hösten, inför hösten, nästa höst, i höst, til høsten, sommerferien, sommarsemestern, sommerferie, vacances d'été,
     syksyllä, syksyn, syksyksi, syksyyn, syksyä, jesień, jesieni*, podzim, podzimu, podzime, jeseň, jesen, jeseni, ősszel, őszre, őszig, toamn*, sonbahar*, φθινόπωρο*, осень*, осени, осенью, осінь, осені, восени, الخريف, בסתיו, הסתיו, rok szkolny, roku szkolnego`,
  ],
  [
    12,
    20,
    `the holidays, holiday season, christmas season, julen, till jul, til jul, inför jul, före jul, før jul, joulu*, święta, świąt, świętami, świętach, vánoc*, vianoc*, karácsony*, crăciun*, χριστούγεννα, рождеств*, різдв*, noël, kerst*, natale,
     end of year, koniec roku, końca roku, konce roku, konca roka, év vége, év végéig, sfârșitul anului, yıl sonu*, τέλος του χρόνου, τέλος του έτους, τέλη του έτους, конца года, концу года, кінця року, vuoden loppuun, vuodenvaihte*,
     årsskifte*, نهاية العام, نهاية السنة, סוף השנה`,
  ],
  [9, 5, "labor day, labour day"],
  [
    2,
    12,
    "valentine's, valentine's day, valentines day, valentinstag, saint-valentin, san valentín, san valentino, 春节",
  ],
  [5, 28, "memorial day, mother's day, muttertag, fête des mères, día de la madre"],
  [7, 3, "4th of july, fourth of july, independence day"],
  [12, 10, "ski season, skisaison, saison de ski, temporada de esquí, skisäsong*, skisesong*"],
  [11, 1, "diwali"],
  [
    1,
    5,
    "yılbaşı*, nowego roku, nového roku, újév*, anul nou, uusivuosi, nytår, nyttår, nyår, новый год, нового года, нового року, the new year",
  ],
  [
    4,
    5,
    "húsvét*, paște*, paști, paskalya, πάσχα, пасх*, великдень, великодня, pääsiäi*, påsk*, påske*, pesach, פסח, הפסח",
  ],
  [
    1,
    15,
    "winter, winters, winter season, wintersaison, hiver, invierno, inverno, vinter, vintern, vinteren, talvi, talvella, talveksi, zimą, zimy, zima, zimu, zimě, télen, télre, iarna, iarnă, kışın, kışa, χειμώνα*, зима, зимы, зимой, зиму, зиме, взимку, الشتاء, בחורף, החורף",
  ],
];
/** What a term means: so many days, or the next such day of the year. */
type Meant = { days: number } | { month: number; day: number };

interface Phrase {
  meant: Meant;
  start: number;
  end: number;
}

interface Term {
  meant: Meant;
  words: { text: string; tail: boolean }[];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = asciiOf(/[a-z\d]/i);
/** A blank, a hyphen, an apostrophe: what stands between the words of a term. */
const FURTHEST = 2;

/** By first words, so that each word of a mail is looked up once: one pattern of all terms took longer than all other times together. */
interface Index {
  exact: Map<string, Term[]>;
  beginnings: Map<string, Term[]>;
  shortest: number;
}
let built: Index | undefined;

function build(): Index {
  const index: Index = { exact: new Map(), beginnings: new Map(), shortest: 99 };
  const add = (terms: string, meant: Meant) => {
    for (const term of terms.split(",")) {
      const words = [...fold(term).matchAll(/([\p{L}\p{M}\p{N}]+)(\*?)/gu)].map(([, text, star]) => ({
        text: text!,
        tail: star === "*",
      }));
      const [first] = words;
      if (!first) continue;
      const map = first.tail ? index.beginnings : index.exact;
      map.set(first.text, [...(map.get(first.text) ?? []), { meant, words }]);
      if (first.tail) index.shortest = Math.min(index.shortest, first.text.length);
    }
  };
  for (const [days, terms] of STARRED) add(terms, { days });
  for (const [month, day, terms] of SEASONS) add(terms, { month, day });
  return index;
}

/** Where such terms stand in folded text, the longest that begins at a word. */
export function starredIn(folded: string): Phrase[] {
  built ??= build();
  const { exact, beginnings, shortest } = built;
  const words = runsIn(folded, WORD, PLAIN);
  const found: Phrase[] = [];
  words.forEach(({ text: word, start }, at) => {
    let longest: Phrase | undefined;
    const consider = (terms: readonly Term[] | undefined) => {
      for (const term of terms ?? []) {
        const end = endOf(term, words, at);
        if (end !== undefined && end > (longest?.end ?? 0)) longest = { meant: term.meant, start, end };
      }
    };
    consider(exact.get(word));
    for (let length = shortest; length <= word.length; length++) consider(beginnings.get(word.slice(0, length)));
    if (longest) found.push(longest);
  });
  return found;
}

function endOf({ words }: Term, written: readonly Run[], at: number): number | undefined {
  let end = written[at]!.start + written[at]!.text.length;
  for (let next = 1; next < words.length; next++) {
    const { text, tail } = words[next]!;
    const match = written[at + next];
    if (!match || match.start - end > FURTHEST || !(tail ? match.text.startsWith(text) : match.text === text))
      return undefined;
    end = match.start + match.text.length;
  }
  return end;
}
