/** Ways to say when that need no counting: a pattern over folded text, and how many days from now it means. */

const around = (words: string) => new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, "gu");

const WEEKDAY =
  "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mandag|tirsdag|onsdag|torsdag|fredag|lordag|sondag|mandag|tisdag|poniedzialek|wtorek|srod[ae]|czwartek|piatek|sobot[ae]|niedziel[ae]|segunda|terca|quarta|quinta|sexta";

export const PHRASES: readonly [days: number, pattern: RegExp][] = [
  [
    3,
    around(
      "a\\.?s\\.?a\\.?p\\.?|as soon as possible|as soon as you can|as quickly as possible|immediately|right away|straight away|urgent(?:ly|e|emente|ement|ly)?|today|tomorrow|tonight|tmrw|sofort|umgehend|dringend|eilt|schnellstmoglich|so schnell wie moglich|so bald wie moglich|moglichst (?:bald|schnell)|heute|des que possible|au plus vite|rapidement|demain|aujourd'hui|lo antes posible|cuanto antes|inmediat\\p{L}*|hoy|il prima possibile|al piu presto|subito|domani|oggi|zo snel mogelijk|zsm|z\\.s\\.m\\.?|vandaag|met spoed|o mais rapido possivel|o quanto antes|hoje|amanha|snarast|sa snart som mojligt|omgaende|idag|i dag|hurtigst muligt|snarest|sa snart som mulig|jak najszybciej|pilnie|pilne|dzis|jutro|co nejdrive|urychlene|dnes|zitra|срочно|терміново|сегодня|завтра|сьогодні|acil|bugun|yarin|mahdollisimman pian|heti",
    ),
  ],
  [
    8,
    around(
      `this week|next week|this weekend|(?:by|before|until|on|for|from|this|next|this coming|till|starts?|kommenden?|nachsten?|bis|am|ab|avant|d'ici|antes del?|el|entro|per|voor|vanaf|op|senast|inden|do|przed) (?:next |this |the |last )?(?:${WEEKDAY})|diese[r]? woche|nachste[rn]? woche|kommende[rn]? woche|cette semaine|la semaine prochaine|semaine prochaine|esta semana|la semana que viene|(?:la )?proxima semana|questa settimana|(?:la )?(?:settimana prossima|prossima settimana)|deze week|volgende week|denna vecka|nasta vecka|denne uge|naeste uge|denne uka|neste uke|w tym tygodniu|w przyszlym tygodniu|tento tyden|pristi tyden|na этой неделе|на следующей неделе|цього тижня|bu hafta|gelecek hafta|ensi viikolla|tanaan`,
    ),
  ],
  [
    14,
    around(
      "this month|(?:by |before |until |at )?(?:the )?(?:end of (?:the|this) month|month'?s end|month end)|within the month|the week after next|a fortnight|(?:by|on|for|from|before|until|live for|starting) the \\d{1,2}(?:st|nd|rd|th|(?= ?(?:[.,;!?)]|$)))|\\d{1,2}(?:st|nd|rd|th)? of (?:this|the|next) month|(?:the )?(?:1st|first) of (?:the )?month|saturday week|monatsende|ende des monats|ende dieses monats|diesen monat|noch in diesem monat|bis zum \\d{1,2}\\.?|ce mois(?:-ci)?|fin (?:du|de) mois|d'ici la fin du mois|avant la fin du mois|este mes|(?:a |antes de |para )?(?:fin|final|finales) de mes|el dia \\d{1,2}|dia \\d{1,2}|questo mese|fine mese|entro (?:la )?fine (?:del )?mese|entro il mese|deze maand|eind(?:e)? (?:van )?(?:de|deze) maand|fim do mes|ate (?:o )?fim do mes|ainda este mes|denna manad|slutet av manaden|denne maned|slutten av maneden|w tym miesiacu|do konca miesiaca|tento mesic|do konce mesice|до конца месяца|до кінця місяця|bu ay|ay sonu",
    ),
  ],
  [
    28,
    around(
      "next month|ensi kuun alusta|nachsten? monat(?:s)?|kommenden? monat(?:s)?|ersten des (?:nachsten )?monats|le mois prochain|(?:des le |au )?debut du mois prochain|(?:el )?(?:mes que viene|proximo mes)|(?:il )?(?:mese prossimo|prossimo mese)|volgende maand|(?:o )?(?:proximo mes|mes que vem)|nasta manad|naeste maned|neste maned|w przyszlym miesiacu|od pierwszego|pristi mesic|в следующем месяце|наступного місяця|ensi kuun?|ensi kuussa|gelecek ay",
    ),
  ],
  [
    75,
    around(
      "this quarter|next quarter|end of (?:the |next |this )?quarter|couple of months|next few months|coming months|(?:dieses|nachstes|kommendes|im nachsten) quartals?|nachsten quartal|(?:ce|le) trimestre(?: prochain)?|(?:este|proximo) trimestre|(?:prossimo|questo) trimestre|(?:volgend|dit) kwartaal|nasta kvartal|neste kvartal|naeste kvartal",
    ),
  ],
  [
    240,
    around(
      "next year|in the new financial year|next financial year|next fiscal year|sometime next year|nachste[sn]? jahr(?:es)?|kommende[sn]? jahr(?:es)?|folgejahr(?:es)?|l'annee prochaine|l'an prochain|(?:el )?(?:ano que viene|proximo ano)|(?:l')?anno prossimo|(?:il )?prossimo anno|volgend jaar|(?:o )?(?:proximo ano|ano que vem)|nasta ar|naeste ar|neste ar|w przyszlym roku|pristi rok|в следующем году|наступного року|ensi vuonna|gelecek yil|next season|(?:la )?saison prochaine|nachste saison|(?:la )?proxima temporada|prossima stagione|later than that|not (?:before|until|till) (?:next|the) \\p{L}+|eventually|someday|long[- ]term",
    ),
  ],
];

