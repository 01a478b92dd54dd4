import type { Reading } from "../../reading.ts";
import type { Candidate } from "../../recogniser.ts";

/** Addresses in Arabic, Persian, Hebrew, Hindi and Thai: scripts without capitals, so a word for street or house has to lead. */
interface Form {
  name: string;
  pattern: RegExp;
  /** What a match must hold besides, so that a street that somebody merely mentions stays. */
  proof: RegExp;
}

const AR = "[\\u0621-\\u064a\\u0671-\\u06d3]";
const AR_WORDS = `${AR}{2,20}(?: ${AR}{2,20}){0,3}`;
const AR_UNIT = "(?:رقم|مبنى|مبني|عمارة|بناية|عقار|فيلا|شقة|منزل|طابق|الدور|پلاک|واحد|طبقه|بلوک)";
const AR_NUMBERED = `${AR_UNIT} ?\\d{1,5}(?!\\d)`;

const HE = "[\\u05d0-\\u05ea'\"\\-]{2,15}";

const HI = "[\\u0900-\\u0963\\u0966-\\u097f]";
const HI_MARK = "(?:मकान|फ्लैट|फ़्लैट|प्लॉट|वार्ड|सेक्टर|गली|ग्राम|मोहल्ला|कॉलोनी)(?: ?(?:नं|नंबर|संख्या|न)\\.?)? ?[\\dA-Za-z/-]{1,8}";

const TH_MARK = "(?:หมู่ที่|หมู่บ้าน|หมู่|ม\\.|ซอย|ซ\\.|ถนน|ถ\\.|แขวง|ตำบล|ต\\.|เขต|อำเภอ|อ\\.|จังหวัด|จ\\.|กรุงเทพ|กทม)";

const FORMS: readonly Form[] = [
  {
    name: "Arabic or Persian address",
    pattern: new RegExp(
      `(?:(?:\\d{1,5}|${AR_NUMBERED})[،, ]{1,2})?(?:شارع|طريق|جادة|ميدان|خیابان|کوچه|بلوار|میدان) ${AR_WORDS}(?:(?:[،,] ?| - )(?:${AR_NUMBERED}|${AR_WORDS}(?: \\d{1,5}(?!\\d))?)){0,6}(?:[،, ]{1,2}\\d{1,5}(?!\\d)(?= ?(?:[،,.\\n]|$)))?`,
      "gu",
    ),
    proof: new RegExp(`^\\d|${AR_NUMBERED}|\\d$`, "u"),
  },
  {
    name: "Hebrew address",
    pattern: new RegExp(
      `(?:רחוב|רח'|שדרות|שד'|סמטת|כיכר)(?: ${HE}){1,4},? \\d{1,4}(?:/\\d{1,3}| ?[\\u05d0-\\u05ea](?![\\u05d0-\\u05ea]))?(?:,? ?(?:דירה|קומה|כניסה|בניין) ?\\d{1,4}){0,3}(?:, ?${HE}(?:[ -]${HE}){0,2})?(?:,? ?\\d{5,7}(?!\\d))?`,
      "gu",
    ),
    proof: /\d/,
  },
  {
    name: "Hindi address",
    pattern: new RegExp(
      `(?:${HI}{1,8}-?\\d{1,5}, ?)?${HI_MARK}(?:(?:, ?[\\u0900-\\u0963\\d./ -]{2,30}){0,6}?[ -]{0,3}[1-9]\\d{5}(?!\\d)|(?:, ?${HI_MARK}){0,4})`,
      "gu",
    ),
    proof: /,|\d{6}/,
  },
  {
    name: "Thai address",
    pattern: new RegExp(
      `(?:เลขที่ ?)?\\d{1,5}(?:/\\d{1,5})?(?:[ ,]{0,2}${TH_MARK}[\\u0e00-\\u0e7f./]{0,30}(?: \\d{1,4}(?!\\d))?){1,8}(?: ?\\d{5}(?!\\d))?`,
      "gu",
    ),
    proof: /(?:แขวง|ตำบล|ต\.|เขต|อำเภอ|อ\.|จังหวัด|จ\.|กรุงเทพ|กทม)|\d{5}$/,
  },
];

const WRITTEN_HERE = /[\u05d0-\u05ea\u0621-\u06d3\u0900-\u097f\u0e00-\u0e7f]/;

export function findOtherAddresses({ flow }: Reading): Candidate[] {
  if (!WRITTEN_HERE.test(flow)) return [];
  return FORMS.flatMap(({ name, pattern, proof }) =>
    Array.from(flow.matchAll(pattern))
      .filter(([match]) => proof.test(match))
      .map(({ index, 0: match }) => ({
        kind: "address",
        start: index,
        end: index + match.trimEnd().length,
        certainty: 2,
        reason: `postal address, ${name}`,
      })),
  );
}
