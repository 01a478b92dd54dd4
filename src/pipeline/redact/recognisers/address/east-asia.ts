/** Addresses without streets: from the large to the small, in one go. Each begins with a postcode or a place of a kind. */

const KANA = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ーヶケ々〇A-Za-z0-9]";
/** Without hiragana, in which the sentence goes on behind the address. */
const SIGN = "[\\p{Script=Han}\\p{Script=Katakana}ー々〇のA-Za-z0-9]";
/** A building and a room behind the number. */
export const BUILDING = `(?:[ \\n]?${KANA}{1,20}(?:ビル|マンション|ハイツ|アパート|タワー|コーポ|荘|大厦|大廈|小区|花园|公寓|广场|单元|栋|楼|樓|座)[ ]?[A-Z]?-?\\d{0,5}(?:号室|階|室|F|号|號)?|[ ]?\\d{1,4}(?:号室|階|室|F(?![A-Za-z]))){0,3}`;

export const EAST_ASIA: readonly { name: string; pattern: RegExp }[] = [
  {
    name: "Japanese address",
    pattern: new RegExp(
      `(?:〒[ ]?\\d{3}-?\\d{4}[ \\n]{0,3})?(?:北海道|東京都|(?:大阪|京都)府|\\p{Script=Han}{2,3}県)(?!で|に|から|を|は|へ|と|が|も)[ ]?(?:${KANA}|-){2,40}?(?:\\d{1,4}(?:(?:丁目|番地|番|号|の|-| |条[東西南北]?)\\d{0,4}){0,6}(?:号|番地)?|[一二三四五六七八九十]{1,3}(?:丁目|番地?)(?:\\d{1,4}(?:番地?|号|-)?){0,3})${BUILDING}`,
      "gu",
    ),
  },
  {
    name: "Japanese postcode and place",
    pattern: new RegExp(`〒[ ]?\\d{3}-?\\d{4}(?:[ \\n]{0,2}(?:${SIGN}|-| (?=${SIGN})){2,60})?`, "gu"),
  },
  {
    name: "Korean address",
    pattern:
      /(?:\(?\d{5}\)?[ ])?\p{Script=Hangul}{1,7}(?:특별시|광역시|특별자치시|도|시)[ ](?:\p{Script=Hangul}{1,7}(?:시|군|구)[ ]){0,2}(?:\p{Script=Hangul}{1,7}(?:읍|면)[ ])?[\p{Script=Hangul}\d]{1,12}(?:로|길|동|리)[ ]?\d{1,5}(?:-\d{1,4})?(?:번지)?(?:,? ?[\p{Script=Hangul}\d]{1,12}(?:동|호|층)){0,3}/gu,
  },
];
