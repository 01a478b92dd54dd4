import { luhn } from "./luhn.ts";
import { allSame, digitsOf, isDay, mod1110, remainder, startsWithDmy, startsWithYmd, weighted } from "./sums.ts";

/** Check digits of European person numbers, each as its authority publishes it. Input: letters and digits, capitals. */

/** Deutsche Steuer-ID: ISO 7064, and among the first ten digits exactly one comes twice or three times. */
export function steuerId(id: string): boolean {
  const repeats = Array.from(new Set(id.slice(0, 10)), (digit) => id.slice(0, 10).split(digit).length - 1);
  return id[0] !== "0" && repeats.filter((times) => times > 1).length === 1 && Math.max(...repeats) <= 3 && mod1110(id);
}

/** The letter counts as two digits, A = 01; products of two digits are summed digit by digit. */
const withLetter = (id: string, weights: readonly number[]): number => {
  const digits = id.replace(/[A-Z]/, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, "0"));
  return weights.reduce((sum, weight, at) => {
    const product = weight * Number(digits[at]);
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
};

/** Deutsche Rentenversicherung: area, DDMMYY, initial, serial, check. */
export const rvnr = (id: string): boolean =>
  isDay(Number(id.slice(4, 6)), Number(id.slice(2, 4)) % 50) &&
  withLetter(id, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 === Number(id.at(-1));

/** Deutsche Krankenversichertennummer. */
export const kvnr = (id: string): boolean => withLetter(id, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 === Number(id.at(-1));

/** Österreichische Sozialversicherungsnummer: the fourth digit is the check. */
export const svnr = (id: string): boolean =>
  id[0] !== "0" &&
  isDay(Number(id.slice(6, 8)), Number(id.slice(4, 6))) &&
  weighted(id, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(id[3]);

/** Swiss AHV: an EAN-13 that begins with 756. */
export const ahv = (id: string): boolean => weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;

/** French NIR with key: 97 less the remainder; Corsica's departments count as 19 and 18. */
export const nir = (id: string): boolean => {
  const digits = id.replace("2A", "19").replace("2B", "18");
  return Number(digits.slice(13)) === 97 - remainder(digits.slice(0, 13), 97);
};

const DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
/** Spanish DNI and NIE (X, Y, Z stand for 0, 1, 2). */
export const dni = (id: string): boolean =>
  DNI_LETTERS[
    remainder(
      id.slice(0, -1).replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter))),
      23,
    )
  ] === id.at(-1);

const CF_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Italian codice fiscale: odd places by table, even places at face value. */
export function codiceFiscale(id: string): boolean {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const value = Number.parseInt(id[at] as string, 36);
    const face = value > 9 ? value - 10 : value;
    sum += at % 2 === 0 ? (CF_ODD[face] as number) : face;
  }
  return String.fromCharCode(65 + (sum % 26)) === id[15];
}

/** Dutch BSN: weights 9 to 2 and minus 1. */
export const bsn = (id: string): boolean => !allSame(id) && weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;

/** Belgian rijksregisternummer: 97 less the remainder; since 2000 with a 2 in front. */
export const belgian = (id: string): boolean =>
  isDay(Number(id.slice(2, 4)) % 20 || 1, Number(id.slice(4, 6)) || 1) &&
  ["", "2"].some((century) => 97 - remainder(century + id.slice(0, 9), 97) === Number(id.slice(9)));