export const UNSPACED_PHRASES: readonly [days: number, pattern: RegExp][] = [
  [
    3,
    /至急|早急|早めに|一日も早く|尽早|儘早|越快越好|가능한 한 빨리|가능한 빨리|なるべく早く|できるだけ早く|急ぎ|大至急|尽快|儘快|马上|立刻|明天|今天|今日中|明日|급하|급히|오늘|내일|최대한 빨리|빠른 시일/gu,
  ],
  [8, /今週|来週|本周|这周|下周|下週|本週|이번 주|다음 주/gu],
  [14, /今月|月末|本月|月底|이번 달|월말/gu],
  [28, /来月|下个月|下個月|다음 달/gu],
  [75, /今四半期|来四半期|本季度|下季度|이번 분기|다음 분기/gu],
  [
    240,
    /来年(?!\s?\d{1,2}\s?月)|明年(?!\s?[\d一二三四五六七八九十]{1,2}\s?月)|내년(?!\s?\d{1,2}\s?월)|来年度|来(?:春|夏|秋|冬)|明年[春夏秋冬]/gu,
  ],
];

/** Times of the year and feasts: the month they fall in (1 to 12) and the day. Northern, as most writers are. */
export const SEASONS: readonly [month: number, day: number, pattern: RegExp][] = [
  [
    3,
    20,
    around(
      "spring(?:time)?|fruhjahr(?:s)?|fruhling|printemps|primavera|voorjaar|lente|varen|foraret|varen|wiosn[aey]|wiosna|jaro|jare|весн\\p{L}+|kevaalla|ilkbahar",
    ),
  ],
  [
    6,
    15,
    around(
      "(?:next|the|this|by|before) summer|im sommer|nachsten sommer|(?:l')?ete prochain|cet ete|(?:proximo )?verano|(?:volgende )?zomer|sommaren|sommeren|latem|leto|lete",
    ),
  ],
  [
    9,
    10,
    around(
      "(?:in |this |next |the )(?:autumn|fall)|herbst|automne|otono|autunno|herfst|hosten|efteraret|jesieni\\p{L}*|podzim|after (?:the )?summer|nach dem sommer|na de zomer|efter sommeren|efter sommaren|etter sommeren|apres l'ete|la rentree|a la rentree|rentree|back[- ]to[- ]school",
    ),
  ],
  [11, 25, around("thanksgiving|black friday|cyber monday|giving tuesday")],
  [
    12,
    20,
    around(
      "christmas|xmas|weihnacht\\p{L}*|noel|navidad(?:es)?|natale|kerst(?:mis)?|natal|julen|swieta|swietami|vanoc\\p{L}*|holidays season|end of (?:the )?year|year[- ]?end|jahresende|ende des jahres|fin d'annee|fin de ano|fine anno|eind(?:e)? van het jaar|fim do ano|arsskiftet|konca roku|konce roku",
    ),
  ],
  [
    1,
    2,
    around(
      "new year(?:'?s)?|jahreswechsel|neujahr|nouvel an|ano nuevo|capodanno|nieuwjaar|ano novo|nyar|nowy rok|novy rok",
    ),
  ],
  [
    4,
    5,
    around(
      "easter|ostern|paques|semana santa|pascua|pasqua|pasen|pascoa|pask|paske|wielkanoc\\p{L}*|velikonoc\\p{L}*|tax season",
    ),
  ],
  [10, 25, around("halloween|toussaint|herbstferien")],
];