export const portugueseNif = (id: string): boolean => {
  const rest = 11 - (weighted(id, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === Number(id[8]);
};

/** Polish PESEL: the century hides in the month. */
export const pesel = (id: string): boolean =>
  isDay(Number(id.slice(2, 4)) % 20, Number(id.slice(4, 6))) &&
  weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;

/** Czech and Slovak rodné číslo: a woman's month plus 50, overflow plus 20; divisible by 11. */
export const rodneCislo = (id: string): boolean =>
  isDay((Number(id.slice(2, 4)) % 50) % 20, Number(id.slice(4, 6))) && remainder(id, 11) === 0;

export const cnp = (id: string): boolean =>
  isDay(Number(id.slice(3, 5)), Number(id.slice(5, 7))) &&
  (weighted(id, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === Number(id[12]) % 10;

export const egn = (id: string): boolean =>
  isDay(Number(id.slice(2, 4)) % 20, Number(id.slice(4, 6))) &&
  (weighted(id, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(id[9]);

/** JMBG of the former Yugoslavia, Slovenia's EMŠO. */
export const jmbg = (id: string): boolean => {
  const rest = 11 - (weighted(id, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return startsWithDmy(id) && /^(?:9|0)/.test(id.slice(4)) && (rest > 9 ? 0 : rest) === Number(id[12]);
};

export const oib = (id: string): boolean => mod1110(id);

export const amka = (id: string): boolean => startsWithDmy(id) && luhn(id);

/** Swedish personnummer; a samordningsnummer has 60 added to the day. */
export const personnummer = (id: string): boolean => {
  const ten = id.slice(-10);
  return isDay(Number(ten.slice(2, 4)), Number(ten.slice(4, 6)) % 60) && luhn(ten);
};

/** Norwegian fødselsnummer; a D-number has 40 added to the day. */
export const fodselsnummer = (id: string): boolean =>
  isDay(Number(id.slice(2, 4)) % 40, Number(id.slice(0, 2)) % 40) &&
  weighted(id, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weighted(id, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Danish CPR: numbers given out since 2007 may fail the sum, so it only serves where no word says "CPR". */
export const cpr = (id: string): boolean =>
  startsWithDmy(id) && weighted(id, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

const HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
export const hetu = (id: string): boolean => {
  const digits = id.replace(/^(\d{6})[A-Z]?/, "$1");
  return startsWithDmy(digits) && HETU[Number(digits.slice(0, 9)) % 31] === digits[9];
};

export const kennitala = (id: string): boolean =>
  isDay(Number(id.slice(2, 4)), Number(id.slice(0, 2)) % 40) &&
  (11 - (weighted(id, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[8]);

/** Estonia and Lithuania: a second row of weights when the first leaves ten. */
export function isikukood(id: string): boolean {
  if (!startsWithYmd(id.slice(1))) return false;
  const first = weighted(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const rest = first < 10 ? first : (weighted(id, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10;
  return rest === Number(id[10]);
}

export const nhs = (id: string): boolean =>
  !allSame(id) && (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]);

/** Prefixes that HMRC does not give out. */
export const nino = (id: string): boolean => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(id);

/** DVLA: surname, then year-month-day with the year's digits apart; a woman's month plus 50. */
export const dvla = (id: string): boolean => isDay(Number(id.slice(6, 8)) % 50, Number(id.slice(8, 10)));

export const pps = (id: string): boolean => {
  const second = id[8] ? (id.charCodeAt(8) - 64) * 9 : 0;
  return "WABCDEFGHIJKLMNOPQRSTUV"[(weighted(id, [8, 7, 6, 5, 4, 3, 2]) + second) % 23] === id[7];
};

export const snils = (id: string): boolean => {
  const sum = weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return Number(id.slice(9)) === (sum === 100 ? 0 : sum);
};

export const inn12 = (id: string): boolean =>
  (weighted(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(id[10]) &&
  (weighted(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(id[11]);

export const rnokpp = (id: string): boolean =>
  (((weighted(id, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) + 11) % 11) % 10 === Number(id[9]);

export const tckn = (id: string): boolean => {
  const d = digitsOf(id);
  const at = (index: number) => d[index] as number;
  const odd = at(0) + at(2) + at(4) + at(6) + at(8);
  const even = at(1) + at(3) + at(5) + at(7);
  const first = (((odd * 7 - even) % 10) + 10) % 10;
  return at(0) !== 0 && first === at(9) && (odd + even + at(9)) % 10 === at(10);
};
